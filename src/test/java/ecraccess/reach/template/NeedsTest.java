package ecraccess.reach.template;

import static ecraccess.reach.template.Templates.needs;
import static ecraccess.reach.template.Templates.services;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.aws.Service;
import ecraccess.core.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedsTest {

  @Test
  void firstPlaceInTheTemplateIsTheReason() {
    String template =
        """
        Resources:
          Web:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions:
                - LogConfiguration: {LogDriver: json-file}
                - LogConfiguration: {LogDriver: awslogs}
          Worker:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions:
                - LogConfiguration: {LogDriver: awslogs}
        """;

    assertThat(needs(template))
        .containsExactly(
            new Need(
                new Service("logs"),
                "Resources.Web.Properties.ContainerDefinitions[1].LogConfiguration uses the awslogs"
                    + " driver",
                JsonPath.of("Resources", "Web", "Properties", "ContainerDefinitions")
                    .element(1)
                    .member("LogConfiguration")));
  }

  @Test
  void orderOfServicesIsNotThatOfTheTemplate() {
    String template =
        """
        Resources:
          Nodes: {Type: AWS::EKS::Nodegroup}
          Service:
            Type: AWS::ECS::Service
            Properties: {LaunchType: EC2, EnableExecuteCommand: true}
          Task:
            Type: AWS::ECS::TaskDefinition
            Properties:
              Volumes: [{EFSVolumeConfiguration: {FilesystemId: fs-1}}]
              ContainerDefinitions:
                - LogConfiguration: {LogDriver: awslogs}
                  Secrets: [{Name: A, ValueFrom: /a}]
        """;

    assertThat(services(template))
        .isEqualTo("logs ssm ssmmessages ecs-agent ecs-telemetry ecs elasticfilesystem ec2 sts");
  }

  @Test
  void everyServiceIsOneThatAwsHas() {
    assertThat(Needs.ORDER).allMatch(service -> Service.known().contains(service.name()));
  }

  @Test
  void resourcesInLoopsCount() {
    String template =
        """
        Resources:
          Fn::ForEach::Each:
            - Env
            - [Dev, Prod]
            - Task${Env}:
                Type: AWS::ECS::TaskDefinition
                Properties:
                  ContainerDefinitions:
                    - LogConfiguration: {LogDriver: awslogs}
                      Secrets: [{Name: A, ValueFrom: !Ref "Secret${Env}"}]
              Secret${Env}: {Type: AWS::SecretsManager::Secret}
        """;

    assertThat(services(template)).isEqualTo("logs secretsmanager");
  }

  @Test
  void bothBranchesOfAChoiceCount() {
    String template =
        """
        Resources:
          Task:
            Type: AWS::ECS::TaskDefinition
            Condition: Rarely
            Properties:
              ContainerDefinitions: !If
                - IsProd
                - - LogConfiguration:
                      LogDriver: !If [Quiet, none, awslogs]
                - - Secrets: !If [IsTest, [{Name: A, ValueFrom: /a}], !Ref AWS::NoValue]
        """;

    assertThat(needs(template))
        .extracting(Need::reason)
        .containsExactly(
            "Resources.Task.Properties.ContainerDefinitions.Fn::If[1][0].LogConfiguration uses the"
                + " awslogs driver",
            "Resources.Task.Properties.ContainerDefinitions.Fn::If[2][0].Secrets.Fn::If[1][0].ValueFrom"
                + " reads a parameter of Systems Manager");
  }

  @Test
  void choicesAreFollowedAsDeepAsTemplatesMayBe() {
    String driver = "!If [A, none, ".repeat(190) + "awslogs" + "]".repeat(190);

    assertThat(
            services(
                "AWS::ECS::TaskDefinition",
                "{ContainerDefinitions: [{LogConfiguration: {LogDriver: %s}}]}".formatted(driver)))
        .isEqualTo("logs");
  }

  @Test
  void functionsAndOtherTypesNeedNothingOfTheirOwn() {
    assertThat(services("AWS::Serverless::Function", "{PackageType: Image}")).isEmpty();
    assertThat(services("AWS::Lambda::Function", "{Code: {ImageUri: x}}")).isEmpty();
    assertThat(services("AWS::SecretsManager::Secret", "{KmsKeyId: k}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "Resources: 1",
        "Resources: {A: 1}",
        "Resources: {A: {Type: 1}}",
        "Resources: {A: {Type: AWS::ECS::TaskDefinition}}",
        "Resources: {A: {Type: AWS::ECS::TaskDefinition, Properties: []}}",
        "Resources: {A: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: 1,"
            + " Volumes: {}}}}",
        "Resources: {A: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [1,"
            + " null, []]}}}",
        "Resources: {A: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions:"
            + " [{Secrets: [{ValueFrom: 1}, {ValueFrom: null}, {ValueFrom: {}}, {ValueFrom: []},"
            + " {ValueFrom: ''}]}]}}}",
        "Resources: {A: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions:"
            + " [{LogConfiguration: {LogDriver: 5, Options: [1]}}]}}}",
        "Resources: {A: {Type: AWS::ECS::Cluster, Properties: {Configuration: x}}}",
        "Resources: {A: {Type: AWS::Batch::ComputeEnvironment, Properties: {ComputeResources:"
            + " EC2}}}",
        "Parameters: []\n"
            + "Resources: {A: {Type: AWS::ECS::Service, Properties: {LaunchType: FARGATE}}}",
      })
  void malformedValuesArePassedOver(String template) {
    assertThat(services(template)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A: {Type: AWS::ECS::Cluster, Properties: {DefaultCapacityProviderStrategy: [FARGATE]}}",
        "A: {Type: AWS::ECS::Service, Properties: {LaunchType: [EC2]}}",
      })
  void malformedLaunchTypesMayBeInstances(String resource) {
    assertThat(services("Resources: {%s}".formatted(resource)))
        .isEqualTo("ecs-agent ecs-telemetry ecs");
  }
}
