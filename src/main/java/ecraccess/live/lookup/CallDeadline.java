package ecraccess.live.lookup;

import java.time.Duration;

/** Until when an answer is of use. */
@FunctionalInterface
public interface CallDeadline {

  /** Zero or less where it has passed. */
  Duration left();

  /**
   * Hears what is waited for next, for whoever has to say why there is no answer.
   *
   * @param what a noun phrase
   */
  default void waitsFor(String what) {}
}
