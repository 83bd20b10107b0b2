package ecraccess.live;

import java.time.Duration;

/** Until when an answer is of use. */
@FunctionalInterface
public interface Deadline {

  /** Zero or less where it has passed. */
  Duration left();
}
