package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a stack whose network is looked up: made, changed, beside another, deleted. */
class LookedUpStackIT {
  @TempDir private Path folder;
  private LocalCloud cloud;

  @BeforeEach
  void aNetworkIsThere() throws IOException {
    cloud = new LocalCloud();
    deploy("net", GivenNetwork.network(true)).orFail();
    deploy("app", GivenNetwork.TEMPLATE).orFail();
  }

  @AfterEach
  void stop() throws IOException {
    cloud.close();
  }

  private Processes.Result deploy(String stack, String template) throws IOException {
    Path file = Files.writeString(folder.resolve(stack + ".yaml"), template);
    return cloud.call(
        "deploy",
        "--stack-name",
        stack,
        "--template-file",
        file.toString(),
        "--capabilities",
        "CAPABILITY_AUTO_EXPAND");
  }

  private String events(String stack) {
    return JsonText.compact(cloud.cloudFormation("describe-stack-events", "--stack-name", stack));
  }

  private String idOfNetwork() {
    Json.Obj detail =
        cloud.cloudFormation(
            "describe-stack-resource",
            "--stack-name",
            "app",
            "--logical-resource-id",
            "EcrAccessNetwork");
    return LocalCloud.text(
        (Json.Obj) detail.get("StackResourceDetail").orElseThrow(), "PhysicalResourceId");
  }

  /** The look is told another thing, so it looks again. */
  @Test
  void anUpdateDoesNotMindTheStacksOwnEndpointsAndReplacesNothing() throws IOException {
    String before = idOfNetwork();

    Processes.Result updated =
        deploy("app", GivenNetwork.TEMPLATE + "      ClientCidrs: [10.0.0.0/16]\n");

    assertThat(updated.exitCode()).as(events("app")).isZero();

    assertThat(idOfNetwork())
        .isEqualTo(before)
        .startsWith("stack/app/")
        .endsWith("/EcrAccessNetwork");
  }

  @Test
  void aSecondStackInTheVpcIsRefusedByName() throws IOException {
    assertThat(deploy("again", GivenNetwork.TEMPLATE).exitCode()).isNotZero();

    assertThat(events("again"))
        .containsPattern("Resources\\.EcrAccess: creates ecr\\.dkr in the same VPC as vpce-")
        .contains("add ExistingServices: [ecr.dkr]")
        .doesNotContain("EcrAccessEcrDkrEndpoint");
  }

  @Test
  void aDeletionAsksNobodyAndSucceeds() {
    cloud.cloudFormation("delete-stack", "--stack-name", "app");

    assertThat(
            JsonText.compact(
                cloud.cloudFormation("list-stacks", "--stack-status-filter", "DELETE_COMPLETE")))
        .contains("\"StackName\":\"app\"");
  }
}
