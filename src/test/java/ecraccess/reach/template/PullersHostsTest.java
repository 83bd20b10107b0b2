package ecraccess.reach.template;

import static ecraccess.reach.template.Given.images;
import static ecraccess.reach.template.Given.places;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.reach.model.Unjudged;
import ecraccess.reach.model.Workload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Machines that run containers, and what is only named. */
class PullersHostsTest {
  private static String host(String script) {
    return """
    Resources:
      Host:
        Type: AWS::EC2::Instance
        Properties:
          SubnetId: subnet-1
          SecurityGroupIds: [sg-1]
          UserData: {"Fn::Base64": !Sub "%s"}
    """
        .formatted(script);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "docker run ${Image} => Docker host",
        "docker pull x => Docker host",
        "docker-compose up => Docker host",
        "podman  run x => Docker host",
        "echo ECS_CLUSTER=${Given} => ECS container instances",
        "/etc/eks/bootstrap.sh ${Given} => EKS nodes",
        "nodeadm init => EKS nodes",
      })
  void startScriptTellsWhatAHostRuns(String script, String what) {
    assertThat(places(host(script)))
        .isEqualTo(
            "Host: %s in [subnet-1] with [sg-1], public: the subnet's setting".formatted(what));
  }

  @ParameterizedTest
  @CsvSource({"yum update", "mkdir /docker", "apt-get install docker.io"})
  void hostThatStartsNoContainersIsNone(String script) {
    assertThat(places(host(script))).isEmpty();
  }

  @Test
  void whatAHostPullsIsNotKnown() {
    assertThat(images(host("docker run nginx")))
        .isEqualTo("images from ?what Host pulls, which is not read");
  }

  @Test
  void scriptMayBeEncodedAlready() {
    String encoded =
        Base64.getEncoder().encodeToString("docker run x".getBytes(StandardCharsets.UTF_8));

    assertThat(places(host("x").replace("{\"Fn::Base64\": !Sub \"x\"}", encoded)))
        .startsWith("Host: Docker host");
  }

  @Test
  void instanceOfAClusterOfTheTemplateRunsItsTasks() {
    assertThat(
            places(
                host("echo ECS_CLUSTER=${Cluster}")
                    + """
                      Cluster: {Type: AWS::ECS::Cluster}
                      Web: {Type: AWS::ECS::Service, Properties: {LaunchType: EC2, Cluster: !Ref Cluster}}
                    """
                        .indent(0)))
        .isEqualTo(
            "Web: ECS tasks on EC2 instances of Host in [subnet-1] with [sg-1], public: the"
                + " subnet's setting");
  }

  @Test
  void interfacesOfAnInstanceGoBeforeItsOwnSettings() {
    assertThat(
            places(
                """
                Resources:
                  Host:
                    Type: AWS::EC2::Instance
                    Properties:
                      UserData: {"Fn::Base64": "docker run x"}
                      NetworkInterfaces:
                        - {DeviceIndex: "1", SubnetId: subnet-9, GroupSet: [sg-9]}
                        - {DeviceIndex: "0", SubnetId: subnet-2, GroupSet: [sg-2], AssociatePublicIpAddress: true}
                """))
        .isEqualTo("Host: Docker host in [subnet-2] with [sg-2], public: true");
  }

  @Test
  void airflowCallsItsQueueAndPullsNothingItself() {
    String template =
        """
        Resources:
          Flows:
            Type: AWS::MWAA::Environment
            Properties:
              NetworkConfiguration: {SubnetIds: [subnet-1, subnet-2], SecurityGroupIds: [sg-1]}
        """;

    assertThat(places(template))
        .isEqualTo("Flows: Airflow on MWAA in [subnet-1, subnet-2] with [sg-1], public: false");
    assertThat(Given.demands(template))
        .contains("s3", "logs", "monitoring", "sqs", "kms?", "ecr.api?", "ecr.dkr?");
    assertThat(Given.workloads(template).getFirst().conduct().pull())
        .isEqualTo(Workload.PullScope.NOTHING);
    assertThat(Templates.services(template)).isEqualTo("logs kms monitoring sqs");
  }

  @Test
  void nodesOfAutoModeHaveTheClustersSubnetsAndGroup() {
    String template =
        """
        Resources:
          Cluster:
            Type: AWS::EKS::Cluster
            Properties:
              ResourcesVpcConfig: {SubnetIds: [subnet-1], EndpointPrivateAccess: true}
              ComputeConfig: {Enabled: %s}
        """;

    assertThat(places(template.formatted("true")))
        .isEqualTo(
            "Cluster: EKS Auto Mode nodes in [subnet-1] with [Cluster.ClusterSecurityGroupId],"
                + " public: false");
    assertThat(places(template.formatted("false"))).isEmpty();
    assertThat(places(template.formatted("!Ref Given")))
        .startsWith("Cluster: EKS Auto Mode nodes in [the subnets of Cluster]");
  }

  @ParameterizedTest
  @CsvSource({
    "'EndpointPrivateAccess: true', ''",
    "'EndpointPrivateAccess: \"true\"', ''",
    "'EndpointPrivateAccess: false', certain",
    "'EndpointPublicAccess: true', certain",
    "'EndpointPrivateAccess: !Ref Given', open",
  })
  void nodesRegisterOverTheInternetUnlessThePrivateEndpointIsOn(String setting, String call) {
    assertThat(
            Given.workloads(
                    """
                    Resources:
                      Cluster: {Type: AWS::EKS::Cluster, Properties: {ResourcesVpcConfig: {%s}}}
                      Nodes: {Type: AWS::EKS::Nodegroup, Properties: {ClusterName: !Ref Cluster, Subnets: [subnet-1]}}
                    """
                        .formatted(setting))
                .getFirst()
                .conduct()
                .publicCalls())
        .extracting(one -> one.certain() ? "certain" : "open")
        .isEqualTo(call.isEmpty() ? List.of() : List.of(call));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "AWS::Lambda::Function => {Code: {ImageUri: x}} => LAMBDA_IMAGE",
        "AWS::Lambda::Function => {Code: {S3Bucket: x}} => ",
        "AWS::Serverless::Function => {PackageType: Image} => LAMBDA_IMAGE",
        "AWS::AppRunner::Service => {SourceConfiguration: {ImageRepository: {}}} => APP_RUNNER",
        "AWS::CodeBuild::Project => {VpcConfig: {VpcId: v}} => CODE_BUILD",
        "AWS::CodeBuild::Project => {Name: x} => ",
        "AWS::SageMaker::NotebookInstance => {SubnetId: s} => SAGEMAKER",
        "AWS::EKS::Nodegroup => {Subnets: [s]} => PODS",
        "AWS::EC2::LaunchTemplate => {LaunchTemplateData: {UserData: docker run x}} =>"
            + " LAUNCH_TEMPLATE",
        "AWS::EC2::LaunchTemplate => {LaunchTemplateData: {UserData: nothing}} => ",
      })
  void whatIsNotJudgedIsNamed(String type, String properties, String reason) {
    assertThat(
            Bystanders.of(
                Given.of("Resources: {R: {Type: %s, Properties: %s}}".formatted(type, properties))))
        .extracting(Unjudged::reason)
        .extracting(Enum::name)
        .isEqualTo(reason == null ? List.of() : List.of(reason));
  }
}
