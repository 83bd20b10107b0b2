package ecraccess.macro.shorthand;

import ecraccess.core.aws.Limits;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Problems;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.util.List;
import java.util.Optional;

/** Refuses an endpoint policy that is proved to let nothing through, or that EC2 would not take. */
final class PolicyCheck {
  private static final Json DENY = new Json.Str("Deny");

  private final Problems problems;

  PolicyCheck(Problems problems) {
    this.problems = problems;
  }

  void check(Json policy, JsonPath path) {
    if (Intrinsic.of(policy).isPresent()) {
      return;
    }
    String text = policy instanceof Json.Str(String given) ? given : JsonText.compact(policy);
    if (text.length() > Limits.ENDPOINT_POLICY_CHARACTERS) {
      problems.add(
          path,
          "expected a policy of at most %d characters, found %d"
              .formatted(Limits.ENDPOINT_POLICY_CHARACTERS, text.length()));
    }
    if (statements(policy).filter(PolicyCheck::onlyDeny).isPresent()) {
      problems.add(
          path,
          "expected a statement that allows something, found Deny only; an endpoint policy allows"
              + " nothing by itself, so every request would be refused");
    }
  }

  private static Optional<Json> statements(Json policy) {
    return switch (policy) {
      case Json.Obj document -> document.get("Statement");
      case Json.Str(String text) -> parsed(text).flatMap(PolicyCheck::statements);
      default -> Optional.empty();
    };
  }

  /** Text that is no JSON is EC2's to refuse. */
  private static Optional<Json> parsed(String text) {
    try {
      return Optional.of(JsonText.read(text)).filter(Json.Obj.class::isInstance);
    } catch (MalformedJson e) {
      return Optional.empty();
    }
  }

  private static boolean onlyDeny(Json statements) {
    List<Json> all = statements instanceof Json.Arr(List<Json> items) ? items : List.of(statements);
    return all.stream()
        .allMatch(statement ->
            statement instanceof Json.Obj object
                && object.get("Effect").filter(DENY::equals).isPresent());
  }
}
