package ecraccess.core.cfn;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An expression as its author would write it in YAML: {@code !Ref Vpc}, {@code !Sub ${Env}-vpc}.
 * Expressions that differ have texts that differ.
 */
public final class ExpressionText {
  private static final int LONGEST = 120;

  private ExpressionText() {}

  /** The text; where it is long its end gives way to a number that goes with it alone. */
  public static String of(Json expression) {
    String text = write(expression);
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST * 3 / 4 - 1))
            + "… #"
            + Integer.toHexString(text.hashCode());
  }

  private static String write(Json value) {
    return Intrinsic.of(value)
        .map(ExpressionText::function)
        .orElseGet(() ->
            switch (value) {
              case Json.Str(String text) -> text;
              case Json.Arr(List<Json> items) -> list(items);
              case Json.Obj(Map<String, Json> members) ->
                  members.entrySet().stream()
                      .map(member ->
                          nested(new Json.Str(member.getKey())) + ": " + nested(member.getValue()))
                      .collect(Collectors.joining(", ", "{", "}"));
              case Json.Num n -> JsonText.compact(n);
              case Json.Bool b -> JsonText.compact(b);
              case Json.Null n -> JsonText.compact(n);
            });
  }

  private static String function(Intrinsic function) {
    String dotted =
        function.name().equals(Intrinsic.GET_ATT)
            ? Expressions.dotted(function.argument()).orElse("")
            : "";
    if (!dotted.isEmpty()) {
      return "!GetAtt " + dotted;
    }
    List<Json> pieces = Pieces.of(function.toJson()).inOrder();
    return pieces.size() > 1
        ? pieces.stream().map(ExpressionText::piece).collect(Collectors.joining("", "!Sub ", ""))
        : "!" + function.name().replace("Fn::", "") + " " + nested(function.argument());
  }

  private static String piece(Json piece) {
    if (piece instanceof Json.Str(String text)) {
      return text.replace("${", "${!");
    }
    String inner = write(piece);
    return "${" + inner.replaceFirst("^!(Ref|GetAtt) ", "") + "}";
  }

  private static String list(List<Json> items) {
    return items.stream().map(ExpressionText::nested).collect(Collectors.joining(", ", "[", "]"));
  }

  /** In quotes where the text would not end by itself. */
  private static String nested(Json value) {
    return value instanceof Json.Str(String text) && !text.matches("[\\w./:$-]+")
        ? JsonText.compact(value)
        : write(value);
  }
}
