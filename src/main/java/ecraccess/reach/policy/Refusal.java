package ecraccess.reach.policy;

import ecraccess.core.aws.EcrPull;
import ecraccess.reach.flow.EndpointClaims;
import ecraccess.reach.model.Endpoint;
import java.util.List;

/** Says why a policy refuses a call, and what lets it through. */
record Refusal(Endpoint endpoint, Call call) {
  private static final String FETCHES = "ECR itself fetches the layers, from a bucket of AWS";

  /** The keys of condition that ask whose the caller or the resource is. */
  private static final List<String> OF_OWNERS = List.of("account", "org", "principal");

  String text(Decision.Denied denied) {
    String by =
        denied.keys().isEmpty() ? "" : " by its condition on " + String.join(", ", denied.keys());
    return "%s, found statement %d, which denies it%s%s; %s"
        .formatted(
            expected(),
            denied.statement(),
            by,
            isLayer() && denied.keys().stream().anyMatch(Refusal::isOfOwner)
                ? ", while " + FETCHES
                : "",
            denied.keys().isEmpty()
                ? "take it out of the Deny"
                : "exempt %s with NotResource in place of Resource".formatted(call.resource()));
  }

  String text(Decision.NotAllowed refused) {
    return refused
        .nearest()
        .filter(nearest ->
            nearest.part() == Decision.Part.PRINCIPAL || nearest.part() == Decision.Part.CONDITION)
        .map(this::text)
        .orElseGet(() -> expected() + ", found none; " + wayOut());
  }

  private String text(Decision.Nearest nearest) {
    boolean principal = nearest.part() == Decision.Part.PRINCIPAL;
    if (isLayer() && (principal || isOfOwner(nearest.key()))) {
      return expected()
          + " to anybody, found one for certain callers or accounts only%s, while "
              .formatted(nearest.key().isEmpty() ? "" : " by its condition on " + nearest.key())
          + FETCHES
          + "; allow it to Principal \"*\" without a condition";
    }
    if (principal) {
      return expected()
          + ", found statement %d for other principals only; %s"
              .formatted(
                  nearest.statement(),
                  call.throughGateway()
                      ? "write Principal \"*\", as a gateway's policy has to, and aws:PrincipalArn"
                          + " in a condition"
                      : "add the role that calls, or write Principal \"*\"");
    }
    return expected()
        + ", found statement %d, whose condition on %s no such request meets; %s"
            .formatted(nearest.statement(), nearest.key(), instead(nearest.key()));
  }

  private static String instead(String key) {
    return key.equalsIgnoreCase("aws:SourceIp")
        ? "through an endpoint no request has that key, so ask for aws:VpcSourceIp"
        : "take the condition away, or allow this call in a statement of its own";
  }

  private String expected() {
    return "expected a statement that allows " + call;
  }

  /** What the user can really write: for a generated policy, a property of the shorthand. */
  private String wayOut() {
    if (!EndpointClaims.isGenerated(endpoint)) {
      return "add one";
    }
    String action = call.action().toString();
    if (action.equals(EcrPull.LAYER_ACTION) && !isLayer()) {
      return "name %s in AdditionalS3Resources of %s".formatted(objects(), endpoint.maker());
    }
    return EcrPull.IMAGE_ACTIONS.contains(action)
        ? "name %s in Repositories of %s".formatted(call.resource(), endpoint.maker())
        : "add one to the PolicyDocument in Overrides of " + endpoint.maker();
  }

  /** Every object of the bucket: the next file is refused no more. */
  private String objects() {
    String arn = call.resource().toString();
    int slash = arn.indexOf('/');
    return slash < 0 ? arn : arn.substring(0, slash + 1) + "*";
  }

  private boolean isLayer() {
    return call.caller() instanceof Caller.Aws;
  }

  private static boolean isOfOwner(String key) {
    String name = key.toLowerCase(java.util.Locale.ROOT);
    return OF_OWNERS.stream().anyMatch(name::contains);
  }
}
