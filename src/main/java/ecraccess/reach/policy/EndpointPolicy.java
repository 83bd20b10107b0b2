package ecraccess.reach.policy;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Symptom;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Whether an endpoint's policy lets a request through. */
public record EndpointPolicy(Flow flow, Endpoint endpoint) {
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

  private Verdict verdict(Json policy) {
    return PolicyText.statements(policy)
        .map(this::verdict)
        .orElseGet(() -> new Verdict.CannotTell(POLICY_DENIES, path(endpoint), missing(endpoint)));
  }

  private Verdict verdict(List<Json> statements) {
    PolicyCalls calls = PolicyCalls.of(flow);
    Optional<Verdict> nothing = nothing(endpoint, statements, () -> refused(calls.first()));
    if (nothing.filter(Verdict.Cannot.class::isInstance).isPresent()) {
      return nothing.get();
    }
    List<PolicyStatement> readable =
        statements.stream()
            .filter(Json.Obj.class::isInstance)
            .map(statement ->
                new PolicyStatement((Json.Obj) statement, "the policy of " + endpoint.name()))
            .toList();
    Ternary allowed = calls.allowed(call -> allows(readable, call));
    return Findings.of(
            POLICY_DENIES,
            readable.size() == statements.size() ? allowed.not() : Ternary.open(missing(endpoint)),
            path(endpoint),
            () -> text(readable, calls),
            () -> refused(calls.first()))
        .orElseGet(() -> new Verdict.Can("the policy of " + endpoint.name() + " allows it"));
  }

  /** That the policy refuses everything; nothing where it allows something. */
  public static Optional<Verdict> nothing(
      Endpoint endpoint, List<Json> statements, Supplier<String> awsText) {
    return Findings.of(
        POLICY_ALLOWS_NOTHING,
        PolicyText.allowsNothing(statements, endpoint.name()),
        path(endpoint),
        () -> ALLOWS_NOTHING,
        awsText);
  }

  private static Ternary allows(List<PolicyStatement> statements, PolicyStatement.Call call) {
    Function<PolicyStatement, Ternary> isAbout = statement -> statement.isAbout(call);
    Ternary allowed = any(statements, one -> one.isAllow().and(isAbout.apply(one)));
    Ternary denied = any(statements, one -> one.isAllow().not().and(isAbout.apply(one)));
    return allowed.and(denied.not());
  }

  private String text(List<PolicyStatement> statements, PolicyCalls calls) {
    PolicyStatement.Call refused =
        calls.all().stream()
            .filter(call -> allows(statements, call).isNo())
            .findFirst()
            .orElse(calls.first());
    String expected =
        "expected a statement that allows " + PolicyCalls.show(refused, flow.network().region());
    if (any(statements, one -> one.isAllow().not().and(one.isAbout(refused))).isYes()) {
      return expected + ", found one that denies it; take it out of the Deny";
    }
    Ternary forSome =
        any(
            statements,
            one -> one.isAllow().and(one.isAbout(refused.action(), refused.resource())));
    return refused.byAws() && !forSome.isNo()
        ? expected
            + " to anybody, found one for certain callers or accounts only, while ECR itself"
            + " fetches the layers from a bucket of AWS; allow it to Principal \"*\" without a"
            + " condition"
        : expected + ", found none; add one";
  }

  private String refused(PolicyStatement.Call call) {
    return Symptoms.refused(flow, call.action());
  }

  private static Ternary any(
      List<PolicyStatement> statements, Function<PolicyStatement, Ternary> claim) {
    return Ternary.any(statements.stream().map(claim).toList());
  }

  private static JsonPath path(Endpoint endpoint) {
    return endpoint.paths().apply("PolicyDocument");
  }

  private static String missing(Endpoint endpoint) {
    return "what the policy of " + endpoint.name() + " allows";
  }
}
