package ecraccess.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptCommandTest {
  private static final String ENDPOINT =
      """
        Dkr:
          Type: AWS::EC2::VPCEndpoint
          Properties:
            ServiceName: com.amazonaws.eu-west-1.ecr.dkr
            VpcEndpointType: Interface
            VpcId: vpc-1
            SubnetIds: [subnet-1]
            SecurityGroupIds: [sg-1]
            PrivateDnsEnabled: true
            Tags: [{Key: Name, Value: Dkr}]
      """;

  private static final String TEMPLATE =
      "Resources:\n" + ENDPOINT + ENDPOINT.replace("Dkr", "Api").replace("ecr.dkr", "ecr.api");

  private static final String ADOPTED =
      """
      Transform: PrivateEcrAccess
      Resources:
        EcrAccess:
          Type: PrivateEcrAccess
          Properties:
            VpcId: vpc-1
            SubnetIds: [subnet-1]
            SecurityGroupIds: [sg-1]
            ExistingServices: [s3]
            Overrides:
              ecr.dkr: {LogicalId: Dkr}
              ecr.api: {LogicalId: Api}
      """;

  @TempDir Path folder;

  @Test
  void theNewTemplateIsPrinted() {
    assertThat(Run.onInput(TEMPLATE, "adopt", "--region", "eu-west-1", "-"))
        .isEqualTo(
            new Run(
                0,
                ADOPTED,
                """
                PrivateEcrAccess adopts 2 of 2 endpoints: EcrAccess
                <stdin>:2:3: Resources.Dkr: EcrAccess creates no endpoint for s3, because there was none that it could adopt: that is what its ExistingServices say
                """));
  }

  @Test
  void aRegionThatIsNotTheStacksStays() {
    Run unknown = Run.onInput(TEMPLATE, "adopt", "-");
    Run other = Run.onInput(TEMPLATE, "adopt", "--region", "us-east-1", "-");

    // Where the region is unknown the names tell it, and the macro has nothing to refuse there.
    assertThat(other.out()).isEqualTo(unknown.out() + "      Checks: \"Off\"\n");
    assertThat(unknown.out()).contains("          ServiceName: com.amazonaws.eu-west-1.ecr.dkr\n");
    assertThat(unknown.err())
        .contains(
            "<stdin>:2:3: Resources.Dkr: its ServiceName stays, because it names the region eu-west-1; with --region eu-west-1 it need not\n");
    assertThat(other.err())
        .contains(
            "<stdin>:2:3: Resources.Dkr: its ServiceName stays, because it names the region eu-west-1 and not the stack's, us-east-1\n");
  }

  @Test
  void aDryRunShowsTheDifferenceAndWhatIsEqual() {
    Run run = Run.onInput(TEMPLATE, "adopt", "--dry-run", "--region", "eu-west-1", "-");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("--- <stdin>\n+++ <stdin>\n@@ -1,21 +1,12 @@\n+Transform: PrivateEcrAccess\n")
        .endsWith(
            """
            Equal after expansion, from EcrAccess:
              Dkr (ecr.dkr)
              Api (ecr.api)
            Untouched: 0 other resources and all other sections
            """);
  }

  @Test
  void theFileIsChangedAllAtOnceAndKeepsItsPermissions() throws IOException {
    Path file = Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);

    Run run = Run.of("adopt", "--write", "--region", "eu-west-1", link.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(file).hasContent(ADOPTED);
    assertThat(link).isSymbolicLink();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(file, link);
    }
  }

  @Test
  void aFileWithoutEndpointsIsNotTouched() throws IOException {
    Path file = Files.writeString(folder.resolve("template.yaml"), "Resources: {}\n");

    assertThat(Run.of("adopt", "--write", file.toString()))
        .isEqualTo(
            new Run(
                1,
                "",
                file + ": nothing to adopt, it has no resource of type AWS::EC2::VPCEndpoint\n"));
    assertThat(file).hasContent("Resources: {}\n");
  }

  @Test
  void endpointsThatAShorthandCreatesNeedNoAdoption() {
    assertThat(Run.onInput(ADOPTED, "adopt", "-"))
        .isEqualTo(
            new Run(
                1,
                "",
                "<stdin>: nothing to adopt, it has no resource of type AWS::EC2::VPCEndpoint beside its PrivateEcrAccess\n"));
  }

  @Test
  void wrongUseIsExplained() {
    assertThat(Run.of("adopt", "--write", "-"))
        .isEqualTo(new Run(2, "", "ecr-access: --write needs a file, found standard input\n"));
    assertThat(Run.of("adopt", "--write", "--dry-run", "x").exitCode()).isEqualTo(2);
    assertThat(Run.of("adopt", "no-such-file"))
        .isEqualTo(new Run(2, "", "ecr-access: cannot read no-such-file: no such file\n"));
  }

  @Test
  void aTemplateWithProblemsIsNotAdopted() {
    assertThat(
            Run.onInput(
                "Transform: PrivateEcrAccess\nResources: {E: {Type: PrivateEcrAccess, Nope: 1}}\n",
                "adopt",
                "-"))
        .extracting(Run::exitCode, Run::out)
        .containsExactly(1, "");
  }

  @Test
  void diffTellsWhatIsNotTheSame() throws IOException {
    Path file =
        Files.writeString(folder.resolve("adopted.yaml"), ADOPTED.replace("subnet-1", "subnet-2"));

    assertThat(Run.onInput(TEMPLATE, "diff", "--region", "eu-west-1", "-", file.toString()))
        .isEqualTo(
            new Run(
                1,
                """
                Resources.Dkr.Properties.SubnetIds: not the same in both
                Resources.Api.Properties.SubnetIds: not the same in both
                """,
                ""));
    Files.writeString(file, ADOPTED);
    assertThat(Run.onInput(TEMPLATE, "diff", "--region", "eu-west-1", "-", file.toString()))
        .isEqualTo(new Run(0, "", ""));
    assertThat(Run.of("diff", file.toString()).exitCode()).isEqualTo(2);
    assertThat(Run.onInput(TEMPLATE, "diff", "-", "-"))
        .isEqualTo(
            new Run(
                2,
                "",
                "ecr-access: only one of the templates can be standard input, found - twice\n"));
  }
}
