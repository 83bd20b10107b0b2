package ecraccess.reach.rule;

import ecraccess.core.aws.Limits;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.flow.EndpointClaims;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.policy.PolicyForm;
import ecraccess.reach.policy.PolicySize;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether EC2 takes a policy: its length and its grammar. */
final class PolicyAccepted {
  public static final Check POLICY_LENGTH =
      Check.of(
          "policy-too-long",
          "Endpoint policy over the length limit",
          "EC2 takes endpoint policies of at most 20,480 characters.",
          "Shorten the policy, for example with wildcards.",
          "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html");

  public static final Check POLICY_GRAMMAR =
      Check.of(
          "policy-grammar",
          "Endpoint policy that breaks the grammar",
          "EC2 refuses a policy that IAM's grammar does not allow, and a statement without a"
              + " principal.",
          "Correct the element that the message names.",
          "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html");

  private PolicyAccepted() {}

  static Stream<Verdict> findings(Endpoint endpoint) {
    return Stream.concat(length(endpoint).stream(), grammar(endpoint));
  }

  private static Optional<Verdict> length(Endpoint endpoint) {
    return endpoint
        .policy()
        .value()
        .flatMap(policy -> policy)
        .map(policy -> PolicySize.of(policy.value()))
        .flatMap(size ->
            Findings.of(
                POLICY_LENGTH,
                size.isTooLong(),
                endpoint.paths().apply("PolicyDocument"),
                () ->
                    "expected a policy of at most %d characters, found %d"
                        .formatted(Limits.ENDPOINT_POLICY_CHARACTERS, size.atLeast())));
  }

  private static Stream<Verdict> grammar(Endpoint endpoint) {
    List<PolicyForm.Fault> faults =
        endpoint
            .policy()
            .value()
            .flatMap(policy -> policy)
            .map(policy -> PolicyForm.faults(policy.value()))
            .orElse(List.of());
    return faults.stream()
        .map(fault ->
            new Verdict.Cannot(POLICY_GRAMMAR, path(endpoint, fault.path()), fault.text(), ""));
  }

  /** Of a generated policy only the shorthand has a place. */
  private static JsonPath path(Endpoint endpoint, JsonPath inside) {
    JsonPath path = endpoint.paths().apply("PolicyDocument");
    if (EndpointClaims.isGenerated(endpoint)) {
      return path;
    }
    for (JsonPath.Step step : inside.steps()) {
      path = path.then(step);
    }
    return path;
  }
}
