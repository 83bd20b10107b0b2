package ecraccess.acceptance.verdict;

import static ecraccess.acceptance.verdict.Fault.Scope.ISOLATED;

import ecraccess.acceptance.verdict.Fault.Mutation;
import ecraccess.core.json.JsonPath;
import java.util.List;
import java.util.Optional;

/** Something more that pulls, and cannot: whoever starts it, the template shows what it pulls. */
final class WorkloadFaults {
  private static final String NAME = "Besides";

  private WorkloadFaults() {}

  static List<Fault> all() {
    return List.of(
        besides(
            "a task definition that nothing here starts, from Docker Hub",
            "(?i)docker",
            """
            Type: AWS::ECS::TaskDefinition
            Properties:
              RequiresCompatibilities: [FARGATE]
              ContainerDefinitions: [{Name: besides, Image: nginx}]
            """),
        besides(
            "an Express service from Docker Hub",
            "(?i)docker",
            """
            Type: AWS::ECS::ExpressGatewayService
            Properties:
              PrimaryContainer: {Image: nginx}
              NetworkConfiguration: {Subnets: [!Ref SubnetA]}
            """),
        besides(
            "Airflow without an endpoint of its queue",
            "\\bsqs\\b",
            """
            Type: AWS::MWAA::Environment
            Properties:
              NetworkConfiguration: {SubnetIds: [!Ref SubnetA]}
            """));
  }

  private static Fault besides(String name, String reason, String resource) {
    return Fault.of(
        name,
        "ask 1",
        ISOLATED,
        reason,
        view ->
            // What the shorthand adds by itself it adds for this, too.
            view.resource("SubnetA").isPresent()
                    && (!resource.contains("MWAA")
                        || (view.shorthand().isEmpty() && view.endpoint("sqs").isEmpty()))
                ? Optional.of(
                    Mutation.of(
                        view.edit().set(JsonPath.of("Resources", NAME), Text.block(resource)),
                        JsonPath.of("Resources", NAME)))
                : Optional.empty());
  }
}
