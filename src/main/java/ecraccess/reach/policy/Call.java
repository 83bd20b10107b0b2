package ecraccess.reach.policy;

/**
 * A call that an endpoint's policy is asked about.
 *
 * @param action {@code ecr:BatchGetImage}, or all of a service of which some are called: {@code
 *     logs:*}
 * @param resource its ARN; a wildcard stands for what is unknown
 * @param caller who makes it
 * @param throughGateway whether the endpoint is a gateway, whose policies know fewer principals
 * @param context the condition keys
 */
public record Call(
    TextPattern action,
    TextPattern resource,
    Caller caller,
    boolean throughGateway,
    RequestContext context) {

  /** What would tell the resource where it has wildcards. */
  String whichResource() {
    return "on what " + action + " is called";
  }

  @Override
  public String toString() {
    return action + " on " + resource;
  }
}
