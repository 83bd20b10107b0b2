package ecraccess.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real AWS CLI deploys templates with the macro, built by the real SAM CLI, to the local cloud.
 */
class LocalCloudIT {

  @Test
  void theArticlesTemplateBringsThreeEndpointsToLife() {
    Processes.Result deployed =
        deploy(
            "examples/article.yaml",
            "--with",
            "examples/exports.yaml",
            "--parameter-overrides",
            "EnvironmentName=dev");
    assertThat(endpoints(deployed))
        .containsExactlyInAnyOrder(
            "EcrAccessEcrDkrEndpoint com.amazonaws.eu-west-1.ecr.dkr Interface available",
            "EcrAccessEcrApiEndpoint com.amazonaws.eu-west-1.ecr.api Interface available",
            "EcrAccessS3Endpoint com.amazonaws.eu-west-1.s3 Gateway available");
  }

  @Test
  void theMinimalTemplateInfersItsRouteTable() {
    Processes.Result deployed = deploy("examples/minimal.yaml");
    assertThat(endpoints(deployed)).hasSize(3);
    assertThat(deployed.out().lines().filter(line -> line.contains("Gateway")))
        .singleElement()
        .asString()
        .contains("rtb-");
  }

  @Test
  void aWholeServiceIsDeployed() {
    assertThat(endpoints(deploy("examples/fargate-service.yaml")))
        .hasSize(4)
        .contains("EcrAccessLogsEndpoint com.amazonaws.eu-west-1.logs Interface available");
  }

  @Test
  void allThreeFaultsStandInTheChangeSetsReason(@TempDir Path folder) throws IOException {
    Path template = folder.resolve("faults.yaml");
    Files.writeString(
        template,
        """
        AWSTemplateFormatVersion: "2010-09-09"
        Transform: PrivateEcrAccess
        Resources:
          EcrAccess:
            Type: PrivateEcrAccess
            Properties:
              VpcID: vpc-11111111
              SubnetIds: subnet-11111111
              SecurityGroupIds: [sg-11111111]
              PrivateDnsEnabled: "yes"
        """);
    Processes.Result failed = run(template.toString());
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .contains(
            """
            Status: FAILED. Reason: Transform 123456789012::PrivateEcrAccess failed with: PrivateEcrAccess found 3 problems
            Resources.EcrAccess.Properties.VpcID: unknown property, did you mean VpcId?
            Resources.EcrAccess.Properties.SubnetIds: expected a list of subnet IDs, found the string "subnet-11111111"
            Resources.EcrAccess.Properties.PrivateDnsEnabled: expected true or false, found the string "yes\"\
            """);
  }

  /** The whole way: macro, custom resource, the network function's process, its PUT, the stack. */
  @Test
  void whatTheNetworkFunctionRefusesFailsTheStackBeforeAnEndpointExists(@TempDir Path folder)
      throws IOException {
    Path template = folder.resolve("refused.yaml");
    Files.writeString(
        template,
        """
        AWSTemplateFormatVersion: "2010-09-09"
        Transform: PrivateEcrAccess
        Parameters:
          Vpc: {Type: String, Default: "vpc-1"}
          Subnets: {Type: CommaDelimitedList, Default: "subnet-1,subnet-2"}
        Resources:
          EcrAccess:
            Type: PrivateEcrAccess
            Properties:
              VpcId: !Ref Vpc
              SubnetIds: !Ref Subnets
        """);

    Processes.Result failed = run(template.toString());

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .containsPattern(
            """
            ROLLBACK_IN_PROGRESS: Received response status \\[FAILED\\] from custom resource\\. \
            Message returned: PrivateEcrAccess found \\d+ problems?
            [^()]+ \\(RequestId: [0-9a-f-]{36}\\)\\. \
            Rollback requested by user\\.\
            """);
  }

  @Test
  void aTemplateWhoseSubnetsAreParametersGetsTheLookedUpTables(@TempDir Path folder)
      throws IOException {
    Processes.Result deployed = deployGivenNetwork(folder, true).orFail();

    assertThat(endpoints(deployed)).hasSize(3);
    assertThat(deployed.out().lines().filter(line -> line.contains("Gateway")))
        .singleElement()
        .asString()
        .containsPattern("rtb-\\w+\\W+rtb-\\w+");
  }

  @Test
  void aVpcWithoutDnsHostnamesFailsBeforeAnEndpointExists(@TempDir Path folder) throws IOException {
    Processes.Result failed = deployGivenNetwork(folder, false);

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .contains("Received response status [FAILED] from custom resource. Message returned:")
        .contains("EnableDnsHostnames")
        .doesNotContain("AWS::EC2::VPCEndpoint");
  }

  /** Two subnets with a table each, whose IDs the template gets as parameters. */
  private static Processes.Result deployGivenNetwork(Path folder, boolean dnsHostnames)
      throws IOException {
    Path network = folder.resolve("network.yaml");
    Files.writeString(
        network,
        """
        AWSTemplateFormatVersion: "2010-09-09"
        Resources:
          Vpc:
            Type: AWS::EC2::VPC
            Properties: {CidrBlock: 10.0.0.0/16, EnableDnsSupport: true, EnableDnsHostnames: %s}
          SubnetA:
            Type: AWS::EC2::Subnet
            Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: eu-west-1a}
          SubnetB:
            Type: AWS::EC2::Subnet
            Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, AvailabilityZone: eu-west-1b}
          TableA: {Type: "AWS::EC2::RouteTable", Properties: {VpcId: !Ref Vpc}}
          TableB: {Type: "AWS::EC2::RouteTable", Properties: {VpcId: !Ref Vpc}}
          RoutesA:
            Type: AWS::EC2::SubnetRouteTableAssociation
            Properties: {SubnetId: !Ref SubnetA, RouteTableId: !Ref TableA}
          RoutesB:
            Type: AWS::EC2::SubnetRouteTableAssociation
            Properties: {SubnetId: !Ref SubnetB, RouteTableId: !Ref TableB}
          VpcName:
            Type: AWS::SSM::Parameter
            Properties: {Name: /net/vpc, Type: String, Value: !Ref Vpc}
          SubnetNames:
            Type: AWS::SSM::Parameter
            Properties: {Name: /net/subnets, Type: StringList, Value: !Join [",", [!Ref SubnetA, !Ref SubnetB]]}
        """
            .formatted(dnsHostnames));
    Path template = folder.resolve("given.yaml");
    Files.writeString(
        template,
        """
        AWSTemplateFormatVersion: "2010-09-09"
        Transform: PrivateEcrAccess
        Parameters:
          Vpc: {Type: "AWS::SSM::Parameter::Value<String>", Default: /net/vpc}
          Subnets: {Type: "AWS::SSM::Parameter::Value<List<String>>", Default: /net/subnets}
        Resources:
          EcrAccess:
            Type: PrivateEcrAccess
            Properties:
              VpcId: !Ref Vpc
              SubnetIds: !Ref Subnets
        """);
    return run(template.toString(), "--with", network.toString());
  }

  @Test
  void itsOwnTestsPass() {
    Processes.Result tests =
        Tools.run("python", "-m", "unittest", "discover", "-s", "localcloud/tests", "-t", ".");
    assertThat(tests.orFail().err()).containsPattern("Ran \\d\\d+ tests").endsWith("OK");
  }

  /** Each endpoint's resource, service, type and state. */
  private static List<String> endpoints(Processes.Result deployed) {
    return deployed
        .orFail()
        .out()
        .lines()
        .filter(line -> line.matches("EcrAccess.*"))
        .map(line -> String.join(" ", List.of(line.split("\\s+")).subList(0, 4)))
        .toList();
  }

  private static Processes.Result deploy(String... arguments) {
    return run(arguments).orFail();
  }

  private static Processes.Result run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("localcloud/deploy-local"));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--region", "eu-west-1"));
    return Processes.run(
        Duration.ofMinutes(3),
        Map.of(
            "ECR_ACCESS_MACRO_DIR", SamBuild.macroFunction().toString(),
            "ECR_ACCESS_NETWORK_DIR", SamBuild.networkFunction().toString(),
            "ECR_ACCESS_RUNTIME_CP", JavaRuntime.classPath()),
        command);
  }
}
