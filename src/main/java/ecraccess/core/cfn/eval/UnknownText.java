package ecraccess.core.cfn.eval;

import ecraccess.core.cfn.ExpressionText;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Found;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Names what would tell the value of an expression, as a noun phrase. */
public final class UnknownText {
  /** Functions whose arguments are names. */
  private static final Set<String> NAMES = Set.of(Intrinsic.REF, Intrinsic.GET_ATT, Intrinsic.IF);

  private UnknownText() {}

  /**
   * What would tell the value.
   *
   * @param value as far as it could be evaluated
   * @param spelled the same without the values of parameters, which no text may show
   * @param isParameter whether the template declares a parameter of that name
   */
  public static String of(Json value, Json spelled, Predicate<String> isParameter) {
    return first(value)
        .map(open ->
            Intrinsic.of(open)
                .map(function -> of(asSpelled(function, spelled), isParameter))
                .orElseGet(() -> "the value of " + dynamicReference(open, spelled)))
        .orElseGet(() -> "the meaning of " + Found.describe(spelled));
  }

  /** The function as it is written: its arguments may hold values of parameters by now. */
  private static Intrinsic asSpelled(Intrinsic function, Json spelled) {
    return within(spelled)
        .flatMap(value -> Intrinsic.of(value).stream())
        .filter(written -> written.name().equals(function.name()))
        .filter(written -> !NAMES.contains(function.name()) || written.equals(function))
        .findFirst()
        .orElseGet(() ->
            NAMES.contains(function.name())
                ? function
                : new Intrinsic(function.name(), new Json.Str("…")));
  }

  private static String dynamicReference(Json open, Json spelled) {
    return within(spelled).anyMatch(open::equals) ? Expressions.show(open) : "a dynamic reference";
  }

  /** The value, and all that stands inside it. */
  private static Stream<Json> within(Json value) {
    return Stream.concat(Stream.of(value), children(value).flatMap(UnknownText::within));
  }

  private static String of(Intrinsic function, Predicate<String> isParameter) {
    Json argument = function.argument();
    String shown = ExpressionText.of(function.toJson());
    String dotted = Expressions.dotted(argument).orElse("");
    int dot = dotted.indexOf('.');
    return switch (function.name()) {
      case Intrinsic.REF -> ofReference(dotted, isParameter);
      case Intrinsic.GET_ATT ->
          "attribute %s of %s, known at deployment only"
              .formatted(dotted.substring(dot + 1), dotted.substring(0, Math.max(dot, 0)));
      case "Fn::ImportValue" -> "the import of " + ExpressionText.of(argument);
      case Intrinsic.IF -> ofChoice(argument);
      case "Fn::Transform" -> "what Fn::Transform makes";
      default -> "the value of " + shown;
    };
  }

  private static String ofReference(String name, Predicate<String> isParameter) {
    if (isParameter.test(name)) {
      return "the value of parameter " + name;
    }
    return name.contains("::")
        ? "the value of " + name
        : "the value of !Ref " + name + ", known at deployment only";
  }

  private static String ofChoice(Json argument) {
    return argument instanceof Json.Arr(List<Json> parts)
            && !parts.isEmpty()
            && parts.getFirst() instanceof Json.Str(String condition)
        ? "whether condition " + condition + " is true"
        : "the value of an Fn::If";
  }

  /** The first open thing inside, by the order of the text; empty where all is known. */
  static Optional<Json> first(Json value) {
    if (value instanceof Json.Str) {
      return ScalarText.text(value).isEmpty() ? Optional.of(value) : Optional.empty();
    }
    Optional<Intrinsic> function = Intrinsic.of(value);
    if (function.isPresent()) {
      return Optional.of(insideOf(function.get()).orElse(value));
    }
    return children(value).flatMap(child -> first(child).stream()).findFirst();
  }

  /**
   * What keeps a function of texts from being evaluated; nothing for those that are open by nature.
   */
  private static Optional<Json> insideOf(Intrinsic function) {
    return switch (function.name()) {
      case Intrinsic.SUB, "Fn::Join", "Fn::Select", "Fn::Split", "Fn::FindInMap", "Fn::Cidr" ->
          first(function.argument());
      default -> Optional.empty();
    };
  }

  private static Stream<Json> children(Json value) {
    return switch (value) {
      case Json.Obj(Map<String, Json> members) -> members.values().stream();
      case Json.Arr(List<Json> items) -> items.stream();
      case Json.Str s -> Stream.empty();
      case Json.Num n -> Stream.empty();
      case Json.Bool b -> Stream.empty();
      case Json.Null n -> Stream.empty();
    };
  }
}
