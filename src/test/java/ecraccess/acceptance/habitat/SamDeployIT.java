package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The real {@code sam deploy} and {@code sam delete}, against the local cloud. */
@ExtendWith(SharedLocalCloud.class)
class SamDeployIT {

  @Test
  void aTemplateIsDeployedIsUpToDateAndIsDeleted(LocalCloud cloud, @TempDir Path folder)
      throws IOException {
    Path template = Files.copy(Path.of("examples/minimal.yaml"), folder.resolve("template.yaml"));

    Processes.Result deployed = deploy(cloud, "by-sam", template).orFail();
    assertThat(deployed.out())
        .contains("Successfully created/updated stack - by-sam")
        .containsPattern("CREATE_COMPLETE +AWS::EC2::VPCEndpoint +EcrAccessS3Endpoint");
    String vpc = cloud.id("by-sam", "Vpc");
    assertThat(cloud.endpointServices(vpc))
        .containsExactly(
            "com.amazonaws.eu-west-1.ecr.api",
            "com.amazonaws.eu-west-1.ecr.dkr",
            "com.amazonaws.eu-west-1.s3");

    int calls = cloud.macroCalls();
    assertThat(deploy(cloud, "by-sam", template).orFail().out())
        .contains("No changes to deploy. Stack by-sam is up to date");
    assertThat(cloud.macroCalls()).as("an unchanged template, too").isEqualTo(calls + 1);

    assertThat(sam(cloud, "delete", "--stack-name", "by-sam", "--no-prompts").orFail().out())
        .contains("Deleted successfully");
    assertThat(cloud.endpointServices(vpc)).isEmpty();
  }

  @Test
  void theProblemsOfATemplateAreShown(LocalCloud cloud, @TempDir Path folder) throws IOException {
    Path template =
        Files.writeString(
            folder.resolve("template.yaml"),
            Files.readString(Path.of("examples/minimal.yaml")).replace("SubnetIds:", "SubnetIDs:"));

    Processes.Result failed = deploy(cloud, "by-sam-faulty", template);

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.out() + failed.err())
        .contains("Resources.EcrAccess.Properties.SubnetIDs: unknown property, did you mean");
  }

  private static Processes.Result deploy(LocalCloud cloud, String stack, Path template) {
    return sam(
        cloud,
        "deploy",
        "--stack-name",
        stack,
        "--template-file",
        template.toString(),
        "--resolve-s3",
        "--no-confirm-changeset",
        "--no-fail-on-empty-changeset",
        "--capabilities",
        "CAPABILITY_AUTO_EXPAND");
  }

  private static Processes.Result sam(LocalCloud cloud, String command, String... arguments) {
    Map<String, String> environment = new HashMap<>(cloud.environment());
    environment.put("SAM_CLI_POLL_DELAY", "0.5");
    // Wide enough for long names to stay on one line.
    environment.put("COLUMNS", "200");
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(arguments));
    return Tools.run(environment, "sam", all.toArray(String[]::new));
  }
}
