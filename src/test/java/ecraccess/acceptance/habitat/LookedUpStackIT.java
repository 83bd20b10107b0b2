package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The life of a stack whose network is looked up: made, changed, beside another, deleted. */
@ExtendWith(SharedLocalCloud.class)
class LookedUpStackIT {
  @TempDir private Path folder;
  private LocalCloud cloud;
  private GivenNetwork given;
  private String app;

  @BeforeEach
  void aNetworkIsThere(LocalCloud shared, TestInfo test) throws IOException {
    cloud = shared;
    given = new GivenNetwork(test.getTestMethod().orElseThrow().getName());
    app = given.name() + "-app";
    deploy(given.name(), given.network(true)).orFail();
    deploy(app, given.template()).orFail();
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

  /** The look is told another thing, so it looks again. */
  @Test
  void anUpdateDoesNotMindTheStacksOwnEndpointsAndReplacesNothing() throws IOException {
    String before = cloud.id(app, "EcrAccessNetwork");

    Processes.Result updated = deploy(app, given.template() + "      ClientCidrs: [10.0.0.0/16]\n");

    assertThat(updated.exitCode()).as(events(app)).isZero();

    assertThat(cloud.id(app, "EcrAccessNetwork"))
        .isEqualTo(before)
        .startsWith("stack/" + app + "/")
        .endsWith("/EcrAccessNetwork");
  }

  @Test
  void aSecondStackInTheVpcIsRefusedByName() throws IOException {
    assertThat(deploy(app + "-again", given.template()).exitCode()).isNotZero();

    assertThat(events(app + "-again"))
        .containsPattern("Resources\\.EcrAccess: creates ecr\\.dkr in the same VPC as vpce-")
        .contains("add ExistingServices: [ecr.dkr]")
        .doesNotContain("EcrAccessEcrDkrEndpoint");
  }

  @Test
  void aDeletionAsksNobodyAndSucceeds() {
    String vpc = cloud.id(given.name(), "Vpc");
    assertThat(cloud.endpointServices(vpc)).hasSize(3);

    cloud.cloudFormation("delete-stack", "--stack-name", app);

    assertThat(cloud.endpointServices(vpc)).isEmpty();
    assertThat(
            JsonText.compact(
                cloud.cloudFormation("list-stacks", "--stack-status-filter", "DELETE_COMPLETE")))
        .contains("\"StackName\":\"%s\"".formatted(app));
  }
}
