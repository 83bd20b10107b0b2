package ecraccess.reach.policy;

import ecraccess.core.json.Json;
import ecraccess.core.logic.Ternary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One statement of an endpoint policy.
 *
 * @param policy whose it is, for what is missing: {@code the policy of EcrApiEndpoint}
 */
record PolicyStatement(Json.Obj body, String policy) {

  /**
   * A call.
   *
   * @param action one, or all of a service: {@code logs:*}
   * @param resource its ARN, or the ARNs that it may have
   * @param byAws whether AWS itself makes it, as ECR does for image layers, so that no condition on
   *     the user's own account or organization holds
   */
  record Call(String action, String resource, boolean byAws) {}

  private static final Json NO_CONDITION = new Json.Obj(Map.of());

  Ternary isAllow() {
    return PolicyText.isAllow(body, PolicyText.isOpen(body) ? PolicyText.show(body) : policy);
  }

  Ternary isAbout(Call call) {
    return Ternary.all(
        List.of(isAbout(call.action(), call.resource()), caller(call), conditions(call)));
  }

  /** Whoever calls, and whatever its conditions say. */
  Ternary isAbout(String action, String resource) {
    return fits("Action", action.toLowerCase(Locale.ROOT)).and(fits("Resource", resource));
  }

  private Ternary fits(String name, String target) {
    Optional<Json> not = body.get("Not" + name);
    return not.map(excluded -> fits(excluded, name, target).not())
        .or(() -> body.get(name).map(included -> fits(included, name, target)))
        .orElse(Ternary.open(policy + ", of which a statement has no " + name));
  }

  private Ternary fits(Json patterns, String name, String target) {
    return Ternary.any(
        PolicyText.items(patterns).stream().map(pattern -> fit(pattern, name, target)).toList());
  }

  private Ternary fit(Json pattern, String name, String target) {
    if (!(pattern instanceof Json.Str(String text)) || text.contains("${")) {
      return Ternary.open(PolicyText.show(pattern) + " in " + policy);
    }
    Glob glob = new Glob(name.equals("Action") ? text.toLowerCase(Locale.ROOT) : text);
    return Ternary.of(
        glob.covers(new Glob(target)),
        "whether %s in %s covers all that is called".formatted(text, policy));
  }

  private Ternary caller(Call call) {
    Ternary anybody = body.get("Principal").map(this::isAnybody).orElse(Ternary.open(policy));
    return !call.byAws() && anybody.isNo()
        ? Ternary.open("whether what pulls is a principal that " + policy + " names")
        : anybody;
  }

  private Ternary isAnybody(Json principal) {
    if (principal instanceof Json.Obj object && !PolicyText.isOpen(object)) {
      return object.get("AWS").map(this::isAnybody).orElse(Ternary.NO);
    }
    return Ternary.any(
        PolicyText.items(principal).stream()
            .map(one ->
                one instanceof Json.Str(String text)
                    ? Ternary.of(text.equals("*"))
                    : Ternary.open(PolicyText.show(one) + ", a principal in " + policy))
            .toList());
  }

  private Ternary conditions(Call call) {
    if (!(body.get("Condition").orElse(NO_CONDITION) instanceof Json.Obj(Map<String, Json> all))) {
      return Ternary.open("the conditions in " + policy);
    }
    return Ternary.all(
        all.entrySet().stream()
            .map(one ->
                call.byAws() && never(one.getKey(), one.getValue())
                    ? Ternary.NO
                    : holds(one.getValue()))
            .toList());
  }

  private Ternary holds(Json keys) {
    String names =
        keys instanceof Json.Obj(Map<String, Json> values)
            ? String.join(", ", values.keySet())
            : PolicyText.show(keys);
    return Ternary.open("whether the condition on %s in %s holds".formatted(names, policy));
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
