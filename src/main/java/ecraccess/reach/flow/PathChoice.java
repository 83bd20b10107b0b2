package ecraccess.reach.flow;

import ecraccess.reach.verdict.Trace;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What follows where nobody knows which of several ways a request takes. */
public final class PathChoice {
  private PathChoice() {}

  /**
   * All of them must agree, or else the doubt stands, and the likeliest way is shown with its
   * faults as doubts too.
   *
   * @param ways the likeliest first
   */
  public static List<Trace.Step> either(
      Trace.StepKind kind, Verdict.CannotTell doubt, List<List<Trace.Step>> ways) {
    List<Verdict> verdicts = ways.stream().map(PathChoice::verdict).toList();
    if (verdicts.stream().allMatch(Verdict.Can.class::isInstance)
        || verdicts.stream().allMatch(Verdict.Cannot.class::isInstance)) {
      return ways.getFirst();
    }
    List<Trace.Step> steps = new ArrayList<>();
    boolean told = false;
    for (Trace.Step step : soften(ways.getFirst(), doubt.missing())) {
      if (!told && step.kind().compareTo(kind) >= 0) {
        steps.add(new Trace.Step(kind, doubt));
        told = true;
      }
      if (step.kind() != kind) {
        steps.add(step);
      }
    }
    if (!told) {
      steps.add(new Trace.Step(kind, doubt));
    }
    return steps;
  }

  public static Verdict verdict(List<Trace.Step> steps) {
    return steps.stream()
        .map(Trace.Step::verdict)
        .reduce(Verdict::and)
        .orElseGet(() -> new Verdict.Can(""));
  }

  /** Proofs of faults become doubts: they hold only if what is missing turns out so. */
  public static List<Trace.Step> soften(List<Trace.Step> steps, String missing) {
    return steps.stream()
        .map(step -> new Trace.Step(step.kind(), soften(step.verdict(), missing)))
        .toList();
  }

  public static Verdict soften(Verdict verdict, String missing) {
    return switch (verdict) {
      case Verdict.Can can -> can;
      case Verdict.CannotTell open -> open;
      case Verdict.Cannot cannot -> new Verdict.CannotTell(cannot.check(), cannot.path(), missing);
    };
  }
}
