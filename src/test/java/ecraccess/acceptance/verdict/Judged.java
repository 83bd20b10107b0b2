package ecraccess.acceptance.verdict;

import ecraccess.core.cfn.Problem;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.macro.expand.CheckOutcome;
import ecraccess.macro.expand.Expander;
import ecraccess.macro.expand.Expansion;
import ecraccess.macro.expand.TemplateCheck;
import ecraccess.macro.expand.plan.DeploymentContext;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Judgement;
import ecraccess.reach.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What comes out for a template. All tests here get their verdicts from this one place.
 *
 * @param problems what keeps it from expanding, so that it is refused unjudged
 */
public record Judged(Optional<Judgement> judgement, List<Problem> problems) {
  private static final Check PROBLEM = Check.of("problem", "", "", "", "");

  /** A verdict without its words. */
  public enum Kind {
    CAN("can"),
    CANNOT("cannot"),
    CANNOT_TELL("cannot tell"),
    NOTHING("nothing to judge");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    static Kind of(String text) {
      return Stream.of(values()).filter(kind -> kind.text.equals(text)).findFirst().orElseThrow();
    }

    private static Kind of(Verdict verdict) {
      return switch (verdict) {
        case Verdict.Can can -> CAN;
        case Verdict.Cannot cannot -> CANNOT;
        case Verdict.CannotTell open -> CANNOT_TELL;
      };
    }

    @Override
    public String toString() {
      return text;
    }
  }

  public static Judged of(Json.Obj template, String region) {
    return of(template, deployment(template, region));
  }

  /** The same, with the macros that the template still names. */
  static Judged ofWhole(Json.Obj template, String region) {
    return judged(template, deployment(template, region));
  }

  public static Judged of(Json.Obj template, DeploymentContext deployment) {
    return judged(template.without("Transform"), deployment);
  }

  private static Judged judged(Json.Obj template, DeploymentContext deployment) {
    return switch (TemplateCheck.of(template, deployment)) {
      case CheckOutcome.Judged judged -> new Judged(Optional.of(judged.judgement()), List.of());
      case CheckOutcome.Rejected(List<Problem> problems) -> new Judged(Optional.empty(), problems);
    };
  }

  static Json.Obj expanded(Json.Obj template, DeploymentContext deployment) {
    return switch (Expander.expand(template.without("Transform"), deployment)) {
      case Expansion.Expanded expanded -> expanded.template();
      case Expansion.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  /** Where no parameter has a value but its default. */
  static DeploymentContext deployment(Json.Obj template, String region) {
    Map<String, Json> values = new LinkedHashMap<>();
    if (template.get("Parameters").orElse(null) instanceof Json.Obj parameters) {
      parameters
          .members()
          .forEach((name, parameter) ->
              Tree.at(parameter, JsonPath.of("Default"))
                  .filter(value -> !isLookedUp(parameter))
                  .ifPresent(value -> values.put(name, value)));
    }
    return new DeploymentContext(region, "111122223333", "PrivateEcrAccess", new Json.Obj(values));
  }

  /** A default of these types is a name in the Parameter Store, not the value. */
  private static boolean isLookedUp(Json parameter) {
    return Tree.at(parameter, JsonPath.of("Type")).orElse(null) instanceof Json.Str(String type)
        && type.startsWith("AWS::SSM::Parameter::Value");
  }

  public Kind kind() {
    return problems.isEmpty() ? kind(judgement.flatMap(Judgement::verdict)) : Kind.CANNOT;
  }

  /** What is said of the pulls alone. */
  public Kind pulls() {
    return kind(pullVerdicts().reduce(Verdict::and));
  }

  private static Kind kind(Optional<Verdict> verdict) {
    return verdict.map(Kind::of).orElse(Kind.NOTHING);
  }

  private Stream<Verdict> pullVerdicts() {
    return judgement.stream()
        .flatMap(all -> all.pulls().stream())
        .flatMap(pull -> pull.verdict().stream());
  }

  /** Every proof; what keeps a template from expanding is as good as one. */
  public List<Verdict.Cannot> faults() {
    return judgement
        .map(Judgement::faults)
        .orElseGet(() ->
            problems.stream()
                .map(problem -> new Verdict.Cannot(PROBLEM, problem.path(), problem.text(), ""))
                .toList());
  }

  /** Everything that would have to be known, as it is named. */
  public List<Verdict.CannotTell> doubts() {
    return judgement.stream()
        .flatMap(all ->
            Stream.concat(
                all.deployment().stream(),
                all.pulls().stream()
                    .flatMap(pull -> pull.traces().stream())
                    .flatMap(trace -> trace.steps().stream())
                    .map(step -> step.verdict())))
        .filter(Verdict.CannotTell.class::isInstance)
        .map(Verdict.CannotTell.class::cast)
        .distinct()
        .toList();
  }

  /** Whether a doubt names that. */
  public boolean misses(String name) {
    return doubts().stream().anyMatch(doubt -> doubt.missing().contains(name));
  }
}
