package ecraccess.reach.report;

import ecraccess.reach.verdict.Judgement;
import ecraccess.reach.verdict.Verdict;

/** How a verdict is shown. */
public enum Mark {
  CAN('✓', "can", "can pull"),
  CANNOT('✗', "cannot", "cannot pull"),
  OPEN('?', "cannot tell", "cannot tell");

  private final char sign;
  private final String word;
  private final String ofPull;

  Mark(char sign, String word, String ofPull) {
    this.sign = sign;
    this.word = word;
    this.ofPull = ofPull;
  }

  public static Mark of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Can can -> CAN;
      case Verdict.Cannot cannot -> CANNOT;
      case Verdict.CannotTell open -> OPEN;
    };
  }

  /** Where nothing was looked at, nobody can tell. */
  public static Mark of(Judgement judgement) {
    return judgement.verdict().map(Mark::of).orElse(OPEN);
  }

  public static Mark of(Judgement.Pull pull) {
    return pull.verdict().map(Mark::of).orElse(OPEN);
  }

  /** What the verdict says, on one line. */
  public static String text(Verdict verdict) {
    return Words.clean(
        switch (verdict) {
          case Verdict.Can(String how) -> how;
          case Verdict.Cannot cannot -> cannot.text();
          case Verdict.CannotTell open -> "cannot tell without " + open.missing();
        });
  }

  /** {@code ✗ Service (Fargate tasks): cannot pull}. */
  public static String heading(Judgement.Pull pull) {
    Mark mark = of(pull);
    return mark.sign() + " " + name(pull) + ": " + mark.ofPull();
  }

  /** {@code Service (Fargate tasks)}. */
  public static String name(Judgement.Pull pull) {
    return Words.clean(pull.workload() + " (" + pull.what() + ")");
  }

  /** Tells the verdict without colour. */
  public char sign() {
    return sign;
  }

  /** As machines read it: {@code cannot tell}. */
  public String word() {
    return word;
  }

  public String ofPull() {
    return ofPull;
  }
}
