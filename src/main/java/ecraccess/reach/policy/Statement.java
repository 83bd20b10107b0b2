package ecraccess.reach.policy;

import ecraccess.core.json.Json;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.policy.Decision.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One statement of a policy.
 *
 * @param index in the policy, from 0
 */
record Statement(int index, Json.Obj body, PolicyTexts texts) {

  /**
   * How a call fits one part.
   *
   * @param key the condition key, for a condition; empty for any other part
   */
  record Fit(Part part, String key, Ternary fits) {}

  Ternary isAllow() {
    return body.get("Effect")
        .flatMap(texts::literal)
        .flatMap(TextPattern::text)
        .map(effect -> Ternary.of(effect.equals("Allow")))
        .orElseGet(() -> Ternary.open("whether statement %d allows or denies".formatted(number())));
  }

  /** For readers, who count from one. */
  int number() {
    return index + 1;
  }

  static Ternary applies(List<Fit> fits) {
    return Ternary.all(fits.stream().map(Fit::fits).toList());
  }

  List<Fit> fits(Call call) {
    List<Fit> fits = new ArrayList<>();
    fits.add(
        new Fit(
            Part.ACTION,
            "",
            unlessNot(
                "Action",
                value ->
                    fit(
                        value,
                        TextPattern::lowerCase,
                        call.action(),
                        "which of " + call.action() + " is called"))));
    fits.add(
        new Fit(
            Part.RESOURCE,
            "",
            unlessNot(
                "Resource", value -> fit(value, it -> it, call.resource(), call.whichResource()))));
    fits.add(
        new Fit(
            Part.PRINCIPAL,
            "",
            unlessNot("Principal", new Principals(texts, call, !isAllow().isNo())::names)));
    PolicyConditions conditions = new PolicyConditions(texts, call.context());
    body.get("Condition")
        .map(conditions::of)
        .orElse(List.of())
        .forEach(outcome -> fits.add(new Fit(Part.CONDITION, outcome.key(), outcome.holds())));
    return fits;
  }

  private Ternary unlessNot(String name, Function<Json, Ternary> fits) {
    Optional<Ternary> wanted = body.get(name).map(fits);
    Optional<Ternary> excluded = body.get("Not" + name).map(fits).map(Ternary::not);
    return wanted
        .or(() -> excluded)
        .orElseGet(() -> Ternary.open("the %s of statement %d".formatted(name, number())));
  }

  private Ternary fit(
      Json patterns, Function<TextPattern, TextPattern> form, TextPattern target, String which) {
    return Ternary.any(
        Policy.items(patterns).stream()
            .map(pattern ->
                texts
                    .glob(pattern)
                    .map(it -> form.apply(it).fits(form.apply(target), which))
                    .orElseGet(
                        () -> Ternary.open("what statement %d is about".formatted(number()))))
            .toList());
  }
}
