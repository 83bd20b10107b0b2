package ecraccess.reach.template;

import ecraccess.core.cfn.ExpressionText;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Found;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.cfn.eval.Assumptions;
import ecraccess.core.cfn.eval.Conditions;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what decides the conditions that matter to a network, and is not known. */
final class OpenConditions {
  private final Template template;
  private final Scenario undecided;
  private final Expressions expressions;

  /** What each parameter without a value is compared with. */
  private final Map<String, Set<String>> compared = new LinkedHashMap<>();

  /** Comparisons of anything else, with what to say when they hold and when they do not. */
  private final Map<Json, List<String>> comparisons = new LinkedHashMap<>();

  private final Set<String> seen = new LinkedHashSet<>();

  OpenConditions(Template template, Scenario undecided) {
    this.template = template;
    this.undecided = undecided;
    this.expressions = new Expressions(template);
  }

  /** Each choice as the assumptions that it leaves. */
  List<List<Assumptions>> all() {
    List<Resource> resources = template.resources().stream().filter(RelevantTypes::is).toList();
    resources.forEach(resource -> member(resource.value(), "Condition").ifPresent(this::condition));
    resources.forEach(
        resource -> member(resource.value(), "Properties").ifPresent(this::choicesIn));
    List<List<Assumptions>> all = new ArrayList<>();
    compared.forEach((parameter, literals) -> all.add(parameter(parameter, literals)));
    comparisons.forEach((comparison, clauses) ->
        all.add(
            List.of(
                Assumptions.comparison(comparison, true, clauses.getFirst()),
                Assumptions.comparison(comparison, false, clauses.getLast()))));
    return all;
  }

  private static Optional<Json> member(Json value, String name) {
    return value instanceof Json.Obj members ? members.get(name) : Optional.empty();
  }

  private void choicesIn(Json value) {
    Intrinsic.of(value)
        .filter(function -> !function.branches().isEmpty())
        .ifPresent(function -> condition(Conditions.parts(function).getFirst()));
    value.mapChildren((step, child) -> {
      if (!RelevantTypes.isDecoration(step)) {
        choicesIn(child);
      }
      return child;
    });
  }

  private void condition(Json name) {
    if (name instanceof Json.Str(String text) && seen.add(text)) {
      undecided
          .conditions()
          .definition(text)
          .ifPresent(definition -> comparisonsIn(definition, text, definition));
    }
  }

  private void comparisonsIn(Json condition, String name, Json whole) {
    if (undecided.conditions().of(condition) != Answer.MAYBE) {
      return;
    }
    Optional<Intrinsic> function = Intrinsic.of(condition);
    switch (function.map(Intrinsic::name).orElse("")) {
      case "Condition" -> condition(function.orElseThrow().argument());
      case "Fn::And", "Fn::Or", "Fn::Not" ->
          Conditions.parts(function.orElseThrow())
              .forEach(part -> comparisonsIn(part, name, whole));
      case "Fn::Equals" -> comparison(condition, name, whole);
      default -> {}
    }
  }

  private void comparison(Json condition, String name, Json whole) {
    Optional<Conditions.Compared> parameter = undecided.conditions().comparedParameter(condition);
    if (parameter.isPresent()) {
      compared
          .computeIfAbsent(parameter.get().parameter(), p -> new LinkedHashSet<>())
          .add(parameter.get().literal());
    } else {
      comparisons.putIfAbsent(expressions.canonical(condition), clauses(condition, name, whole));
    }
  }

  /** Told by the condition where it is nothing but this comparison, or its opposite. */
  private static List<String> clauses(Json comparison, String name, Json whole) {
    String is = "condition " + name + " is ";
    Json opposite = Json.Obj.of("Fn::Not", Json.Arr.of(comparison));
    if (whole.equals(comparison)) {
      return List.of(is + "true", is + "false");
    }
    if (whole.equals(opposite)) {
      return List.of(is + "false", is + "true");
    }
    List<String> sides =
        Intrinsic.of(comparison).map(Conditions::parts).orElse(List.of()).stream()
            .map(ExpressionText::of)
            .toList();
    String first = sides.isEmpty() ? "" : sides.getFirst();
    String last = sides.isEmpty() ? "" : sides.getLast();
    return List.of(
        "%s is \"%s\"".formatted(first, last), "%s is not \"%s\"".formatted(first, last));
  }

  private List<Assumptions> parameter(String parameter, Set<String> literals) {
    List<String> allowed = undecided.parameters().allowed(parameter);
    Set<String> values = new LinkedHashSet<>(literals);
    Set<String> others = new LinkedHashSet<>(allowed);
    others.removeAll(literals);
    if (!allowed.isEmpty()) {
      values.retainAll(allowed);
      if (others.size() == 1) {
        values.addAll(others);
        others.clear();
      }
    }
    List<Assumptions> all = new ArrayList<>();
    for (String value : values) {
      String clause = "parameter %s is %s".formatted(parameter, Found.quote(value));
      all.add(Assumptions.value(parameter, value, clause));
    }
    if (allowed.isEmpty() || !others.isEmpty()) {
      String named = literals.stream().map(Found::quote).collect(Collectors.joining(" or "));
      all.add(
          Assumptions.not(
              parameter, literals, "parameter %s is not %s".formatted(parameter, named)));
    }
    return all;
  }
}
