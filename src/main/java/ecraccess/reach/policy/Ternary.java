package ecraccess.reach.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** True, false, or unknown for want of something. */
sealed interface Ternary {
  Ternary YES = new Yes();
  Ternary NO = new No();

  /** Proved to hold. */
  record Yes() implements Ternary {}

  /** Proved not to hold. */
  record No() implements Ternary {}

  /**
   * Neither is proved.
   *
   * @param missing what would settle it, as noun phrases; at least one
   */
  record Unknown(Set<String> missing) implements Ternary {
    public Unknown {
      missing = new LinkedHashSet<>(missing);
    }
  }

  static Ternary of(boolean yes) {
    return yes ? YES : NO;
  }

  static Ternary unknown(String missing) {
    return new Unknown(Set.of(missing));
  }

  /** Whether at least one holds. */
  static Ternary any(List<Ternary> all) {
    return all.stream().reduce(NO, Ternary::or);
  }

  /** Whether every one holds. */
  static Ternary all(List<Ternary> all) {
    return all.stream().reduce(YES, Ternary::and);
  }

  default Ternary and(Ternary other) {
    return isNo() || other.isNo() ? NO : isYes() ? other : other.isYes() ? this : both(other);
  }

  default Ternary or(Ternary other) {
    return not().and(other.not()).not();
  }

  default Ternary not() {
    return switch (this) {
      case Yes yes -> NO;
      case No no -> YES;
      case Unknown unknown -> unknown;
    };
  }

  default boolean isYes() {
    return this instanceof Yes;
  }

  default boolean isNo() {
    return this instanceof No;
  }

  default boolean isUnknown() {
    return this instanceof Unknown;
  }

  /** What is missing; empty where it is settled. */
  default Set<String> missing() {
    return this instanceof Unknown(Set<String> missing) ? missing : Set.of();
  }

  private Ternary both(Ternary other) {
    Set<String> missing = new LinkedHashSet<>();
    Stream.of(this, other).map(Ternary::missing).forEach(missing::addAll);
    return new Unknown(missing);
  }
}
