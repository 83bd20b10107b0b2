package ecraccess.acceptance.habitat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Deployments to a local cloud, by the command that users run. */
final class DeployLocal {
  private DeployLocal() {}

  /** Each endpoint's resource, service, type and state. */
  static List<String> endpoints(Processes.Result deployed) {
    return deployed
        .orFail()
        .out()
        .lines()
        .filter(line -> line.matches("EcrAccess.*"))
        .map(line -> String.join(" ", List.of(line.split("\\s+")).subList(0, 4)))
        .toList();
  }

  /** A deployment that has to succeed. */
  static Processes.Result deploy(LocalCloud cloud, String... arguments) {
    return run(cloud, arguments).orFail();
  }

  /** A deployment, whatever comes of it. */
  static Processes.Result run(LocalCloud cloud, String... arguments) {
    List<String> command = new ArrayList<>(List.of("localcloud/deploy-local"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--region", "eu-west-1", "--cloud", cloud.endpoint()));
    return Processes.run(Duration.ofMinutes(3), Map.of(), command);
  }
}
