package ecraccess.logic;

import java.util.List;
import java.util.function.Predicate;

/**
 * A statement that may be true, false or open.
 *
 * @param missing what would settle it, as a noun phrase; empty where it is settled
 */
public record Claim(Answer answer, String missing) {
  public static final Claim YES = new Claim(Answer.YES, "");
  public static final Claim NO = new Claim(Answer.NO, "");

  public static Claim open(String missing) {
    return new Claim(Answer.MAYBE, missing);
  }

  public static Claim of(boolean yes) {
    return yes ? YES : NO;
  }

  public static Claim of(Answer answer, String missing) {
    return switch (answer) {
      case YES -> YES;
      case MAYBE -> open(missing);
      case NO -> NO;
    };
  }

  public static <T> Claim of(Known<T> known, Predicate<T> predicate) {
    return of(known.test(predicate), known.missing().orElse(""));
  }

  public static Claim isTrue(Known<Boolean> known) {
    return of(known, it -> it);
  }

  /** Of several things of which one counts, and nobody knows which. */
  public static Claim whichever(List<Claim> all, String whichOne) {
    if (all.stream().allMatch(Claim::isYes)) {
      return YES;
    }
    if (all.stream().allMatch(Claim::isNo)) {
      return NO;
    }
    return all.stream().filter(Claim::isOpen).findFirst().orElseGet(() -> open(whichOne));
  }

  public static Claim any(List<Claim> all) {
    return all.stream().reduce(NO, Claim::or);
  }

  public static Claim all(List<Claim> all) {
    return all.stream().reduce(YES, Claim::and);
  }

  public Claim and(Claim other) {
    return isNo() || other.isYes() ? this : other.isNo() || isYes() ? other : this;
  }

  public Claim or(Claim other) {
    return isYes() || other.isNo() ? this : other.isYes() || isNo() ? other : this;
  }

  public Claim not() {
    return new Claim(answer.not(), missing);
  }

  public boolean isYes() {
    return answer == Answer.YES;
  }

  public boolean isOpen() {
    return answer == Answer.MAYBE;
  }

  public boolean isNo() {
    return answer == Answer.NO;
  }
}
