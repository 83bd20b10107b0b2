package ecraccess.lambda.network;

import ecraccess.live.lookup.CallDeadline;
import java.time.Duration;

/**
 * When work has to be done, and what it is waiting for meanwhile: that is what the user reads if
 * time runs out.
 */
public final class WorkDeadline implements CallDeadline {
  private final long end;
  private volatile String open = "the look at the live network";

  private WorkDeadline(long end) {
    this.end = end;
  }

  public static WorkDeadline in(Duration time) {
    return new WorkDeadline(System.nanoTime() + time.toNanos());
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
