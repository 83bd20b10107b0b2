package ecraccess.cli;

import ecraccess.core.cfn.Problem;
import ecraccess.core.cfn.Template;
import ecraccess.core.cfn.eval.RegionEvidence;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.macro.expand.AddedService;
import ecraccess.macro.expand.CheckOutcome;
import ecraccess.macro.expand.Expander;
import ecraccess.macro.expand.Expansion;
import ecraccess.macro.expand.plan.DeploymentContext;
import ecraccess.macro.shorthand.Shorthand;
import ecraccess.reach.verdict.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Runs the macro on a whole template, and does around it what CloudFormation does. */
record LocalMacro(DeploymentOptions options, Map<String, String> environment) {

  /** The template that CloudFormation would deploy, or hand on to the macros that remain. */
  Expansion expand(Json.Obj template) {
    TransformSection transform = new TransformSection(template, options.macroName());
    List<Problem> problems = problems(template, transform);
    if (!problems.isEmpty()) {
      return new Expansion.Rejected(problems);
    }
    return transform.namesUs()
        ? putBack(transform, Expander.expand(withoutTransform(template), deployment(template)))
        : new Expansion.Expanded(template, List.of(), List.of(), List.of());
  }

  /** What the judge says of a template, whether it names the macro or not. */
  CheckOutcome check(
      Json.Obj template, BiFunction<Json.Obj, DeploymentContext, CheckOutcome> judge) {
    TransformSection transform = new TransformSection(template, options.macroName());
    List<Problem> problems = problems(template, transform);
    return problems.isEmpty()
        ? judge.apply(transform.putBack(withoutTransform(template)), deployment(template))
        : new CheckOutcome.Rejected(problems);
  }

  private List<Problem> problems(Json.Obj template, TransformSection transform) {
    List<Problem> problems = new ArrayList<>(transform.problems());
    problems.addAll(parameters(template).problems());
    if (!transform.namesUs()) {
      firstShorthand(template).map(this::notNamed).ifPresent(problems::add);
    }
    return problems;
  }

  /** What the macro would be told of a deployment of the template. */
  DeploymentContext deployment(Json.Obj template) {
    return options.deployment(stackRegion(template).name(), parameters(template).resolved());
  }

  private ParameterValues parameters(Json.Obj template) {
    return new ParameterValues(template, options.parameters());
  }

  private static Json.Obj withoutTransform(Json.Obj template) {
    return template.without(TransformSection.TRANSFORM);
  }

  /** The region that the template is judged for, and who says so. */
  StackRegion stackRegion(Json.Obj template) {
    return region()
        .map(told -> new StackRegion(told, StackRegion.Source.TOLD))
        .or(() ->
            RegionEvidence.of(new Template(template), parameters(template).resolved())
                .map(region -> new StackRegion(region, StackRegion.Source.TEMPLATE)))
        .orElse(StackRegion.UNTOLD);
  }

  /** The stack's region, unless nobody said it. */
  Optional<String> region() {
    return options.region(environment);
  }

  private static Expansion putBack(TransformSection transform, Expansion expansion) {
    return switch (expansion) {
      case Expansion.Expanded(
              Json.Obj expanded,
              List<String> shorthands,
              List<AddedService> notes,
              List<Note> findings) ->
          new Expansion.Expanded(transform.putBack(expanded), shorthands, notes, findings);
      case Expansion.Rejected rejected -> rejected;
    };
  }

  private Problem notNamed(JsonPath shorthand) {
    String name = options.macroName();
    return new Problem(
        shorthand, "only a macro knows this type, add \"Transform: " + name + "\" to the template");
  }

  private static Optional<JsonPath> firstShorthand(Json.Obj template) {
    return new Template(template)
        .resources().stream()
            .filter(resource -> resource.isOfType(Shorthand.TYPE))
            .map(resource -> resource.path().member("Type"))
            .findFirst();
  }
}
