package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Templates that do not show their network, deployed: macro, network function, live network, stack.
 */
@ExtendWith(SharedLocalCloud.class)
class DeployTimeIT {

  /** The whole way: macro, custom resource, the network function's process, its PUT, the stack. */
  @Test
  void whatTheNetworkFunctionRefusesFailsTheStackBeforeAnEndpointExists(
      LocalCloud cloud, @TempDir Path folder) throws IOException {
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

    Processes.Result failed = DeployLocal.run(cloud, template.toString());

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .containsPattern(
            """
            CREATE_FAILED EcrAccessNetwork: Received response status \\[FAILED\\] from custom \
            resource\\. Message returned: PrivateEcrAccess found \\d+ problems?
            [^()]+ \\(RequestId: [0-9a-f-]{36}\\)
            ROLLBACK_IN_PROGRESS refused: The following resource\\(s\\) failed to create: \
            \\[EcrAccessNetwork\\]\\. Rollback requested by user\\.\
            """);
  }

  @Test
  void aTemplateWhoseSubnetsAreParametersGetsTheLookedUpTables(
      LocalCloud cloud, @TempDir Path folder) throws IOException {
    Processes.Result deployed = deployGivenNetwork(cloud, folder, "with-names", true).orFail();

    assertThat(DeployLocal.endpoints(deployed)).hasSize(3);
    // Not the VPC's main table, which would be one for both.
    assertThat(
            Pattern.compile("rtb-\\w+").matcher(deployed.out()).results().map(MatchResult::group))
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void aVpcWithoutDnsHostnamesFailsBeforeAnEndpointExists(LocalCloud cloud, @TempDir Path folder)
      throws IOException {
    Processes.Result failed = deployGivenNetwork(cloud, folder, "without-names", false);

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err())
        .contains("Received response status [FAILED] from custom resource. Message returned:")
        .contains("EnableDnsHostnames")
        .doesNotContain("AWS::EC2::VPCEndpoint");
  }

  /** Resources stand in no order in the file, and the association waits for a condition. */
  @Test
  void aLookUpIsMadeAfterTheAssociationsThatItReads(LocalCloud cloud, @TempDir Path folder)
      throws IOException {
    Path template =
        Files.writeString(
            folder.resolve("waits.yaml"),
            """
            AWSTemplateFormatVersion: "2010-09-09"
            Transform: PrivateEcrAccess
            Parameters:
              Own: {Type: String, Default: "yes"}
            Conditions:
              OwnTable: !Equals [!Ref Own, "yes"]
            Resources:
              EcrAccess:
                Type: PrivateEcrAccess
                Properties: {VpcId: !Ref Vpc, SubnetIds: [!Ref Subnet]}
              Routes:
                Type: AWS::EC2::SubnetRouteTableAssociation
                Condition: OwnTable
                DependsOn: Slow
                Properties: {SubnetId: !Ref Subnet, RouteTableId: !Ref Table}
              Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
              Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
              Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true}}
              Slow: {Type: AWS::Logs::LogGroup}
            """);

    Processes.Result deployed = DeployLocal.deploy(cloud, template.toString());

    assertThat(Pattern.compile("rtb-\\w+").matcher(deployed.out()).results())
        .map(MatchResult::group)
        .containsExactly(cloud.id("waits", "Table"));
  }

  private static Processes.Result deployGivenNetwork(
      LocalCloud cloud, Path folder, String name, boolean dnsHostnames) throws IOException {
    GivenNetwork given = new GivenNetwork(name);
    Path network =
        Files.writeString(folder.resolve(name + "-network.yaml"), given.network(dnsHostnames));
    Path template = Files.writeString(folder.resolve(name + ".yaml"), given.template());
    return DeployLocal.run(cloud, template.toString(), "--with", network.toString());
  }
}
