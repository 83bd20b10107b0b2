package ecraccess.customresource;

import java.time.Duration;

/**
 * When work has to be done, and what it is waiting for meanwhile: that is what the user reads if
 * time runs out.
 */
public final class Deadline implements ecraccess.live.Deadline {
  private final long end;
  private volatile String open = "the look at the live network";

  private Deadline(long end) {
    this.end = end;
  }

  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** The time left, never negative. */
  @Override
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /**
   * Says what the work does next.
   *
   * @param noun a noun phrase: "the route tables of vpc-1"
   */
  @Override
  public void waitsFor(String noun) {
    open = noun;
  }

  /** What the work waited for last. */
  public String open() {
    return open;
  }
}
