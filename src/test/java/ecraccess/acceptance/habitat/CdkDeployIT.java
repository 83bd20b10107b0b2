package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real {@code cdk deploy} and {@code cdk destroy}, against the local cloud. */
@ExtendWith(SharedLocalCloud.class)
class CdkDeployIT {
  private static final Path CDK = Tools.tool("../node_modules/.bin/cdk");

  @TempDir private Path folder;

  @BeforeAll
  static void isThere() {
    if (!Files.isExecutable(CDK)) {
      System.out.println("CdkDeployIT is skipped: there was no npm to install the CDK with");
      abort("no npm on PATH");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"change-set", "direct"})
  void anAppIsDeployedAndDestroyed(String method, LocalCloud cloud) throws IOException {
    String stack = "by-cdk-" + method;
    assembly(stack, "");

    Processes.Result deployed = deploy(cloud, "--method", method).orFail();
    assertThat(deployed.err())
        .containsPattern("CREATE_COMPLETE +\\| AWS::EC2::VPCEndpoint +\\| EcrAccessS3Endpoint");
    String vpc = cloud.id(stack, "Vpc");
    assertThat(cloud.endpointServices(vpc)).hasSize(3);

    cdk(cloud, "destroy", "--force").orFail();
    assertThat(cloud.endpointServices(vpc)).isEmpty();
  }

  /** What docs/releases.md says of the CDK. */
  @Test
  void anUnchangedTemplateIsSkippedAndForceAsksTheMacroAgain(LocalCloud cloud) throws IOException {
    assembly("by-cdk-again", "");
    deploy(cloud).orFail();
    int calls = cloud.macroCalls();

    assertThat(deploy(cloud).orFail().err()).contains("by-cdk-again (no changes)");
    assertThat(deploy(cloud, "--method", "direct").orFail().err()).contains("(no changes)");
    assertThat(cloud.macroCalls()).isEqualTo(calls);

    deploy(cloud, "--force").orFail();
    assertThat(cloud.macroCalls()).isEqualTo(calls + 1);
  }

  @Test
  void theProblemsOfATemplateAreShown(LocalCloud cloud) throws IOException {
    assembly("by-cdk-faulty", ", \"VpcID\": \"x\"");

    Processes.Result failed = deploy(cloud);

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.out() + failed.err())
        .contains("Resources.EcrAccess.Properties.VpcID: unknown property, did you mean VpcId?");
  }

  /** What {@code cdk synth} leaves, of an app with one stack. */
  private void assembly(String stack, String more) throws IOException {
    Files.writeString(
        folder.resolve("manifest.json"),
        """
        {"version": "36.0.0", "artifacts": {"%1$s": {
          "type": "aws:cloudformation:stack",
          "environment": "aws://unknown-account/unknown-region",
          "properties": {"templateFile": "%1$s.template.json"}}}}
        """
            .formatted(stack));
    Files.writeString(
        folder.resolve(stack + ".template.json"),
        """
        {"Transform": "PrivateEcrAccess", "Resources": {
          "Vpc": {"Type": "AWS::EC2::VPC",
            "Properties": {"CidrBlock": "10.0.0.0/16", "EnableDnsHostnames": true}},
          "Subnet": {"Type": "AWS::EC2::Subnet",
            "Properties": {"VpcId": {"Ref": "Vpc"}, "CidrBlock": "10.0.0.0/24"}},
          "Table": {"Type": "AWS::EC2::RouteTable", "Properties": {"VpcId": {"Ref": "Vpc"}}},
          "Routes": {"Type": "AWS::EC2::SubnetRouteTableAssociation",
            "Properties": {"SubnetId": {"Ref": "Subnet"}, "RouteTableId": {"Ref": "Table"}}},
          "EcrAccess": {"Type": "PrivateEcrAccess",
            "Properties": {"VpcId": {"Ref": "Vpc"}, "SubnetIds": [{"Ref": "Subnet"}]%s}}}}
        """
            .formatted(more));
  }

  private Processes.Result deploy(LocalCloud cloud, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--require-approval", "never"));
    all.addAll(List.of(arguments));
    return cdk(cloud, "deploy", all.toArray(String[]::new));
  }

  private Processes.Result cdk(LocalCloud cloud, String action, String... arguments) {
    Map<String, String> environment = new HashMap<>(cloud.environment());
    environment.put("CDK_DISABLE_CLI_TELEMETRY", "true");
    environment.put("CI", "false"); // with it, progress goes to standard output
    environment.put("HOME", folder.toString()); // where it would keep what it learned of accounts
    List<String> command =
        new ArrayList<>(
            List.of(
                CDK.toString(),
                action,
                "--all",
                "--app",
                folder.toString(),
                "--no-notices",
                "--no-color"));
    command.addAll(List.of(arguments));
    return Processes.run(Duration.ofMinutes(3), environment, command);
  }
}
