package ecraccess.macro.shorthand;

import ecraccess.core.aws.Limits;
import ecraccess.core.cfn.Problems;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.policy.Policy;
import ecraccess.reach.policy.PolicySize;

/** Refuses an endpoint policy that is proved to let nothing through, or that EC2 would not take. */
final class PolicyCheck {
  private final Problems problems;

  PolicyCheck(Problems problems) {
    this.problems = problems;
  }

  /** Of an object or a text; the shape of anything else is a problem already. */
  void check(Json policy, JsonPath path) {
    if (!(policy instanceof Json.Obj || policy instanceof Json.Str)) {
      return;
    }
    PolicySize size = PolicySize.of(policy);
    if (size.isTooLong().isYes()) {
      problems.add(
          path,
          "expected a policy of at most %d characters, found %d"
              .formatted(Limits.ENDPOINT_POLICY_CHARACTERS, size.atLeast()));
    }
    Policy read = Policy.of(policy);
    if (read.statements().isPresent() && read.isDenyOnly().isYes()) {
      problems.add(
          path,
          "expected a statement that allows something, found Deny only; an endpoint policy allows"
              + " nothing by itself, so every request would be refused");
    }
  }
}
