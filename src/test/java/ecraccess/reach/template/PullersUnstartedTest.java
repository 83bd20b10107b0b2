package ecraccess.reach.template;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.aws.Service;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Workload;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template shows is judged, whoever starts it. */
class PullersUnstartedTest {
  private static final String TASK =
      "Task: {Type: AWS::ECS::TaskDefinition, Properties: {Family: app, ContainerDefinitions:"
          + " [{Image: nginx}]}}";

  private static final Endpoint ECR =
      new Endpoint(
          "Api",
          JsonPath.of("Resources", "Api"),
          "Api",
          Known.unknown("x"),
          Known.is(Optional.of(Service.ECR_API)),
          Known.is(true),
          Known.is(Endpoint.Type.INTERFACE),
          new Id.Created("Vpc"),
          List.of(new Id.Literal("subnet-1")),
          false,
          List.of(),
          List.of(),
          Known.is(true),
          Known.is(Optional.empty()),
          Known.is(true),
          JsonPath.of("Resources", "Api")::member);

  private static String standIns(String resources, Endpoint... endpoints) {
    return Given.standIns("Resources: {%s}".formatted(resources), endpoints);
  }

  @Test
  void definitionIsTakenToRunBesideTheEndpoints() {
    assertThat(standIns(TASK, ECR))
        .startsWith("Task: tasks started elsewhere in [subnet-1] with []");
    assertThat(
            Given.workloads("Resources: {%s}".formatted(TASK), ECR).getFirst().images().getFirst())
        .extracting(Given::image)
        .isEqualTo("nginx from docker.io");
  }

  @Test
  void withoutEndpointsItIsTakenToRunWhereOthersDo() {
    String web =
        "Web: {Type: AWS::ECS::Service, Properties: {LaunchType: FARGATE, TaskDefinition: other,"
            + " NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-2, subnet-3]}}}}";

    assertThat(standIns(TASK + ", " + web))
        .startsWith("Task: tasks started elsewhere in [subnet-2, subnet-3] with []");
    assertThat(standIns(TASK))
        .startsWith("Task: tasks started elsewhere in [the subnets of Task] with []");
  }

  @Test
  void jobDefinitionWithoutAComputeEnvironmentIsOne() {
    String job =
        "Job: {Type: AWS::Batch::JobDefinition, Properties: {ContainerProperties: {Image: nginx}}}";
    String environment =
        "Where: {Type: AWS::Batch::ComputeEnvironment, Properties: {ComputeResources: {Type:"
            + " FARGATE, Subnets: [subnet-5]}}}";

    assertThat(standIns(job, ECR)).startsWith("Job: jobs run elsewhere in [subnet-1] with []");
    assertThat(standIns(job + ", " + environment, ECR)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!Ref Task",
        "!GetAtt Task.TaskDefinitionArn",
        "app",
        "app:7",
        "arn:aws:ecs:eu-west-1:111122223333:task-definition/app:7",
      })
  void definitionThatSomethingStartsIsJudgedThere(String definition) {
    String web =
        "Web: {Type: AWS::ECS::Service, Properties: {LaunchType: FARGATE, TaskDefinition: %s}}"
            .formatted(definition);

    List<Workload> workloads = Given.workloads("Resources: {%s, %s}".formatted(TASK, web), ECR);

    assertThat(workloads).extracting(Workload::name).containsExactly("Web");
    assertThat(workloads.getFirst().images())
        .extracting(Given::image)
        .containsExactly("nginx from docker.io");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"Fn::Transform\": {Name: AWS::Include, Parameters: {Location: s3://b/k}}}]",
        "{\"Fn::Transform\": {Name: AWS::Include, Parameters: {Location: s3://b/k}}}",
        "!FindInMap [A, B, C]",
        "[!Ref Given]",
        "[{Image: a, \"Fn::Transform\": {Name: AWS::Include, Parameters: {}}}]",
      })
  void containersThatNobodySeesLeaveImagesOpen(String containers) {
    String template =
        """
        Resources:
          Task: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: %s}}
          Web: {Type: AWS::ECS::Service, Properties: {LaunchType: FARGATE, TaskDefinition: !Ref Task}}
        """;

    assertThat(Given.images(template.formatted(containers)))
        .contains("image of a container from ?");
  }
}
