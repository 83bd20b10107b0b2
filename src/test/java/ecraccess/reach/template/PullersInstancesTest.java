package ecraccess.reach.template;

import static ecraccess.reach.template.Given.places;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ECS on EC2: the instance pulls, wherever the task's own interface is. */
class PullersInstancesTest {
  private static final String FOUND =
      "Web: ECS tasks on EC2 instances of Fleet in [subnet-1] with [sg-1], public: the subnet's"
          + " setting";

  /** A service with these settings, a cluster, an Auto Scaling group, a launch template. */
  private static String template(String service, String cluster, String group, String data) {
    return """
    Resources:
      Web: {Type: AWS::ECS::Service, Properties: {Cluster: !Ref Cluster, %s}}
      Cluster: {Type: AWS::ECS::Cluster, Properties: {%s}}
      Provider:
        Type: AWS::ECS::CapacityProvider
        Properties: {Name: own, AutoScalingGroupProvider: {AutoScalingGroupArn: !Ref Fleet}}
      Fleet:
        Type: AWS::AutoScaling::AutoScalingGroup
        Properties: {VPCZoneIdentifier: [subnet-1], %s}
      Machine:
        Type: AWS::EC2::LaunchTemplate
        Properties: {LaunchTemplateName: machine, LaunchTemplateData: {%s}}
      Configuration:
        Type: AWS::AutoScaling::LaunchConfiguration
        Properties:
          SecurityGroups: [sg-1]
          UserData: {"Fn::Base64": !Sub "echo ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config"}
    """
        .formatted(service, cluster, group, data);
  }

  private static final String TEMPLATE = "LaunchTemplate: {LaunchTemplateId: !Ref Machine}";
  private static final String GROUPS = "SecurityGroupIds: [sg-1]";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CapacityProviderStrategy: [{CapacityProvider: !Ref Provider}]",
        "CapacityProviderStrategy: [{CapacityProvider: own}]",
        "CapacityProviderStrategy: [{CapacityProvider: !Ref Provider, Weight: 1},"
            + " {CapacityProvider: FARGATE, Weight: 0}]",
      })
  void capacityProviderLeadsToItsAutoScalingGroup(String strategy) {
    assertThat(places(template(strategy, "", TEMPLATE, GROUPS))).isEqualTo(FOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LaunchType: EC2", "DesiredCount: 1"})
  void clustersCapacityProvidersLeadToTheirs(String service) {
    assertThat(places(template(service, "CapacityProviders: [!Ref Provider]", TEMPLATE, GROUPS)))
        .isEqualTo(FOUND);
  }

  @Test
  void defaultStrategyOfTheClusterCounts() {
    assertThat(
            places(
                template(
                    "DesiredCount: 1",
                    "DefaultCapacityProviderStrategy: [{CapacityProvider: !Ref Provider}]",
                    TEMPLATE,
                    GROUPS)))
        .isEqualTo(FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!Sub 'echo ECS_CLUSTER=${Cluster}'",
        "{'Fn::Base64': !Sub ['ECS_CLUSTER=${C}', {C: !Ref Cluster}]}",
        "{'Fn::Base64': !Join ['', ['ECS_CLUSTER=', !Ref Cluster]]}",
        "{'Fn::Base64': {'Fn::Sub': 'x ${Cluster.Arn}'}}"
      })
  void instancesThatAreToldOfTheClusterJoinIt(String script) {
    assertThat(places(template("LaunchType: EC2", "", TEMPLATE, GROUPS + ", UserData: " + script)))
        .isEqualTo(FOUND);
  }

  @Test
  void launchConfigurationTellsTheSame() {
    assertThat(
            places(
                template("LaunchType: EC2", "", "LaunchConfigurationName: !Ref Configuration", "")))
        .isEqualTo(FOUND);
  }

  @Test
  void mixedInstancesTellTheSame() {
    assertThat(
            places(
                template(
                    "LaunchType: EC2",
                    "CapacityProviders: [own]",
                    "MixedInstancesPolicy: {LaunchTemplate: {LaunchTemplateSpecification:"
                        + " {LaunchTemplateName: machine}, Overrides: [{InstanceType: m5.large}]}}",
                    GROUPS)))
        .isEqualTo(FOUND);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "ImageId: ami-1 => [], public: the subnet's setting",
        "NetworkInterfaces: [{DeviceIndex: 0, Groups: [sg-2], AssociatePublicIpAddress: true}] =>"
            + " [sg-2], public: true",
        "NetworkInterfaces: [{DeviceIndex: 1, Groups: [sg-3]}, {DeviceIndex: '0', Groups: [sg-2],"
            + " AssociatePublicIpAddress: 'false'}] => [sg-2], public: false",
        "NetworkInterfaces: [{Groups: [sg-2]}] => [sg-2], public: the subnet's setting",
        "NetworkInterfaces: [{NetworkInterfaceId: eni-1}] => [the security groups of Fleet],"
            + " public: the security groups of Fleet",
        "NetworkInterfaces: !Ref Given => [the security groups of Fleet], public: the security"
            + " groups of Fleet",
        "SecurityGroups: [default] => [the security groups of Fleet], public: the security groups"
            + " of Fleet",
      })
  void firstInterfaceOfTheLaunchTemplateCounts(String data, String expected) {
    assertThat(places(template("LaunchType: EC2", "CapacityProviders: [own]", TEMPLATE, data)))
        .isEqualTo("Web: ECS tasks on EC2 instances of Fleet in [subnet-1] with " + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "LaunchTemplate: {LaunchTemplateId: lt-1} => the launch template lt-1, which is not in the"
            + " template",
        "LaunchConfigurationName: !ImportValue c => the launch template !ImportValue c, which is"
            + " not in the template",
        "InstanceId: i-1 => the launch template of Fleet",
      })
  void launchTemplateOutOfSightLeavesGroupsOpen(String group, String missing) {
    assertThat(places(template("LaunchType: EC2", "CapacityProviders: [own]", group, "")))
        .isEqualTo(
            "Web: ECS tasks on EC2 instances of Fleet in [subnet-1] with [the security groups of"
                + " Fleet], public: %s",
            missing);
  }

  @Test
  void instancesOutOfSightAreOpen() {
    assertThat(places(template("LaunchType: EC2", "", TEMPLATE, GROUPS)))
        .isEqualTo(
            "Web: ECS tasks on EC2 instances in [the subnets of Web] with [the security groups of"
                + " Web], public: the instances of cluster !Ref Cluster, which the template does"
                + " not show");
  }

  @Test
  void taskIsSpreadOverAllThatItsStrategyNames() {
    assertThat(
            places(
                template(
                    "CapacityProviderStrategy: [{CapacityProvider: FARGATE, Weight: 1},"
                        + " {CapacityProvider: own, Weight: 1}], NetworkConfiguration:"
                        + " {AwsvpcConfiguration: {Subnets: [subnet-9]}}",
                    "",
                    TEMPLATE,
                    GROUPS)))
        .isEqualTo("Web: Fargate tasks in [subnet-9] with [], public: false\n" + FOUND);
  }

  @Test
  void associationsGiveAClusterItsProviders() {
    assertThat(
            places(
                template("DesiredCount: 1", "", TEMPLATE, GROUPS)
                    + """
                      Association:
                        Type: AWS::ECS::ClusterCapacityProviderAssociations
                        Properties:
                          Cluster: !Ref Cluster
                          CapacityProviders: [!Ref Provider]
                          DefaultCapacityProviderStrategy: [{CapacityProvider: !Ref Provider}]
                    """))
        .isEqualTo(FOUND);
  }

  @Test
  void managedInstancesStandWhereTheProviderSays() {
    assertThat(
            places(
                """
                Resources:
                  Web:
                    Type: AWS::ECS::Service
                    Properties: {CapacityProviderStrategy: [{CapacityProvider: !Ref Managed}]}
                  Managed:
                    Type: AWS::ECS::CapacityProvider
                    Properties:
                      ManagedInstancesProvider:
                        InstanceLaunchTemplate:
                          NetworkConfiguration: {Subnets: [subnet-1], SecurityGroups: [sg-1]}
                """))
        .isEqualTo(
            "Web: ECS tasks on EC2 instances of Managed in [subnet-1] with [sg-1], public: the"
                + " subnet's setting");
  }
}
