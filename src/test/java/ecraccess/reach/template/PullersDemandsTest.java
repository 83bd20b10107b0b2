package ecraccess.reach.template;

import static ecraccess.reach.template.Given.demands;
import static ecraccess.reach.template.Given.images;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.aws.Service;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.model.Workload.Demand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a workload pulls and calls is what its own task definition, service and cluster say. */
class PullersDemandsTest {

  private static String fargate(String service, String container) {
    return """
    Resources:
      Key: {Type: AWS::KMS::Key}
      Cluster:
        Type: AWS::ECS::Cluster
        Properties:
          Configuration:
            ExecuteCommandConfiguration:
              KmsKeyId: !Ref Key
              LogConfiguration: {CloudWatchLogGroupName: sessions}
      Secret: {Type: AWS::SecretsManager::Secret, Properties: {KmsKeyId: !Ref Key}}
      Task:
        Type: AWS::ECS::TaskDefinition
        Properties: {ContainerDefinitions: [{Image: nginx, %s}]}
      Other:
        Type: AWS::ECS::TaskDefinition
        Properties:
          ContainerDefinitions:
            - {Image: quay.io/x, LogConfiguration: {LogDriver: awslogs}, Secrets: [{ValueFrom: /a}]}
      Web:
        Type: AWS::ECS::Service
        Properties: {Cluster: !Ref Cluster, LaunchType: FARGATE, %s}
    """
        .formatted(container, service);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "Name: a => ``",
        "LogConfiguration: {LogDriver: awslogs} => logs",
        "LogConfiguration: {LogDriver: !Ref Given} => logs?",
        "LogConfiguration: {LogDriver: !If [Quiet, none, awslogs]} => logs?",
        "LogConfiguration: {LogDriver: !If [Quiet, !Ref AWS::NoValue, awslogs]} => logs?",
        "LogConfiguration: {LogDriver: awslogs, Options: {awslogs-endpoint: logs.example.com}} =>"
            + " logs?",
        "LogConfiguration: {LogDriver: awsfirelens, Options: {Name: firehose}} => kinesis-firehose",
        "LogConfiguration: {LogDriver: !Ref Given, Options: {Name: firehose}} => logs?"
            + " kinesis-firehose?",
        "Secrets: [{ValueFrom: /a}] => ssm",
        "Secrets: [{ValueFrom: !Ref Given}] => secretsmanager? ssm?",
        "Secrets: [{ValueFrom: !Ref Secret}] => secretsmanager kms?",
        "Secrets: [{ValueFrom: !Ref Given}, {ValueFrom: /a}] => secretsmanager? ssm",
        "RepositoryCredentials: {CredentialsParameter: !Ref Secret} => secretsmanager kms?",
      })
  void containersOfItsOwnTaskDefinitionCount(String container, String expected) {
    assertThat(demands(fargate("TaskDefinition: !Ref Task", container))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "EnableExecuteCommand: true => logs kms ssmmessages",
        "EnableExecuteCommand: 'true' => logs kms ssmmessages",
        "EnableExecuteCommand: false => ``",
        "EnableExecuteCommand: !Ref Given => logs? kms? ssmmessages?",
        "EnableExecuteCommand: !If [Debug, true, false] => logs? kms? ssmmessages?",
        "ServiceConnectConfiguration: {Enabled: true} => ecs-agent",
        "ServiceConnectConfiguration: {Enabled: true, LogConfiguration: {LogDriver: awslogs}} =>"
            + " logs ecs-agent",
      })
  void settingsOfItsServiceAndClusterCount(String service, String expected) {
    assertThat(demands(fargate(service + ", TaskDefinition: !Ref Task", "Name: a")))
        .isEqualTo(expected);
  }

  @Test
  void imagesOfATaskDefinitionOutOfSightAreNotKnown() {
    assertThat(demands(fargate("TaskDefinition: app:3", "Name: a"))).isEmpty();
    assertThat(images(fargate("TaskDefinition: app:3", "Name: a")))
        .isEqualTo(
            "images of task definition app:3 from ?the images of task definition app:3, which is"
                + " not in the template");
  }

  @Test
  void choiceOfTaskDefinitionsIsOpen() {
    String template = fargate("TaskDefinition: !If [Prod, !Ref Task, !Ref Other]", "Name: a");

    assertThat(demands(template)).isEqualTo("logs? ssm?");
    assertThat(images(template))
        .isEqualTo(
            """
            nginx from ?whether condition Prod is true
            quay.io/x from ?whether condition Prod is true\
            """);
  }

  @Test
  void choiceOfImagesIsOpen() {
    assertThat(
            images(
                """
                Resources:
                  Task:
                    Type: AWS::ECS::TaskDefinition
                    Properties:
                      ContainerDefinitions:
                        - Image: !If [Prod, quay.io/x, nginx]
                        - !If [Prod, {Image: ghcr.io/a/b}, !Ref AWS::NoValue]
                        - Image: public.ecr.aws/x
                  Web:
                    Type: AWS::ECS::Service
                    Properties: {LaunchType: FARGATE, TaskDefinition: !Ref Task}
                """))
        .isEqualTo(
            """
            quay.io/x from ?whether condition Prod is true
            nginx from ?whether condition Prod is true
            ghcr.io/a/b from ?whether condition Prod is true
            public.ecr.aws/x from public.ecr.aws\
            """);
  }

  @Test
  void openConditionOfTheTaskDefinitionLeavesItAllOpen() {
    String template =
        fargate("TaskDefinition: !Ref Other", "Name: a")
            .replace("  Other:\n", "  Other:\n    Condition: Prod\n");

    assertThat(demands(template)).isEqualTo("logs? ssm?");
    assertThat(images(template)).isEqualTo("quay.io/x from ?whether condition Prod is true");
  }

  @Test
  void reasonSaysWhereAndWhy() {
    JsonPath driver =
        JsonPath.of("Resources", "Task", "Properties", "ContainerDefinitions")
            .element(0)
            .member("LogConfiguration");

    assertThat(
            Given.workloads(
                    fargate("TaskDefinition: !Ref Task", "LogConfiguration: {LogDriver: awslogs}"))
                .getFirst()
                .demands())
        .containsExactly(
            new Demand(
                new Service("logs"),
                "Resources.Task.Properties.ContainerDefinitions[0].LogConfiguration uses the"
                    + " awslogs driver",
                driver,
                true));
  }

  @Test
  void agentOnAnInstanceCallsEcs() {
    String template =
        """
        Resources:
          Web: {Type: AWS::ECS::Service, Properties: {LaunchType: EC2, EnableExecuteCommand: true%s}}
        """;

    assertThat(demands(template.formatted("")))
        .isEqualTo("ssmmessages ecs-agent ecs-telemetry ecs");
    assertThat(
            demands(
                template.formatted(
                    ", NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-1]}}")))
        .isEqualTo("ssmmessages? ecs-agent ecs-telemetry ecs");
  }

  @Test
  void serviceOfATaskSetTurnsOnItsSessions() {
    assertThat(
            demands(
                """
                Resources:
                  Web:
                    Type: AWS::ECS::Service
                    Properties: {DeploymentController: {Type: EXTERNAL}, EnableExecuteCommand: true}
                  Set:
                    Type: AWS::ECS::TaskSet
                    Properties: {Service: !Ref Web, LaunchType: FARGATE}
                """))
        .isEqualTo("ssmmessages");
  }
}
