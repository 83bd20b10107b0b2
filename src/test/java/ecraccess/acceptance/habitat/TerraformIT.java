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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real Terraform with its AWS provider, against the local cloud: where both are on the machine,
 * because neither can be installed from a package registry.
 */
@ExtendWith(SharedLocalCloud.class)
class TerraformIT {
  @TempDir private Path folder;

  @BeforeEach
  void initialise(LocalCloud cloud) throws IOException {
    Path plugins = plugins().orElse(folder);
    String missing =
        !Tools.onPath("terraform")
            ? "no terraform on PATH"
            : plugins.equals(folder) ? "no AWS provider in a local mirror of Terraform's" : "";
    if (!missing.isEmpty()) {
      System.out.println("TerraformIT is skipped: " + missing);
      abort(missing);
    }
    Files.writeString(
        folder.resolve("main.tf"),
        """
        terraform {
          required_providers { aws = { source = "hashicorp/aws" } }
        }
        provider "aws" {
          skip_credentials_validation = true
          skip_requesting_account_id  = true
          skip_metadata_api_check     = true
        }
        """);
    terraform(cloud, "init", "-plugin-dir=" + plugins).orFail();
  }

  @Test
  void aStackIsAppliedHasAnEmptyPlanAndIsDestroyed(LocalCloud cloud) throws IOException {
    stack("by-terraform", Files.readString(Path.of("examples/minimal.yaml")));

    terraform(cloud, "apply", "-auto-approve").orFail();
    String vpc = cloud.id("by-terraform", "Vpc");
    assertThat(cloud.endpointServices(vpc)).hasSize(3);

    int calls = cloud.macroCalls();
    // 0: nothing to do; 2 would be a difference.
    assertThat(terraform(cloud, "plan", "-detailed-exitcode").exitCode()).isZero();
    assertThat(cloud.macroCalls()).isEqualTo(calls);

    terraform(cloud, "destroy", "-auto-approve").orFail();
    assertThat(cloud.endpointServices(vpc)).isEmpty();
  }

  /** The macro's problems, and what a resource failed of. */
  @Test
  void theReasonsOfFailuresAreShown(LocalCloud cloud) throws IOException {
    stack(
        "by-terraform-faulty",
        Files.readString(Path.of("examples/minimal.yaml")).replace("SubnetIds:", "SubnetIDs:"));
    stack(
        "by-terraform-failed",
        """
        Resources:
          Route: {Type: AWS::EC2::Route, Properties: {RouteTableId: rtb-0, DestinationCidrBlock: 0.0.0.0/0}}
        """);

    Processes.Result failed = terraform(cloud, "apply", "-auto-approve");

    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err().replaceAll("\\s+", " "))
        .contains("Resources.EcrAccess.Properties.SubnetIDs: unknown property, did you mean")
        .contains("The following resource(s) failed to create: [Route].", "'rtb-0'");
  }

  private void stack(String name, String template) throws IOException {
    Files.writeString(folder.resolve(name + ".yaml"), template);
    Files.writeString(
        folder.resolve(name + ".tf"),
        """
        resource "aws_cloudformation_stack" "%1$s" {
          name          = "%1$s"
          template_body = file("${path.module}/%1$s.yaml")
          capabilities  = ["CAPABILITY_AUTO_EXPAND"]
        }
        """
            .formatted(name));
  }

  private Processes.Result terraform(LocalCloud cloud, String action, String... arguments) {
    Map<String, String> environment = new HashMap<>(cloud.environment());
    environment.put("CHECKPOINT_DISABLE", "1");
    environment.put("TF_CLI_CONFIG_FILE", "/dev/null");
    List<String> command =
        new ArrayList<>(List.of("terraform", "-chdir=" + folder, action, "-no-color"));
    command.addAll(List.of(arguments));
    return Processes.run(Duration.ofMinutes(3), environment, command);
  }

  /** A folder that holds the AWS provider, as {@code terraform providers mirror} lays it out. */
  private static Optional<Path> plugins() throws IOException {
    List<Path> places = new ArrayList<>();
    places.add(Path.of(System.getProperty("user.home"), ".terraform.d", "plugins"));
    places.add(Path.of("/usr/local/share/terraform/plugins"));
    places.add(Path.of("/usr/share/terraform/plugins"));
    places.addAll(folders(Path.of("/opt")));
    for (Path place : places) {
      for (Path host : folders(place)) {
        if (Files.isDirectory(host.resolve("hashicorp").resolve("aws"))) {
          return Optional.of(place);
        }
      }
    }
    return Optional.empty();
  }

  private static List<Path> folders(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    }
  }
}
