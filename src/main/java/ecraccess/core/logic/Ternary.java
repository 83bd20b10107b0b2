package ecraccess.core.logic;

import java.util.List;
import java.util.function.Predicate;

/**
 * A statement that may be true, false or open.
 *
 * @param missing what would settle it, as a noun phrase; empty where it is settled
 */
public record Ternary(Answer answer, String missing) {
  public static final Ternary YES = new Ternary(Answer.YES, "");
  public static final Ternary NO = new Ternary(Answer.NO, "");

  public static Ternary open(String missing) {
    return new Ternary(Answer.MAYBE, missing);
  }

  public static Ternary of(boolean yes) {
    return yes ? YES : NO;
  }

  public static Ternary of(Answer answer, String missing) {
    return switch (answer) {
      case YES -> YES;
      case MAYBE -> open(missing);
      case NO -> NO;
    };
  }

  public static <T> Ternary of(Known<T> known, Predicate<T> predicate) {
    return of(known.test(predicate), known.missing().orElse(""));
  }

  public static Ternary isTrue(Known<Boolean> known) {
    return of(known, it -> it);
  }

  /** Of several things of which one counts, and nobody knows which. */
  public static Ternary whichever(List<Ternary> all, String whichOne) {
    if (all.stream().allMatch(Ternary::isYes)) {
      return YES;
    }
    if (all.stream().allMatch(Ternary::isNo)) {
      return NO;
    }
    return all.stream().filter(Ternary::isOpen).findFirst().orElseGet(() -> open(whichOne));
  }

  public static Ternary any(List<Ternary> all) {
    return all.stream().reduce(NO, Ternary::or);
  }

  public static Ternary all(List<Ternary> all) {
    return all.stream().reduce(YES, Ternary::and);
  }

  public Ternary and(Ternary other) {
    return isNo() || other.isYes() ? this : other.isNo() || isYes() ? other : this;
  }

  public Ternary or(Ternary other) {
    return isYes() || other.isNo() ? this : other.isYes() || isNo() ? other : this;
  }

  public Ternary not() {
    return new Ternary(answer.not(), missing);
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
