package ecraccess.cli;

import ecraccess.live.ec2.Ec2Connection;
import ecraccess.live.ecs.Ecs;
import ecraccess.live.ecs.TaskDefinitions;
import ecraccess.live.lookup.Account;
import ecraccess.live.lookup.CallDeadline;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * AWS itself, or what stands at the endpoint.
 *
 * @param deadline until when somebody waits
 */
record AwsCloud(Ec2Connection ec2, Optional<URI> endpoint, CallDeadline deadline) implements Cloud {
  /** A dozen questions take a few seconds; what is longer is waiting for nothing. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static Cloud open(Optional<String> region, Optional<URI> endpoint) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    return new AwsCloud(
        Ec2Connection.ofCaller(region, endpoint),
        endpoint,
        () -> Duration.ofNanos(end - System.nanoTime()));
  }

  @Override
  public String region() {
    return ec2.region();
  }

  @Override
  public Account networks() {
    return ec2.until(deadline);
  }

  @Override
  public TaskDefinitions taskDefinitions() {
    return new Ecs(region(), endpoint, deadline.left());
  }

  @Override
  public void close() {
    ec2.close();
  }
}
