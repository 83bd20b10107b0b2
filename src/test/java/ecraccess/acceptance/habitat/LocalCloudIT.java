package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real AWS CLI deploys templates with the macro, built by the real SAM CLI, to the local cloud.
 */
@ExtendWith(SharedLocalCloud.class)
class LocalCloudIT {

  @Test
  void theArticlesTemplateBringsThreeEndpointsToLife(LocalCloud cloud) {
    Processes.Result deployed =
        DeployLocal.deploy(
            cloud,
            "examples/article.yaml",
            "--with",
            "examples/exports.yaml",
            "--parameter-overrides",
            "EnvironmentName=dev");
    assertThat(DeployLocal.endpoints(deployed))
        .containsExactlyInAnyOrder(
            "EcrAccessEcrDkrEndpoint com.amazonaws.eu-west-1.ecr.dkr Interface available",
            "EcrAccessEcrApiEndpoint com.amazonaws.eu-west-1.ecr.api Interface available",
            "EcrAccessS3Endpoint com.amazonaws.eu-west-1.s3 Gateway available");
  }

  @Test
  void theMinimalTemplateInfersItsRouteTable(LocalCloud cloud) {
    Processes.Result deployed = DeployLocal.deploy(cloud, "examples/minimal.yaml");
    assertThat(DeployLocal.endpoints(deployed)).hasSize(3);
    assertThat(deployed.out().lines().filter(line -> line.contains("Gateway")))
        .singleElement()
        .asString()
        .contains("rtb-");
  }

  @Test
  void aWholeServiceIsDeployed(LocalCloud cloud) {
    assertThat(DeployLocal.endpoints(DeployLocal.deploy(cloud, "examples/fargate-service.yaml")))
        .hasSize(4)
        .contains("EcrAccessLogsEndpoint com.amazonaws.eu-west-1.logs Interface available");
  }

  @Test
  void allThreeFaultsStandInTheChangeSetsReason(LocalCloud cloud, @TempDir Path folder)
      throws IOException {
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
    Processes.Result failed = DeployLocal.run(cloud, template.toString());
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

  /**
   * As on a system that AWS's runtime client has no native part for; macro and network function.
   */
  @Test
  void theFunctionsRunWithoutAwssRuntimeClient(@TempDir Path folder) throws IOException {
    GivenNetwork given = new GivenNetwork("plain");
    Path network = Files.writeString(folder.resolve("network.yaml"), given.network(true));
    Path template = Files.writeString(folder.resolve("given.yaml"), given.template());

    Processes.Result deployed =
        Processes.run(
            Duration.ofMinutes(3),
            Map.of(
                "ECR_ACCESS_MACRO_DIR", SamBuild.macroFunction().toString(),
                "ECR_ACCESS_NETWORK_DIR", SamBuild.networkFunction().toString(),
                "ECR_ACCESS_RUNTIME_CP", JavaRuntime.classPath()),
            List.of(
                "localcloud/deploy-local",
                template.toString(),
                "--with",
                network.toString(),
                "--region",
                "eu-west-1",
                "--plain-runtime"));

    assertThat(DeployLocal.endpoints(deployed)).hasSize(3);
  }
}
