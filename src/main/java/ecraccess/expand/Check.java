package ecraccess.expand;

import ecraccess.json.Json;
import ecraccess.judge.Judge;
import ecraccess.judge.Judgement;
import ecraccess.survey.Survey;
import ecraccess.template.Template;
import java.util.Map;

/** Tells whether what a template deploys will be able to pull images. */
public final class Check {
  private Check() {}

  /**
   * Judges a template, with or without shorthands in it. What {@code Checks} says does not matter.
   *
   * @param template the whole template, less its {@code Transform} section
   */
  public static Checked of(Json.Obj template, Deployment deployment) {
    return switch (Expander.expand(template, deployment)) {
      case Expansion.Rejected rejected -> new Checked.Rejected(rejected.problems());
      case Expansion.Expanded expanded ->
          new Checked.Judged(judge(new Template(expanded.template()), deployment));
    };
  }

  private static Judgement judge(Template expanded, Deployment deployment) {
    return Judge.judge(
        Survey.of(
            expanded,
            new Survey.Context(
                deployment.region(),
                deployment.accountId(),
                deployment.parameterValues(),
                path -> path,
                Map.of())));
  }
}
