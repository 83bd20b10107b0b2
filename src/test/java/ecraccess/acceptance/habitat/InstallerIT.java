package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.JsonText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code make installer} writes, deployed as its documentation says. */
@ExtendWith(SharedLocalCloud.class)
class InstallerIT {

  @Test
  void thePlainInstallerIsCleanAndDeploys(LocalCloud cloud, @TempDir Path folder) throws Exception {
    Path template =
        Path.of(
            Tools.run(
                    "python",
                    "-m",
                    "localcloud.installer",
                    "--macro-dir",
                    SamBuild.macroFunction().toString(),
                    "--network-dir",
                    SamBuild.networkFunction().toString(),
                    folder.toString())
                .orFail()
                .out());

    assertThat(template).content().doesNotContain("Transform:", "AWS::Serverless");
    // CloudFormation takes it as it is, without S3.
    assertThat(Files.size(template)).isLessThan(51_200);
    Tools.lint(List.of(), List.of(template.toString())).orFail();

    aws(cloud, "s3", "mb", "s3://packages");
    aws(
        cloud,
        "s3",
        "cp",
        folder.toString(),
        "s3://packages/private-ecr-access",
        "--recursive",
        "--exclude",
        "*",
        "--include",
        "*.zip");
    aws(
        cloud,
        "cloudformation",
        "deploy",
        "--stack-name",
        "plain-installer",
        "--template-file",
        template.toString(),
        "--parameter-overrides",
        "PackageBucket=packages",
        "--capabilities",
        "CAPABILITY_IAM");

    assertThat(
            JsonText.compact(
                cloud.cloudFormation("describe-stacks", "--stack-name", "plain-installer")))
        .contains("\"StackStatus\":\"CREATE_COMPLETE\"")
        .contains("arn:aws:lambda:eu-west-1:123456789012:function:PrivateEcrAccess:live")
        .contains("arn:aws:lambda:eu-west-1:123456789012:function:PrivateEcrAccessNetwork");
  }

  private static void aws(LocalCloud cloud, String... arguments) {
    Tools.run(cloud.environment(), "aws", arguments).orFail();
  }
}
