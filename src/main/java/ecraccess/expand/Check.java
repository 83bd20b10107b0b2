package ecraccess.expand;

import ecraccess.json.Json;

/** Tells whether what a template deploys will be able to pull images. */
public final class Check {
  private Check() {}

  /**
   * Judges a template, with or without shorthands in it. What {@code Checks} says does not matter.
   *
   * @param template the whole template, less its {@code Transform} section
   */
  public static Checked of(Json.Obj template, Deployment deployment) {
    Expander expander = new Expander(template);
    return switch (expander.expand(deployment)) {
      case Expansion.Rejected rejected -> new Checked.Rejected(rejected.problems());
      case Expansion.Expanded expanded ->
          new Checked.Judged(expander.judging(deployment).judge(expanded.template()));
    };
  }
}
