package ecraccess.reach.rule;

import ecraccess.core.aws.Limits;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.policy.PolicyText;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Verdict;
import java.util.Optional;

/** Whether EC2 takes a policy of that length. */
final class PolicyLength {
  public static final Check POLICY_LENGTH =
      Check.of(
          "policy-too-long",
          "Endpoint policy over the length limit",
          "EC2 takes endpoint policies of at most 20,480 characters.",
          "Shorten the policy, for example with wildcards.",
          "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html");

  private PolicyLength() {}

  static Optional<Verdict> finding(Endpoint endpoint) {
    return endpoint
        .policy()
        .value()
        .flatMap(policy -> policy)
        .flatMap(policy ->
            Findings.of(
                POLICY_LENGTH,
                isTooLong(policy, endpoint.name()),
                endpoint.paths().apply("PolicyDocument"),
                () ->
                    "expected a policy of at most %d characters, found %d"
                        .formatted(
                            Limits.ENDPOINT_POLICY_CHARACTERS, text(withoutOpenParts(policy)))));
  }

  private static Ternary isTooLong(Json policy, String endpoint) {
    if (text(withoutOpenParts(policy)) > Limits.ENDPOINT_POLICY_CHARACTERS) {
      return Ternary.YES;
    }
    return text(policy) > Limits.ENDPOINT_POLICY_CHARACTERS
        ? Ternary.open("the length of the policy of " + endpoint)
        : Ternary.NO;
  }

  private static int text(Json policy) {
    return policy instanceof Json.Str(String text)
        ? text.length()
        : JsonText.compact(policy).length();
  }

  /** What only the deployment knows may turn out to be empty. */
  private static Json withoutOpenParts(Json value) {
    return PolicyText.isOpen(value)
        ? new Json.Str("")
        : value.mapChildren((step, child) -> withoutOpenParts(child));
  }
}
