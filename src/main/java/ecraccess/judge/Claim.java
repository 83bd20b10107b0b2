package ecraccess.judge;

import ecraccess.logic.Answer;
import ecraccess.logic.Known;
import ecraccess.network.Id;
import java.util.List;
import java.util.function.Predicate;

/**
 * A statement that may be true, false or open.
 *
 * @param missing what would settle it, as a noun phrase; empty where it is settled
 */
record Claim(Answer answer, String missing) {
  static final Claim YES = new Claim(Answer.YES, "");
  static final Claim NO = new Claim(Answer.NO, "");

  static Claim open(String missing) {
    return new Claim(Answer.MAYBE, missing);
  }

  static Claim of(boolean yes) {
    return yes ? YES : NO;
  }

  static Claim of(Answer answer, String missing) {
    return switch (answer) {
      case YES -> YES;
      case MAYBE -> open(missing);
      case NO -> NO;
    };
  }

  static <T> Claim of(Known<T> known, Predicate<T> predicate) {
    return of(known.test(predicate), known.missing().orElse(""));
  }

  static Claim isTrue(Known<Boolean> known) {
    return of(known, it -> it);
  }

  /** That both name one thing. */
  static Claim same(Id one, Id other) {
    String missing =
        one instanceof Id.Open open
            ? open.missing()
            : other instanceof Id.Open open ? open.missing() : "whether " + one + " is " + other;
    return of(one.same(other), missing);
  }

  /** Of several things of which one counts, and nobody knows which. */
  static Claim whichever(List<Claim> all, String whichOne) {
    if (all.stream().allMatch(Claim::isYes)) {
      return YES;
    }
    if (all.stream().allMatch(Claim::isNo)) {
      return NO;
    }
    return all.stream().filter(Claim::isOpen).findFirst().orElseGet(() -> open(whichOne));
  }

  static Claim any(List<Claim> all) {
    return all.stream().reduce(NO, Claim::or);
  }

  static Claim all(List<Claim> all) {
    return all.stream().reduce(YES, Claim::and);
  }

  Claim and(Claim other) {
    return isNo() || other.isYes() ? this : other.isNo() || isYes() ? other : this;
  }

  Claim or(Claim other) {
    return isYes() || other.isNo() ? this : other.isYes() || isNo() ? other : this;
  }

  Claim not() {
    return new Claim(answer.not(), missing);
  }

  boolean isYes() {
    return answer == Answer.YES;
  }

  boolean isOpen() {
    return answer == Answer.MAYBE;
  }

  boolean isNo() {
    return answer == Answer.NO;
  }
}
