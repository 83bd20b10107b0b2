package ecraccess.reach.template;

import static ecraccess.reach.template.Templates.needs;
import static ecraccess.reach.template.Templates.services;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcsNeedsTest {
  private static final String INSTANCES = "ecs-agent ecs-telemetry ecs";

  @ParameterizedTest
  @ValueSource(strings = {"EC2", "!Ref Given", "!If [A, FARGATE, EC2]"})
  void launchTypeThatIsOrMayBeEc2NeedsTheAgentsEndpoints(String type) {
    assertThat(services("AWS::ECS::Service", "{LaunchType: %s}".formatted(type)))
        .isEqualTo(INSTANCES);
    assertThat(services("AWS::ECS::TaskSet", "{LaunchType: %s}".formatted(type)))
        .isEqualTo(INSTANCES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FARGATE", "EXTERNAL"})
  void otherLaunchTypesNeedNothing(String type) {
    assertThat(services("AWS::ECS::Service", "{LaunchType: %s}".formatted(type))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "FARGATE, ''",
    "FARGATE_SPOT, ''",
    "Spot, " + INSTANCES,
    "!Ref Provider, " + INSTANCES,
    "!Ref Given, " + INSTANCES
  })
  void capacityProviderOtherThanFargateIsInstances(String provider, String expected) {
    String strategy = "[{CapacityProvider: %s}]".formatted(provider);

    assertThat(services("AWS::ECS::Service", "{CapacityProviderStrategy: %s}".formatted(strategy)))
        .isEqualTo(expected);
    assertThat(
            services(
                "AWS::ECS::Cluster", "{DefaultCapacityProviderStrategy: %s}".formatted(strategy)))
        .isEqualTo(expected);
    assertThat(
            services(
                "AWS::ECS::ClusterCapacityProviderAssociations",
                "{DefaultCapacityProviderStrategy: %s}".formatted(strategy)))
        .isEqualTo(expected);
  }

  @Test
  void capacityProviderOfTheTemplateIsNoDoubt() {
    String template =
        """
        Resources:
          Service:
            Type: AWS::ECS::Service
            Properties: {CapacityProviderStrategy: [{CapacityProvider: !Ref Provider}]}
          Provider:
            Type: AWS::ECS::CapacityProvider
            Properties: {AutoScalingGroupProvider: {AutoScalingGroupArn: !Ref Group}}
        """;

    assertThat(needs(template))
        .extracting(Need::reason)
        .containsOnly(
            "Resources.Service.Properties.CapacityProviderStrategy[0].CapacityProvider runs tasks"
                + " on a capacity provider other than Fargate");
  }

  @Test
  void autoScalingGroupForTasksNeedsTheAgentsEndpoints() {
    assertThat(
            services(
                "AWS::ECS::CapacityProvider",
                "{AutoScalingGroupProvider: {AutoScalingGroupArn: a}}"))
        .isEqualTo(INSTANCES);
  }

  @Test
  void serviceThatNamesNothingMayRunOnInstances() {
    assertThat(
            needs("Resources: {Web: {Type: AWS::ECS::Service, Properties: {TaskDefinition: t}}}"))
        .extracting(Need::reason)
        .containsOnly(
            "Resources.Web names neither LaunchType nor CapacityProviderStrategy, so its tasks may"
                + " run on EC2 instances");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "[FARGATE] => ``",
        "[FARGATE, EC2] => " + INSTANCES,
        "[!Ref Given] => " + INSTANCES,
        "!Ref AWS::NoValue => " + INSTANCES,
      })
  void taskDefinitionForFargateOnlyEndsThatDoubt(String compatibilities, String expected) {
    String template =
        """
        Resources:
          Task: {Type: AWS::ECS::TaskDefinition, Properties: {RequiresCompatibilities: %s}}
          Service: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Task}}
        """;

    assertThat(services(template.formatted(compatibilities))).isEqualTo(expected);
  }

  @Test
  void defaultStrategyOfAClusterEndsThatDoubt() {
    String template =
        """
        Resources:
          Cluster:
            Type: AWS::ECS::Cluster
            Properties: {DefaultCapacityProviderStrategy: [{CapacityProvider: FARGATE_SPOT}]}
          Service:
            Type: AWS::ECS::Service
            Properties: {Cluster: !Ref Cluster, TaskDefinition: !Ref Given}
        """;

    assertThat(services(template)).isEmpty();
  }

  /** Each cluster speaks for its own tasks only. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "Cluster: !Ref A => " + INSTANCES,
        "Cluster: !Ref B => ``",
        "Cluster: beta => ``",
        "Cluster: !Ref Given => " + INSTANCES,
        "PlatformVersion: LATEST => " + INSTANCES,
      })
  void defaultStrategyOfAnotherClusterSaysNothing(String cluster, String expected) {
    String template =
        """
        Resources:
          A: {Type: AWS::ECS::Cluster}
          B:
            Type: AWS::ECS::Cluster
            Properties:
              ClusterName: beta
              DefaultCapacityProviderStrategy: [{CapacityProvider: FARGATE}]
          Web: {Type: AWS::ECS::Service, Properties: {TaskDefinition: t, %s}}
        """;

    assertThat(services(template.formatted(cluster))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"EC2, " + INSTANCES, "FARGATE, ''"})
  void rulesAndSchedulesStartTasksAsServicesDo(String launchType, String expected) {
    String target =
        "{Arn: a, EcsParameters: {TaskDefinitionArn: t, LaunchType: %s}}".formatted(launchType);

    assertThat(services("AWS::Events::Rule", "{Targets: [%s]}".formatted(target)))
        .isEqualTo(expected);
    assertThat(services("AWS::Scheduler::Schedule", "{Target: %s}".formatted(target)))
        .isEqualTo(expected);
  }

  @Test
  void serviceDeployedFromOutsideLeavesItToItsTaskSets() {
    assertThat(services("AWS::ECS::Service", "{DeploymentController: {Type: EXTERNAL}}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "true, ssmmessages",
    "'\"true\"', ssmmessages",
    "!Ref Given, ssmmessages",
    "'!If [A, true, !Ref AWS::NoValue]', ssmmessages",
    "false, ''"
  })
  void execNeedsItsMessages(String enabled, String expected) {
    assertThat(
            services(
                "AWS::ECS::Service",
                "{LaunchType: FARGATE, EnableExecuteCommand: %s}".formatted(enabled)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"true, logs kms ssmmessages", "false, ''"})
  void sessionsAreLoggedAndEncryptedOnlyIfThereAreAny(String enabled, String expected) {
    String template =
        """
        Resources:
          Cluster:
            Type: AWS::ECS::Cluster
            Properties:
              Configuration:
                ExecuteCommandConfiguration:
                  KmsKeyId: !Ref Key
                  Logging: OVERRIDE
                  LogConfiguration: {CloudWatchLogGroupName: !Ref Group}
          Service:
            Type: AWS::ECS::Service
            Properties: {Cluster: !Ref Cluster, LaunchType: FARGATE, EnableExecuteCommand: %s}
        """;

    assertThat(services(template.formatted(enabled))).isEqualTo(expected);
  }

  @Test
  void serviceConnectIsManagedThroughTheAgentsEndpoint() {
    assertThat(
            services(
                "AWS::ECS::Service",
                "{LaunchType: FARGATE, ServiceConnectConfiguration: {Enabled: true,"
                    + " LogConfiguration: {LogDriver: awslogs}}}"))
        .isEqualTo("logs ecs-agent");
    assertThat(
            services(
                "AWS::ECS::Service",
                "{LaunchType: FARGATE, ServiceConnectConfiguration: {Enabled: false}}"))
        .isEmpty();
  }
}
