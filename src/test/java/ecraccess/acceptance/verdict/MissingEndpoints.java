package ecraccess.acceptance.verdict;

import static ecraccess.acceptance.verdict.Fault.Scope.ISOLATED;
import static ecraccess.acceptance.verdict.Fault.Scope.NOWHERE;

import ecraccess.acceptance.verdict.Fault.Mutation;
import ecraccess.core.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Endpoints that are not there: of the pull itself, and of what a task calls to start and run. */
final class MissingEndpoints {
  private static final Map<String, String> ROWS =
      Map.of(
          "ecr.api", "run 1",
          "ecr.dkr", "run 2",
          "s3", "run 3",
          "logs", "run 7",
          "secretsmanager", "run 4",
          "ssm", "run 4",
          "kms", "run 4",
          "ec2", "run 8");

  private MissingEndpoints() {}

  static List<Fault> all() {
    return Stream.of(
            "ecr.api",
            "ecr.dkr",
            "s3",
            "logs",
            "secretsmanager",
            "ssm",
            "kms",
            "ecs-agent",
            "ecs-telemetry",
            "ecs",
            "ec2")
        .map(MissingEndpoints::missing)
        .toList();
  }

  private static Fault missing(String service) {
    return Fault.of(
        "no endpoint of " + service,
        ROWS.getOrDefault(service, "ask 1"),
        // A key of one's own may encrypt a secret without the task calling KMS by itself.
        service.equals("kms") ? NOWHERE : ISOLATED,
        "\\b%s\\b".formatted(service.equals("s3") ? "[sS]3" : service.replace(".", "\\.")),
        view ->
            view.endpoint(service)
                .map(endpoint -> Mutation.of(view.without(endpoint), JsonPath.of("Resources"))));
  }
}
