package ecraccess.core.logic;

/** An answer that may be open. Nothing definite ever follows from {@code MAYBE} alone. */
public enum Answer {
  YES,
  /** Nobody can tell from what is known. */
  MAYBE,
  NO;

  public static Answer of(boolean yes) {
    return yes ? YES : NO;
  }

  public Answer and(Answer other) {
    return this == NO || other == YES ? this : other;
  }

  public Answer or(Answer other) {
    return this == YES || other == NO ? this : other;
  }

  public Answer not() {
    return switch (this) {
      case YES -> NO;
      case MAYBE -> MAYBE;
      case NO -> YES;
    };
  }
}
