package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Templates that do not show their network, deployed: macro, network function, live network, stack.
 */
class DeployTimeIT {

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

    Processes.Result failed = DeployLocal.run(template.toString());

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

    assertThat(DeployLocal.endpoints(deployed)).hasSize(3);
    // Not the VPC's main table, which would be one for both.
    assertThat(
            Pattern.compile("rtb-\\w+").matcher(deployed.out()).results().map(MatchResult::group))
        .hasSize(2)
        .doesNotHaveDuplicates();
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

  private static Processes.Result deployGivenNetwork(Path folder, boolean dnsHostnames)
      throws IOException {
    Path network =
        Files.writeString(folder.resolve("network.yaml"), GivenNetwork.network(dnsHostnames));
    Path template = Files.writeString(folder.resolve("given.yaml"), GivenNetwork.TEMPLATE);
    return DeployLocal.run(template.toString(), "--with", network.toString());
  }
}
