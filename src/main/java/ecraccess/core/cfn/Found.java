package ecraccess.core.cfn;

import ecraccess.core.json.Json;
import java.util.List;

/** Says in words what stands in a template, for the second half of "expected …, found …". */
public final class Found {
  private static final int LONGEST_QUOTE = 60;

  private Found() {}

  public static String describe(Json value) {
    return switch (value) {
      case Json.Str(String text) when text.isEmpty() -> "the empty string";
      case Json.Str(String text) -> "the string " + quote(text);
      case Json.Num(String literal) -> "the number " + shorten(literal);
      case Json.Bool(boolean bool) -> String.valueOf(bool);
      case Json.Null() -> "null";
      case Json.Arr(List<Json> elements) when elements.isEmpty() -> "an empty list";
      case Json.Arr arr -> "a list";
      case Json.Obj obj when obj.members().isEmpty() -> "an empty object";
      case Json.Obj obj ->
          Intrinsic.of(obj).map(function -> "the function " + function.name()).orElse("an object");
    };
  }

  /** The text in quotes, on one line, cut where it is long. */
  public static String quote(String text) {
    return '"' + shorten(text.replaceAll("\\s+", " ")) + '"';
  }

  static String shorten(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_QUOTE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
  }
}
