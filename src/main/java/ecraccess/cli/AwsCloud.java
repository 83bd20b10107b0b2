package ecraccess.cli;

import ecraccess.live.Account;
import ecraccess.live.Deadline;
import ecraccess.live.Ec2;
import ecraccess.task.Ecs;
import ecraccess.task.TaskDefinitions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * AWS itself, or what stands at the endpoint.
 *
 * @param deadline until when somebody waits
 */
record AwsCloud(Ec2 ec2, Optional<URI> endpoint, Deadline deadline) implements Cloud {
  /** A dozen questions take a few seconds; what is longer is waiting for nothing. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static Cloud open(Optional<String> region, Optional<URI> endpoint) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    return new AwsCloud(
        Ec2.ofCaller(region, endpoint), endpoint, () -> Duration.ofNanos(end - System.nanoTime()));
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
