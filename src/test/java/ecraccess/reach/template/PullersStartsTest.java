package ecraccess.reach.template;

import static ecraccess.reach.template.Given.places;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
