package ecraccess.reach.template;

import static ecraccess.reach.template.Given.places;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.reach.model.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services are not all that starts tasks. */
class PullersStartsTest {

  @Test
  void taskSetsRulesAndSchedulesStartTasksToo() {
    assertThat(
            places(
                """
                Resources:
                  Service:
                    Type: AWS::ECS::Service
                    Properties: {DeploymentController: {Type: EXTERNAL}}
                  Set:
                    Type: AWS::ECS::TaskSet
                    Properties:
                      Service: !Ref Service
                      LaunchType: FARGATE
                      NetworkConfiguration: {AwsVpcConfiguration: {Subnets: [subnet-1]}}
                  Rule:
                    Type: AWS::Events::Rule
                    Properties:
                      Targets:
                        - {Arn: arn:aws:sns:eu-west-1:111122223333:topic, Id: topic}
                        - Arn: !GetAtt Cluster.Arn
                          Id: task
                          EcsParameters:
                            LaunchType: FARGATE
                            TaskDefinitionArn: !Ref Task
                            NetworkConfiguration:
                              AwsVpcConfiguration: {Subnets: [subnet-2], AssignPublicIp: ENABLED}
                  Schedule:
                    Type: AWS::Scheduler::Schedule
                    Properties:
                      Target:
                        Arn: !GetAtt Cluster.Arn
                        EcsParameters:
                          LaunchType: FARGATE
                          TaskDefinitionArn: !Ref Task
                          NetworkConfiguration:
                            AwsvpcConfiguration: {Subnets: [subnet-3], SecurityGroups: [sg-1]}
                """))
        .isEqualTo(
            """
            Set: Fargate tasks in [subnet-1] with [], public: false
            Rule: Fargate tasks in [subnet-2] with [], public: true
            Schedule: Fargate tasks in [subnet-3] with [sg-1], public: false\
            """);
  }

  @Test
  void pathLeadsToWhatStartsTheTasks() {
    assertThat(
            Given.workloads(
                """
                Resources:
                  Rule:
                    Type: AWS::Events::Rule
                    Properties: {Targets: [{EcsParameters: {LaunchType: FARGATE}}]}
                  Web: {Type: AWS::ECS::Service, Properties: {LaunchType: FARGATE}}
                """))
        .extracting(workload -> workload.path().toString())
        .containsExactly("Resources.Web", "Resources.Rule.Properties.Targets[0].EcsParameters");
  }

  @Test
  void pipesStartTasksInSubnetsOfTheirOwn() {
    assertThat(
            places(
                """
                Resources:
                  Pipe:
                    Type: AWS::Pipes::Pipe
                    Properties:
                      Target: !GetAtt Cluster.Arn
                      TargetParameters:
                        EcsTaskParameters:
                          LaunchType: FARGATE
                          TaskDefinitionArn: !Ref Task
                          NetworkConfiguration:
                            AwsvpcConfiguration: {Subnets: [subnet-4], SecurityGroups: [sg-4]}
                  ToAQueue:
                    Type: AWS::Pipes::Pipe
                    Properties: {Target: arn, TargetParameters: {SqsQueueParameters: {}}}
                """))
        .isEqualTo("Pipe: Fargate tasks in [subnet-4] with [sg-4], public: false");
  }

  private static String machine(String definition) {
    return places(
        """
        Resources:
          SubnetA: {Type: AWS::EC2::Subnet}
          Group: {Type: AWS::EC2::SecurityGroup}
          Task: {Type: AWS::ECS::TaskDefinition}
          Machine:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              DefinitionSubstitutions: {Subnet: !Ref SubnetA, Group: !Ref Group}
        %s
        """
            .formatted(definition.indent(6).stripTrailing()));
  }

  private static final String STATE =
      """
      {"Resource": "arn:aws:states:::ecs:runTask.sync", "%s": {"LaunchType": "FARGATE", \
      "TaskDefinition": "t", "NetworkConfiguration": {"AwsvpcConfiguration": \
      {"Subnets": [%s], "SecurityGroups": ["${Group}"]}}}}\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "Parameters => \"${Subnet}\" => SubnetA",
        "Arguments => \"subnet-7\" => subnet-7",
        "Parameters => \"subnet-7\", \"${Subnet}\" => subnet-7, SubnetA",
        "Arguments => \"{% $states.input.subnet %}\" => !Ref \"{% $states.input.subnet %}\"",
      })
  void statesOfADefinitionInTextStartTasks(String member, String subnets, String expected) {
    String state = STATE.formatted(member, subnets);
    String result =
        "Machine: Fargate tasks in [%s] with [Group], public: false".formatted(expected);

    assertThat(machine("DefinitionString: '{\"States\": {\"Run\": %s}}'".formatted(state)))
        .isEqualTo(result);
    assertThat(machine("Definition: {States: {Run: %s}}".formatted(state))).isEqualTo(result);
    assertThat(
            machine(
                "Definition: {States: {All: {Type: Map, ItemProcessor: {States: {Run: %s}}}}}"
                    .formatted(state)))
        .isEqualTo(result);
  }

  @Test
  void referencesInsideOfTheTextAreThoseOfTheTemplate() {
    assertThat(
            machine(
                """
                DefinitionString: !Sub |
                  {"States": {"Run": {"Resource": "arn:${AWS::Partition}:states:::ecs:runTask",
                   "Parameters": {"LaunchType": "FARGATE", "TaskDefinition": "${Task}", "NetworkConfiguration":
                   {"AwsvpcConfiguration": {"Subnets": ["${SubnetA}"], "SecurityGroups.$": "$.groups"}}}}}}
                """))
        .isEqualTo("Machine: Fargate tasks in [SubnetA] with [!Ref $.groups], public: false");
  }

  @Test
  void otherStatesStartNothingAndBrokenTextsAreOpen() {
    assertThat(
            machine(
                "DefinitionString: '{\"States\": {\"Run\": {\"Resource\":"
                    + " \"arn:aws:states:::sqs:sendMessage\"}}}'"))
        .isEmpty();
    assertThat(machine("DefinitionString: 'no JSON'")).isEmpty();
    assertThat(machine("DefinitionString: 'no JSON arn:aws:states:::ecs:runTask'"))
        .isEqualTo(
            "Machine: tasks in [the subnets of Machine] with [the security groups of Machine],"
                + " public: the definition of Machine, which is no JSON");
  }

  @Test
  void expressServicesRunOnFargateAndLogInAnyCase() {
    String template =
        """
        Resources:
          Web:
            Type: AWS::ECS::ExpressGatewayService
            Properties:
              PrimaryContainer:
                Image: nginx
                Secrets: [{Name: A, ValueFrom: /a}]
              NetworkConfiguration: {Subnets: [subnet-1], SecurityGroups: [sg-1]}
        """;

    assertThat(places(template))
        .isEqualTo(
            "Web: Express tasks on Fargate in [subnet-1] with [sg-1], public: whether ECS gives"
                + " tasks of Web public IP addresses");
    assertThat(Given.images(template)).isEqualTo("nginx from docker.io");
    assertThat(Given.demands(template)).isEqualTo("logs ssm");
  }

  @ParameterizedTest
  @CsvSource({
    "1.3.0, WITHOUT_TOKEN, logs",
    "1.2.0, WITHOUT_TOKEN, logs",
    "1.4.0, EVERYTHING, logs ssm",
    "LATEST, EVERYTHING, logs ssm",
    "1.0.0, EVERYTHING, logs ssm",
  })
  void olderPlatformsGetTokensAndSecretsByThemselves(
      String version, Workload.PullScope pull, String demands) {
    String template =
        """
        Resources:
          Task:
            Type: AWS::ECS::TaskDefinition
            Properties:
              ContainerDefinitions:
                - {Image: a, LogConfiguration: {LogDriver: awslogs}, Secrets: [{ValueFrom: /a}]}
          Web:
            Type: AWS::ECS::Service
            Properties: {LaunchType: FARGATE, TaskDefinition: !Ref Task, PlatformVersion: "%s"}
        """
            .formatted(version);

    assertThat(Given.demands(template)).isEqualTo(demands);
    assertThat(Given.workloads(template).getFirst().conduct().pull()).isEqualTo(pull);
  }
}
