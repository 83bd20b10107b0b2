package ecraccess.judge;

import ecraccess.json.Json;
import ecraccess.logic.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One statement of an endpoint policy.
 *
 * @param missing what would tell where it says something that only the deployment knows
 */
record PolicyStatement(Json.Obj body, String missing) {

  /**
   * A call.
   *
   * @param action one, or all of a service: {@code logs:*}
   * @param resource its ARN, or the ARNs that it may have
   * @param byAws whether AWS itself makes it, as ECR does for image layers, so that no condition on
   *     the user's own account or organization holds
   */
  record Call(String action, String resource, boolean byAws) {}

  Claim isAllow() {
    return PolicyText.isAllow(body, missing);
  }

  Claim isAbout(Call call) {
    return Claim.all(
        List.of(isAbout(call.action(), call.resource()), caller(call), conditions(call)));
  }

  /** Whoever calls, and whatever its conditions say. */
  Claim isAbout(String action, String resource) {
    return fits("Action", action.toLowerCase(Locale.ROOT)).and(fits("Resource", resource));
  }

  private Claim fits(String name, String target) {
    Optional<Json> not = body.get("Not" + name);
    return not.map(excluded -> fits(excluded, name, target).not())
        .or(() -> body.get(name).map(included -> fits(included, name, target)))
        .orElse(Claim.open(missing));
  }

  private Claim fits(Json patterns, String name, String target) {
    return Claim.any(
        PolicyText.items(patterns).stream().map(pattern -> fit(pattern, name, target)).toList());
  }

  private Claim fit(Json pattern, String name, String target) {
    if (!(pattern instanceof Json.Str(String text)) || text.contains("${")) {
      return Claim.open(missing);
    }
    Glob glob = new Glob(name.equals("Action") ? text.toLowerCase(Locale.ROOT) : text);
    return Claim.of(glob.covers(new Glob(target)), missing);
  }

  private Claim caller(Call call) {
    return body.get("Principal")
        .map(principal -> isAnybody(principal))
        .map(anybody -> !call.byAws() && anybody.isNo() ? Claim.open(missing) : anybody)
        .orElse(Claim.open(missing));
  }

  private Claim isAnybody(Json principal) {
    if (principal instanceof Json.Obj object && !PolicyText.isOpen(object)) {
      return object.get("AWS").map(this::isAnybody).orElse(Claim.NO);
    }
    return Claim.any(
        PolicyText.items(principal).stream()
            .map(one ->
                one instanceof Json.Str(String text)
                    ? Claim.of(text.equals("*"))
                    : Claim.open(missing))
            .toList());
  }

  private Claim conditions(Call call) {
    Json conditions = body.get("Condition").orElse(new Json.Obj(Map.of()));
    if (conditions.equals(new Json.Obj(Map.of()))) {
      return Claim.YES;
    }
    return call.byAws() && conditions instanceof Json.Obj(Map<String, Json> operators)
        ? Claim.open(missing)
            .and(
                Claim.of(
                    operators.entrySet().stream()
                            .anyMatch(one -> never(one.getKey(), one.getValue()))
                        ? Answer.NO
                        : Answer.YES,
                    missing))
        : Claim.open(missing);
  }

  /** Whether the condition asks for the user's own account or organization. */
  private static boolean never(String operator, Json keys) {
    boolean asks =
        !operator.contains("Not")
            && !operator.endsWith("IfExists")
            && !operator.equals("Null")
            && !operator.startsWith("ForAllValues:");
    return asks
        && keys instanceof Json.Obj(Map<String, Json> values)
        && values.entrySet().stream()
            .anyMatch(one -> isOfCaller(one.getKey()) && isWrittenOut(one.getValue()));
  }

  private static boolean isOfCaller(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return List.of(
                "aws:principalaccount",
                "aws:principalorgid",
                "aws:principalorgpaths",
                "aws:principalarn",
                "aws:resourceaccount",
                "aws:resourceorgid",
                "aws:resourceorgpaths",
                "s3:resourceaccount")
            .contains(name)
        || name.startsWith("aws:principaltag/");
  }

  private static boolean isWrittenOut(Json values) {
    return PolicyText.items(values).stream()
        .allMatch(value -> value instanceof Json.Str(String text) && !text.matches("\\*+"));
  }
}
