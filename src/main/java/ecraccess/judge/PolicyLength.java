package ecraccess.judge;

import ecraccess.logic.Claim;
import ecraccess.json.Json;
import ecraccess.json.JsonText;
import ecraccess.network.Endpoint;
import ecraccess.service.Limits;
import java.util.Optional;

/** Whether EC2 takes a policy of that length. */
final class PolicyLength {
  private PolicyLength() {}

  static Optional<Verdict> finding(Endpoint endpoint) {
    return endpoint
        .policy()
        .value()
        .flatMap(policy -> policy)
        .flatMap(policy ->
            Finding.of(
                isTooLong(policy, endpoint.name()),
                endpoint.paths().apply("PolicyDocument"),
                () ->
                    "expected a policy of at most %d characters, found %d"
                        .formatted(
                            Limits.ENDPOINT_POLICY_CHARACTERS, text(withoutOpenParts(policy)))));
  }

  private static Claim isTooLong(Json policy, String endpoint) {
    if (text(withoutOpenParts(policy)) > Limits.ENDPOINT_POLICY_CHARACTERS) {
      return Claim.YES;
    }
    return text(policy) > Limits.ENDPOINT_POLICY_CHARACTERS
        ? Claim.open("the length of the policy of " + endpoint)
        : Claim.NO;
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
