package ecraccess.reach.policy;

import ecraccess.core.aws.Limits;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.logic.Ternary;

/**
 * How long a policy is, as EC2 counts it.
 *
 * @param atLeast its characters without what only the deployment knows, which may be empty
 * @param isTooLong whether it is longer than EC2 takes
 */
public record PolicySize(int atLeast, Ternary isTooLong) {

  public static PolicySize of(Json policy) {
    int atLeast = characters(withoutOpenParts(policy));
    if (atLeast > Limits.ENDPOINT_POLICY_CHARACTERS) {
      return new PolicySize(atLeast, Ternary.YES);
    }
    boolean open = !withoutOpenParts(policy).equals(policy);
    return new PolicySize(
        atLeast,
        open && characters(policy) > Limits.ENDPOINT_POLICY_CHARACTERS
            ? Ternary.open("the length of the policy")
            : Ternary.NO);
  }

  private static int characters(Json policy) {
    return policy instanceof Json.Str(String text)
        ? text.length()
        : JsonText.compact(policy).length();
  }

  private static Json withoutOpenParts(Json value) {
    return Intrinsic.of(value).isPresent()
        ? new Json.Str("")
        : value.mapChildren((step, child) -> withoutOpenParts(child));
  }
}
