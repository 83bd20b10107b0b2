package ecraccess.reach.verdict;

import ecraccess.core.json.JsonPath;

/** What the facts say of one question. */
public sealed interface Verdict {

  /**
   * It works.
   *
   * @param how what makes it work, a clause
   */
  record Can(String how) implements Verdict {}

  /**
   * It is proved not to work.
   *
   * @param check what was checked
   * @param path where the fault is, in the template as its user wrote it
   * @param text expected, found, and the way out, as in a problem: no full stop at the end
   * @param awsText what AWS would say, for whoever searches for that; empty where no text is known
   */
  record Cannot(Check check, JsonPath path, String text, String awsText) implements Verdict {}

  /**
   * Nobody can tell.
   *
   * @param check what could not be decided
   * @param path where the open value stands, or would
   * @param missing what would tell, as a noun phrase
   */
  record CannotTell(Check check, JsonPath path, String missing) implements Verdict {}

  /** The worse of both: one fault is enough, and one doubt rules out a promise. */
  default Verdict and(Verdict other) {
    return rank() >= other.rank() ? this : other;
  }

  /** The better of both, for two ways to one place. */
  default Verdict or(Verdict other) {
    return rank() <= other.rank() ? this : other;
  }

  private int rank() {
    return switch (this) {
      case Can can -> 0;
      case CannotTell open -> 1;
      case Cannot cannot -> 2;
    };
  }
}
