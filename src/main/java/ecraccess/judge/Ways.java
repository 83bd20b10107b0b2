package ecraccess.judge;

import java.util.ArrayList;
import java.util.List;

/** What follows where nobody knows which of several ways a request takes. */
final class Ways {
  private Ways() {}

  /**
   * All of them must agree, or else the doubt stands, and the likeliest way is shown with its
   * faults as doubts too.
   *
   * @param ways the likeliest first
   */
  static List<Walk.Step> either(
      Walk.Hop hop, Verdict.CannotTell doubt, List<List<Walk.Step>> ways) {
    List<Verdict> verdicts = ways.stream().map(Ways::verdict).toList();
    if (verdicts.stream().allMatch(Verdict.Can.class::isInstance)
        || verdicts.stream().allMatch(Verdict.Cannot.class::isInstance)) {
      return ways.getFirst();
    }
    List<Walk.Step> steps = new ArrayList<>();
    boolean told = false;
    for (Walk.Step step : soften(ways.getFirst(), doubt.missing())) {
      if (!told && step.hop().compareTo(hop) >= 0) {
        steps.add(new Walk.Step(hop, doubt));
        told = true;
      }
      if (step.hop() != hop) {
        steps.add(step);
      }
    }
    if (!told) {
      steps.add(new Walk.Step(hop, doubt));
    }
    return steps;
  }

  static Verdict verdict(List<Walk.Step> steps) {
    return steps.stream()
        .map(Walk.Step::verdict)
        .reduce(Verdict::and)
        .orElseGet(() -> new Verdict.Can(""));
  }

  /** Proofs of faults become doubts: they hold only if what is missing turns out so. */
  static List<Walk.Step> soften(List<Walk.Step> steps, String missing) {
    return steps.stream()
        .map(step -> new Walk.Step(step.hop(), soften(step.verdict(), missing)))
        .toList();
  }

  static Verdict soften(Verdict verdict, String missing) {
    return switch (verdict) {
      case Verdict.Can can -> can;
      case Verdict.CannotTell open -> open;
      case Verdict.Cannot cannot -> new Verdict.CannotTell(cannot.path(), missing);
    };
  }
}
