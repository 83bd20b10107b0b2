package ecraccess.macro.expand;

import ecraccess.core.json.Json;
import ecraccess.macro.expand.plan.DeploymentContext;

/** Tells whether what a template deploys will be able to pull images. */
public final class TemplateCheck {
  private TemplateCheck() {}

  /**
   * Judges a template, with or without shorthands in it. What {@code Checks} says does not matter.
   *
   * @param template the whole template, less its {@code Transform} section
   */
  public static CheckOutcome of(Json.Obj template, DeploymentContext deployment) {
    Expander expander = new Expander(template);
    return switch (expander.expand(deployment)) {
      case Expansion.Rejected rejected -> new CheckOutcome.Rejected(rejected.problems());
      case Expansion.Expanded expanded ->
          new CheckOutcome.Judged(expander.judging(deployment).judge(expanded.template()));
    };
  }
}
