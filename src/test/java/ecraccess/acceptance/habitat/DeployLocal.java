package ecraccess.acceptance.habitat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Deployments to the local cloud, with the functions as the real SAM CLI builds them. */
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
  static Processes.Result deploy(String... arguments) {
    return run(arguments).orFail();
  }

  /** A deployment, whatever comes of it. */
  static Processes.Result run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("localcloud/deploy-local"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--region", "eu-west-1"));
    return Processes.run(
        Duration.ofMinutes(3),
        Map.of(
            "ECR_ACCESS_MACRO_DIR", SamBuild.macroFunction().toString(),
            "ECR_ACCESS_NETWORK_DIR", SamBuild.networkFunction().toString(),
            "ECR_ACCESS_RUNTIME_CP", JavaRuntime.classPath()),
        command);
  }
}
