package ecraccess.expand;

import ecraccess.judge.Judgement;
import ecraccess.template.Problem;
import java.util.List;

/** What a check of a template yields: a judgement, or the problems that keep it from expanding. */
public sealed interface Checked {

  /** The template expands, or has nothing to expand. */
  record Judged(Judgement judgement) implements Checked {}

  /** All problems, in template order. */
  record Rejected(List<Problem> problems) implements Checked {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
