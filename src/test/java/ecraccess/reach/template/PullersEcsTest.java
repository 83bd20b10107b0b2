package ecraccess.reach.template;

import static ecraccess.reach.template.Given.places;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.reach.model.Id;
import ecraccess.reach.model.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PullersEcsTest {
  private static final String NETWORK =
      "{AwsvpcConfiguration: {Subnets: [!Ref SubnetA, subnet-1], SecurityGroups: [!Ref Group]}}";

  private static final String RESOURCES =
      """
      Resources:
        SubnetA: {Type: AWS::EC2::Subnet}
        Group: {Type: AWS::EC2::SecurityGroup}
        Task: {Type: AWS::ECS::TaskDefinition, Properties: {RequiresCompatibilities: [FARGATE]}}
        AnyTask: {Type: AWS::ECS::TaskDefinition}
        Plain: {Type: AWS::ECS::Cluster}
        Web:
          Type: AWS::ECS::Service
          Properties: %s
      """;

  private static String service(String properties) {
    return places(RESOURCES.formatted(properties));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LaunchType: FARGATE",
        "CapacityProviderStrategy: [{CapacityProvider: FARGATE, Weight: 1}]",
        "CapacityProviderStrategy: [{CapacityProvider: FARGATE}, {CapacityProvider: FARGATE_SPOT}]",
        "TaskDefinition: !Ref Task",
        "TaskDefinition: !Ref Task, Cluster: !Ref Plain",
        "TaskDefinition: !Ref Task, Cluster: elsewhere",
        "LaunchType: FARGATE, DeploymentController: {Type: CODE_DEPLOY}",
      })
  void fargateTasksPullThroughTheirOwnInterface(String launch) {
    assertThat(service("{%s, NetworkConfiguration: %s}".formatted(launch, NETWORK)))
        .isEqualTo("Web: Fargate tasks in [SubnetA, subnet-1] with [Group], public: false");
  }

  @ParameterizedTest
  @CsvSource({"ENABLED, true", "DISABLED, false", "!Ref Given, the value of !Ref Given"})
  void publicAddressIsOffUnlessItIsTurnedOn(String setting, String expected) {
    assertThat(
            service(
                """
                {LaunchType: FARGATE, NetworkConfiguration: {AwsvpcConfiguration: \
                {Subnets: [subnet-1], AssignPublicIp: %s}}}\
                """
                    .formatted(setting)))
        .startsWith("Web: Fargate tasks in [subnet-1] with [], public: " + expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{LaunchType: FARGATE}",
        "{LaunchType: FARGATE, NetworkConfiguration: !FindInMap [A, B, C]}",
        "{LaunchType: FARGATE, NetworkConfiguration: {AwsvpcConfiguration: !Ref X,"
            + " AwsVpcConfiguration: {}}}",
        "{LaunchType: FARGATE, NetworkConfiguration: []}",
      })
  void missingNetworkConfigurationIsNotTheDefaultGroup(String properties) {
    assertThat(service(properties))
        .isEqualTo(
            "Web: Fargate tasks in [the subnets of Web] with [the security groups of Web], public:"
                + " the network configuration of Web");
  }

  @Test
  void listThatIsOneParameterIsOneOpenId() {
    Workload workload =
        Given.workloads(
                RESOURCES.formatted(
                    "{LaunchType: FARGATE, NetworkConfiguration: {AwsvpcConfiguration: {Subnets:"
                        + " !Ref All, SecurityGroups: !Ref Some}}}"))
            .getFirst();

    assertThat(workload.subnets()).singleElement().isInstanceOf(Id.Open.class);
    assertThat(workload.groups().orElseThrow()).singleElement().isInstanceOf(Id.Open.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "LaunchType: !Ref Given => the value of !Ref Given",
        "LaunchType: Fargate => the launch type of Web",
        "LaunchType: !If [Prod, FARGATE, EC2] => whether condition Prod is true",
        "LaunchType: !If [Prod, FARGATE, !Ref AWS::NoValue] => whether condition Prod is true",
        "CapacityProviderStrategy: [{CapacityProvider: !Ref Given}] => the value of !Ref Given",
        "CapacityProviderStrategy: [{CapacityProvider: own}] => the instances of capacity provider"
            + " own, which the template does not show",
        "CapacityProviderStrategy: !Ref Given => the capacity provider at"
            + " Resources.Web.Properties.CapacityProviderStrategy",
        "Cluster: elsewhere => the default capacity provider strategy of cluster elsewhere, which"
            + " is not in the template",
        "TaskDefinition: !Ref AnyTask => the default capacity provider strategy of the default"
            + " cluster, which is not in the template",
        "LaunchType: FARGATE, DeploymentController: {Type: !Ref Given} => the value of !Ref Given",
      })
  void whereNobodyCanTellWhatTasksRunOnNothingIsKnown(String launch, String missing) {
    assertThat(service("{%s, NetworkConfiguration: %s}".formatted(launch, NETWORK)))
        .startsWith(
            "Web: tasks in [the subnets of Web] with [the security groups of Web], public: "
                + missing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{LaunchType: EXTERNAL}",
        "{LaunchType: FARGATE, DeploymentController: {Type: EXTERNAL}}"
      })
  void serviceThatStartsNothingHerePullsNothing(String properties) {
    assertThat(service(properties)).isEmpty();
  }

  @Test
  void openConditionOfTheServiceLeavesAllOpen() {
    assertThat(
            places(
                """
                Resources:
                  Web:
                    Type: AWS::ECS::Service
                    Condition: Prod
                    Properties: {LaunchType: FARGATE, NetworkConfiguration: %s}
                """
                    .formatted(NETWORK)))
        .isEqualTo(
            "Web: tasks in [the subnets of Web] with [the security groups of Web], public: whether"
                + " condition Prod is true");
  }

  @Test
  void openBranchIsNotOneOfSeveralSubnets() {
    assertThat(
            service(
                """
                {LaunchType: FARGATE, NetworkConfiguration: {AwsvpcConfiguration: \
                {Subnets: [subnet-1, !If [Prod, subnet-2, subnet-3]], SecurityGroups: !If [Prod, [sg-1], [sg-2]]}}}\
                """))
        .isEqualTo(
            "Web: Fargate tasks in [the subnets of Web] with [the security groups of Web], public:"
                + " false");
  }
}
