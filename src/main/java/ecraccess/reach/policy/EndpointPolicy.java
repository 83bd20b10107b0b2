package ecraccess.reach.policy;

import ecraccess.core.json.JsonPath;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.Request;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Resolved;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Symptom;
import ecraccess.reach.verdict.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Whether an endpoint's policy lets a request through. */
public record EndpointPolicy(Flow flow, Request.ToService request, Endpoint endpoint) {
  public static final Check POLICY_DENIES =
      Check.of(
              "policy-denies",
              "Endpoint policy refuses a call that a pull makes",
              "An endpoint policy allows only what a statement names, and a Deny beats every "
                  + "Allow.",
              "Add a statement that allows the call, or take the call out of the Deny.",
              "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html")
          .saidAs(Symptom.ENDPOINT_POLICY, Symptom.LAYER_FORBIDDEN);

  public static final Check POLICY_ALLOWS_NOTHING =
      Check.of(
              "policy-allows-nothing",
              "Endpoint policy without a statement that allows something",
              "An endpoint policy allows nothing by itself. With Deny statements alone every "
                  + "request is refused.",
              "Add a statement that allows what should pass.",
              "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html")
          .saidAs(Symptom.ENDPOINT_POLICY);

  /** What is checked here. */
  public static final List<Check> CHECKS = List.of(POLICY_DENIES, POLICY_ALLOWS_NOTHING);

  private static final String ALLOWS_NOTHING =
      "expected a statement that allows something, found Deny only; an endpoint policy allows"
          + " nothing by itself, so every request would be refused";

  public Verdict verdict() {
    return endpoint
        .policy()
        .missing()
        .<Verdict>map(missing -> new Verdict.CannotTell(POLICY_DENIES, path(endpoint), missing))
        .or(() -> endpoint.policy().value().flatMap(policy -> policy).map(this::verdict))
        .orElseGet(() -> new Verdict.Can(endpoint.name() + " has no policy of its own"));
  }

  private Verdict verdict(Resolved document) {
    PolicyCalls calls = PolicyCalls.of(flow, request, endpoint);
    Optional<Verdict> nothing =
        denyOnly(endpoint, () -> Symptoms.refused(flow, action(calls.all().getFirst())))
            .filter(Verdict.Cannot.class::isInstance);
    if (nothing.isPresent()) {
      return nothing.get();
    }
    Policy policy = new FlowPatterns(flow).policy(document);
    Set<String> missing = new LinkedHashSet<>();
    for (Call call : calls.all()) {
      switch (policy.decide(call)) {
        case Decision.Allowed allowed -> {}
        case Decision.Unknown(Set<String> its) -> missing.addAll(its);
        case Decision.Denied denied -> {
          return refused(call, new Refusal(endpoint, call).text(denied));
        }
        case Decision.NotAllowed not -> {
          return refused(call, new Refusal(endpoint, call).text(not));
        }
      }
    }
    return missing.isEmpty()
        ? new Verdict.Can("the policy of " + endpoint.name() + " allows it")
        : new Verdict.CannotTell(
            POLICY_DENIES,
            path(endpoint),
            "%s, which the policy of %s asks for"
                .formatted(String.join(" and ", missing), endpoint.name()));
  }

  private Verdict refused(Call call, String text) {
    return new Verdict.Cannot(
        POLICY_DENIES, path(endpoint), text, Symptoms.refused(flow, action(call)));
  }

  private static String action(Call call) {
    return call.action().toString();
  }

  /** That every statement denies, so that every request is refused; nothing where one allows. */
  public static Optional<Verdict> denyOnly(Endpoint endpoint, Supplier<String> awsText) {
    return endpoint
        .policy()
        .value()
        .flatMap(policy -> policy)
        .map(document -> Policy.of(document.value()))
        .filter(policy -> policy.statements().isPresent())
        .flatMap(policy ->
            Findings.of(
                POLICY_ALLOWS_NOTHING,
                policy.isDenyOnly(),
                path(endpoint),
                () -> ALLOWS_NOTHING,
                awsText));
  }

  private static JsonPath path(Endpoint endpoint) {
    return endpoint.paths().apply("PolicyDocument");
  }
}
