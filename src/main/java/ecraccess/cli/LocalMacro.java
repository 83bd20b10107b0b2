package ecraccess.cli;

import ecraccess.expand.Deployment;
import ecraccess.expand.Expander;
import ecraccess.expand.Expansion;
import ecraccess.expand.Note;
import ecraccess.json.Json;
import ecraccess.json.Path;
import ecraccess.shorthand.Shorthand;
import ecraccess.template.Problem;
import ecraccess.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the macro on a whole template, and does around it what CloudFormation does. */
record LocalMacro(DeploymentOptions options, Map<String, String> environment) {

  /** The template that CloudFormation would deploy, or hand on to the macros that remain. */
  Expansion expand(Json.Obj template) {
    TransformSection transform = new TransformSection(template, options.macroName());
    ParameterValues parameters = new ParameterValues(template, options.parameters());
    List<Problem> problems = new ArrayList<>(transform.problems());
    problems.addAll(parameters.problems());
    if (!transform.namesUs()) {
      firstShorthand(template).map(this::notNamed).ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      return new Expansion.Rejected(problems);
    }
    return transform.namesUs()
        ? putBack(transform, run(template, parameters))
        : new Expansion.Expanded(template, List.of(), List.of());
  }

  private Expansion run(Json.Obj template, ParameterValues parameters) {
    return Expander.expand(
        template.without(TransformSection.TRANSFORM),
        options.deployment(environment, parameters.resolved()));
  }

  /** The stack's region, unless nobody said it. */
  Optional<String> region() {
    return options.region(environment);
  }

  /** What the macro would be told of a deployment of the template. */
  Deployment deployment(Json.Obj template) {
    return options.deployment(
        environment, new ParameterValues(template, options.parameters()).resolved());
  }

  private static Expansion putBack(TransformSection transform, Expansion expansion) {
    return switch (expansion) {
      case Expansion.Expanded(Json.Obj expanded, List<String> shorthands, List<Note> notes) ->
          new Expansion.Expanded(transform.putBack(expanded), shorthands, notes);
      case Expansion.Rejected rejected -> rejected;
    };
  }

  private Problem notNamed(Path shorthand) {
    String name = options.macroName();
    return new Problem(
        shorthand, "only a macro knows this type, add \"Transform: " + name + "\" to the template");
  }

  private static Optional<Path> firstShorthand(Json.Obj template) {
    return new Template(template)
        .resources().stream()
            .filter(resource -> resource.isOfType(Shorthand.TYPE))
            .map(resource -> resource.path().member("Type"))
            .findFirst();
  }
}
