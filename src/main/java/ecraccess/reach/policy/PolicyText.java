package ecraccess.reach.policy;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import ecraccess.core.logic.Ternary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a policy: an object, or JSON in a string. */
public final class PolicyText {
  private static final Json ALLOW = new Json.Str("Allow");

  private PolicyText() {}

  /** Its statements; empty where it cannot be read. */
  public static Optional<List<Json>> statements(Json policy) {
    return switch (policy) {
      case Json.Obj document when !isOpen(document) ->
          document.get("Statement").filter(statement -> !isOpen(statement)).map(PolicyText::items);
      case Json.Str(String text) ->
          parsed(text).filter(Json.Obj.class::isInstance).flatMap(PolicyText::statements);
      case Json.Obj function -> Optional.empty();
      case Json.Arr list -> Optional.empty();
      case Json.Num number -> Optional.empty();
      case Json.Bool bool -> Optional.empty();
      case Json.Null nothing -> Optional.empty();
    };
  }

  /** That every statement denies, so that every request is refused. */
  static Ternary allowsNothing(List<Json> statements, String endpoint) {
    return Ternary.all(
        statements.stream()
            .map(statement -> isAllow(statement, "the policy of " + endpoint).not())
            .toList());
  }

  static Ternary isAllow(Json statement, String missing) {
    Optional<Json> effect =
        statement instanceof Json.Obj object ? object.get("Effect") : Optional.empty();
    return effect
        .filter(Json.Str.class::isInstance)
        .map(text -> Ternary.of(text.equals(ALLOW)))
        .orElseGet(() -> Ternary.open(missing));
  }

  /** What may be written alone instead of in a list of one. */
  static List<Json> items(Json value) {
    return value instanceof Json.Arr(List<Json> items) ? items : List.of(value);
  }

  /** Whether only the deployment knows the value: a function of CloudFormation. */
  public static boolean isOpen(Json value) {
    return value instanceof Json.Obj object
        && object
            .onlyName()
            .filter(name -> name.equals("Ref") || name.startsWith("Fn::"))
            .isPresent();
  }

  /** What would tell a value that only the deployment knows. */
  static String show(Json value) {
    return value instanceof Json.Obj(Map<String, Json> members) && isOpen(value)
        ? members.entrySet().stream()
            .map(function ->
                function.getValue() instanceof Json.Str(String name)
                    ? "the value of " + name
                    : "the value of %s %s"
                        .formatted(function.getKey(), JsonText.compact(function.getValue())))
            .findFirst()
            .orElseThrow()
        : JsonText.compact(value);
  }

  private static Optional<Json> parsed(String text) {
    try {
      return Optional.of(JsonText.read(text));
    } catch (MalformedJson e) {
      return Optional.empty();
    }
  }
}
