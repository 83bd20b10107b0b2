package ecraccess.macro.expand;

import ecraccess.core.cfn.Problem;
import ecraccess.reach.verdict.Judgement;
import java.util.List;

/** What a check of a template yields: a judgement, or the problems that keep it from expanding. */
public sealed interface CheckOutcome {

  /** The template expands, or has nothing to expand. */
  record Judged(Judgement judgement) implements CheckOutcome {}

  /** All problems, in template order. */
  record Rejected(List<Problem> problems) implements CheckOutcome {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
