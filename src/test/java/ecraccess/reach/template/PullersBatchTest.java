package ecraccess.reach.template;

import static ecraccess.reach.template.Given.demands;
import static ecraccess.reach.template.Given.images;
import static ecraccess.reach.template.Given.places;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PullersBatchTest {

  private static String environment(String properties) {
    return """
    Resources:
      Machine:
        Type: AWS::EC2::LaunchTemplate
        Properties:
          LaunchTemplateData:
            NetworkInterfaces: [{Groups: [sg-2], AssociatePublicIpAddress: true}]
      Jobs: {Type: AWS::Batch::ComputeEnvironment, Properties: %s}
    """
        .formatted(properties);
  }

  private static String resources(String type, String more) {
    return "{ComputeResources: {Type: %s, Subnets: [subnet-1], SecurityGroupIds: [sg-1]%s}}"
        .formatted(type, more);
  }

  private static String job(String name, String properties) {
    return "  %s: {Type: AWS::Batch::JobDefinition, Properties: {%s}}\n"
        .formatted(name, properties);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC2", "SPOT"})
  void instancesPullForTheirJobs(String type) {
    assertThat(places(environment(resources(type, ""))))
        .isEqualTo(
            "Jobs: Batch jobs on EC2 instances in [subnet-1] with [sg-1], public: the subnet's"
                + " setting");
  }

  @Test
  void launchTemplateAddsItsGroups() {
    assertThat(
            places(
                environment(
                    resources("EC2", ", LaunchTemplate: {LaunchTemplateId: !Ref Machine}"))))
        .isEqualTo(
            "Jobs: Batch jobs on EC2 instances in [subnet-1] with [sg-1, sg-2], public: true");
    assertThat(places(environment(resources("EC2", ", LaunchTemplate: {LaunchTemplateId: lt-1}"))))
        .isEqualTo(
            "Jobs: Batch jobs on EC2 instances in [subnet-1] with [sg-1, the security groups of"
                + " Jobs], public: the launch template lt-1, which is not in the template");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FARGATE", "FARGATE_SPOT"})
  void jobDefinitionsTellThePublicAddressOnFargate(String type) {
    String network = "NetworkConfiguration: {AssignPublicIp: ENABLED}";

    assertThat(
            places(
                environment(resources(type, ""))
                    + job("A", "PlatformCapabilities: [FARGATE], ContainerProperties: {Image: a}")
                    + job("B", "PlatformCapabilities: [EC2], ContainerProperties: {Image: b}")
                    + job(
                        "C",
                        "PlatformCapabilities: [FARGATE], EcsProperties: {TaskProperties: [{%s}]}"
                            .formatted(network))))
        .isEqualTo(
            """
            Jobs: Batch jobs on Fargate in [subnet-1] with [sg-1], public: false
            Jobs: Batch jobs on Fargate in [subnet-1] with [sg-1], public: true\
            """);
    assertThat(places(environment(resources(type, ""))))
        .isEqualTo(
            "Jobs: Batch jobs on Fargate in [subnet-1] with [sg-1], public: the job definitions");
  }

  @Test
  void jobsRunInTheComputeEnvironmentOfTheirKind() {
    String jobs =
        job("A", "PlatformCapabilities: [FARGATE], ContainerProperties: {Image: a}")
            + job("B", "ContainerProperties: {Image: b}")
            + job(
                "C",
                "NodeProperties: {NodeRangeProperties: [{Container: {Image: c}}, {EcsProperties:"
                    + " {TaskProperties: [{Containers: [{Image: d}]}]}}]}")
            + job("E", "EksProperties: {PodProperties: {Containers: [{Image: e}]}}");

    assertThat(images(environment(resources("FARGATE", "")) + jobs)).isEqualTo("a from docker.io");
    assertThat(images(environment(resources("EC2", "")) + jobs))
        .isEqualTo("b from docker.io\nc from docker.io\nd from docker.io");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[!Ref Given]", "!Ref Given", "[!If [Prod, FARGATE, EC2]]"})
  void jobOfAnOpenKindMayRunInEither(String capabilities) {
    String jobs =
        job(
            "A",
            "PlatformCapabilities: %s, ContainerProperties: {Image: a}".formatted(capabilities));

    for (String type : new String[] {"FARGATE", "EC2"}) {
      assertThat(images(environment(resources(type, "")) + jobs))
          .isEqualTo("a from ?which compute environment runs jobs of A");
    }
  }

  @Test
  void twoComputeEnvironmentsOfOneKindLeaveOpenWhichRunsAJob() {
    assertThat(
            images(
                environment(resources("EC2", ""))
                    + "  Others: {Type: AWS::Batch::ComputeEnvironment, Properties: %s}\n"
                        .formatted(resources("SPOT", ""))
                    + job("A", "ContainerProperties: {Image: a}")))
        .isEqualTo(
            """
            a from ?which compute environment runs jobs of A
            a from ?which compute environment runs jobs of A\
            """);
  }

  @Test
  void nodesOfAClusterElsewhereArePlacedByBatch() {
    String template =
        environment(
            "{EksConfiguration: {EksClusterArn: a}, ComputeResources: {Type: EC2, Subnets:"
                + " [subnet-1], SecurityGroupIds: [sg-1]}}");

    assertThat(places(template))
        .isEqualTo(
            "Jobs: EKS nodes of AWS Batch in [subnet-1] with [sg-1], public: the subnet's setting");
    assertThat(demands(template)).isEqualTo("ec2 sts?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "{Type: UNMANAGED} => the compute resources of Jobs, which the template does not show",
        "{ComputeResources: {Type: !Ref Given, Subnets: [subnet-1]}} => the value of !Ref Given",
        "{EksConfiguration: !If [Kubernetes, {}, !Ref AWS::NoValue], ComputeResources: {Type: EC2}}"
            + " => whether condition Kubernetes is true",
      })
  void computeEnvironmentOfAnOpenKindIsOpen(String properties, String missing) {
    assertThat(places(environment(properties)))
        .startsWith(
            "Jobs: Batch jobs in [the subnets of Jobs] with [the security groups of Jobs], public: "
                + missing);
  }

  @Test
  void jobsLogUnlessTheyAreToldOtherwiseAndInstancesHaveAnAgent() {
    assertThat(
            demands(
                environment(resources("EC2", ""))
                    + job("A", "ContainerProperties: {Image: a, Secrets: [{ValueFrom: /a}]}")))
        .isEqualTo("logs ssm ecs-agent ecs-telemetry ecs");
    assertThat(
            demands(
                environment(resources("FARGATE", ""))
                    + job("A", "PlatformCapabilities: [FARGATE], ContainerProperties: {Image: a}")))
        .isEqualTo("logs");
  }
}
