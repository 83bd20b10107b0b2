package ecraccess.reach.template;

import static ecraccess.reach.template.Given.demands;
import static ecraccess.reach.template.Given.places;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PullersEksTest {
  private static final String RESOURCES =
      """
      Resources:
        Cluster:
          Type: AWS::EKS::Cluster
          Properties: {Name: prod, ResourcesVpcConfig: {SubnetIds: [subnet-8, subnet-9]}}
        Machine:
          Type: AWS::EC2::LaunchTemplate
          Properties: {LaunchTemplateName: machine, LaunchTemplateData: {SecurityGroupIds: [sg-1]}}
        Bare:
          Type: AWS::EC2::LaunchTemplate
          Properties: {LaunchTemplateData: {NetworkInterfaces: [{AssociatePublicIpAddress: false}]}}
      """;

  private static String nodes(String properties) {
    return RESOURCES
        + "  Nodes: {Type: AWS::EKS::Nodegroup, Properties: {%s}}".formatted(properties);
  }

  private static String pods(String properties) {
    return RESOURCES
        + "  Pods: {Type: AWS::EKS::FargateProfile, Properties: {%s}}".formatted(properties);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "ClusterName: !Ref Cluster => Cluster.ClusterSecurityGroupId",
        "ClusterName: prod => Cluster.ClusterSecurityGroupId",
        "ClusterName: other => the cluster security group of other",
        "ClusterName: !Ref Given => the cluster security group of !Ref Given",
        "ClusterName: !Ref Cluster, LaunchTemplate: {Id: !Ref Machine} => sg-1",
        "ClusterName: !Ref Cluster, LaunchTemplate: {Name: machine} => sg-1",
        "ClusterName: !Ref Cluster, RemoteAccess: {Ec2SshKey: k} => Cluster.ClusterSecurityGroupId",
      })
  void nodesHaveTheClustersGroupUnlessTheirLaunchTemplateHasOthers(
      String properties, String groups) {
    assertThat(places(nodes("Subnets: [subnet-1], " + properties)))
        .isEqualTo(
            "Nodes: EKS nodes in [subnet-1] with [%s], public: the subnet's setting", groups);
  }

  @Test
  void launchTemplateDecidesOnPublicAddresses() {
    assertThat(
            places(
                nodes(
                    "Subnets: [subnet-1], ClusterName: !Ref Cluster, LaunchTemplate: {Id: !Ref"
                        + " Bare}")))
        .isEqualTo(
            "Nodes: EKS nodes in [subnet-1] with [Cluster.ClusterSecurityGroupId], public: false");
  }

  @Test
  void launchTemplateOutOfSightLeavesGroupsOpen() {
    assertThat(
            places(
                nodes(
                    "Subnets: [subnet-1], ClusterName: !Ref Cluster, LaunchTemplate: {Id: lt-1}")))
        .isEqualTo(
            "Nodes: EKS nodes in [subnet-1] with [the security groups of Nodes], public: the launch"
                + " template lt-1, which is not in the template");
  }

  @Test
  void podsOnFargateHaveTheClustersGroupAndNoPublicAddress() {
    assertThat(places(pods("ClusterName: !Ref Cluster, Subnets: [subnet-1]")))
        .isEqualTo(
            "Pods: EKS pods on Fargate in [subnet-1] with [Cluster.ClusterSecurityGroupId], public:"
                + " false");
  }

  @Test
  void profileWithoutSubnetsHasTheClusters() {
    assertThat(places(pods("ClusterName: !Ref Cluster")))
        .isEqualTo(
            "Pods: EKS pods on Fargate in [subnet-8, subnet-9] with"
                + " [Cluster.ClusterSecurityGroupId], public: false");
    assertThat(places(pods("ClusterName: elsewhere")))
        .isEqualTo(
            "Pods: EKS pods on Fargate in [the subnets of Pods] with [the cluster security group of"
                + " elsewhere], public: false");
  }

  @Test
  void instancesThatAreToldOfTheClusterAreItsNodes() {
    String template =
        """
        Resources:
          Cluster: {Type: AWS::EKS::Cluster}
          Machine:
            Type: AWS::EC2::LaunchTemplate
            Properties:
              LaunchTemplateData:
                SecurityGroupIds: [!GetAtt Cluster.ClusterSecurityGroupId]
                UserData: {"Fn::Base64": !Sub "/etc/eks/bootstrap.sh %s"}
          Fleet:
            Type: AWS::AutoScaling::AutoScalingGroup
            Properties:
              VPCZoneIdentifier: [subnet-1]
              LaunchTemplate: {LaunchTemplateId: !Ref Machine, Version: "1"}
        """;

    assertThat(places(template.formatted("${Cluster}")))
        .startsWith("Fleet: EKS nodes in [subnet-1]");
    // It is a node of some cluster all the same.
    assertThat(places(template.formatted("${Other}"))).startsWith("Fleet: EKS nodes in [subnet-1]");
    assertThat(places(template.formatted("").replace("/etc/eks/bootstrap.sh", "yum update")))
        .isEmpty();
  }

  @Test
  void nodesCallEc2ForSureAndPodsPerhapsSts() {
    assertThat(demands(nodes("ClusterName: !Ref Cluster"))).isEqualTo("ec2 sts?");
    assertThat(demands(pods("ClusterName: !Ref Cluster"))).isEqualTo("ec2? sts?");
  }

  @Test
  void whatPodsPullIsNotKnown() {
    assertThat(Given.workloads(nodes("ClusterName: !Ref Cluster")).getFirst().images()).isEmpty();
  }
}
