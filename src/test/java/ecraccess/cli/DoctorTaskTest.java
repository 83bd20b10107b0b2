package ecraccess.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a task definition adds to the traces. */
class DoctorTaskTest {
  private final FakeCloud cloud = FakeCloud.pulling();

  private Run doctor(String... args) {
    return cloud.doctor("", args);
  }

  @Test
  void aTaskOfAFileIsWalkedFor(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("web"),
            """
            {"family": "web", "containerDefinitions": [
              {"name": "app", "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1",
               "logConfiguration": {"logDriver": "awslogs"},
               "secrets": [{"name": "A", "valueFrom": "arn:aws:secretsmanager:eu-west-1:1:secret:a"}]},
              {"name": "proxy", "image": "nginx:1.27"}]}
            """);
    Run run = doctor("--subnet", "subnet-a", "--task", file.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("✗ web (tasks): cannot pull, vpc-1\n  ✓ registry token    from subnet-a")
        .contains("fault 1: web.ContainerDefinitions.app.LogConfiguration\n")
        .contains("because web.ContainerDefinitions.app.LogConfiguration uses the awslogs driver")
        .contains("fault 2: web.ContainerDefinitions.app.Secrets[0].ValueFrom\n")
        .contains("fault 3: web.ContainerDefinitions.proxy.Image\n")
        .endsWith("Cannot pull: 3 faults\n");
    assertThat(cloud.doctor(Files.readString(file), "--subnet", "subnet-a", "--task", "-"))
        .isEqualTo(run);
    assertThat(cloud.asked).containsOnly("close");
  }

  @Test
  void aTaskOfEcsIsWalkedFor() {
    Json.Obj web =
        FakeCloud.json(
            """
            {"family": "web", "revision": 3, "containerDefinitions": [{"name": "app",
              "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1"}]}
            """);
    List<String> names =
        List.of("web", "web:3", "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:3");
    for (String name : names) {
      cloud.definitions.put(name, web);
      Run run = doctor("--task", name);
      assertThat(run)
          .isEqualTo(
              new Run(
                  0,
                  FakeCloud.CAN_PULL.replace(
                      "vpc-1 (tasks): can pull", "web:3 (tasks): can pull, vpc-1"),
                  ""));
    }
    List<String> asked = new ArrayList<>(cloud.asked);
    asked.removeIf("close"::equals);
    assertThat(asked).isEqualTo(names);
  }

  @Test
  void aTaskDefinitionThatDoesNotExistIsWrongUse() {
    assertThat(doctor("--task", "web:9"))
        .isEqualTo(
            new Run(
                2,
                "",
                "ecr-access: --task web:9: expected a task definition, found none called web:9\n"));
    assertThat(cloud.account.asked).isEmpty();
  }

  @Test
  void aTaskDefinitionThatNobodyMayReadLeavesItsImagesOpen() {
    cloud.mayDescribeTasks = false;
    Run run = doctor("--task", "web:3");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out())
        .startsWith(
            """
            Notes
              - task definition web:3: not known, expected the permission ecs:DescribeTaskDefinition, found it
                denied; give --task a file with its JSON, or grant the permission

            ? web:3 (tasks): cannot tell, vpc-1
            """)
        .endsWith(
            "Cannot tell without the images of web:3 (no permission ecs:DescribeTaskDefinition)\n");
  }
}
