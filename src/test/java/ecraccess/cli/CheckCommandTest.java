package ecraccess.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.macro.expand.CheckOutcome;
import ecraccess.macro.expand.plan.DeploymentContext;
import ecraccess.reach.report.Expected;
import ecraccess.reach.report.Judgements;
import ecraccess.reach.report.Mermaid;
import ecraccess.reach.report.Svg;
import ecraccess.reach.verdict.Judgement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {
  private static final String TEMPLATE =
      """
      Parameters:
        Vpc: {Type: String}
        Acl: {Type: String}
      Resources:
        Service:
          Type: AWS::ECS::Service
        RouteTable:
          Type: AWS::EC2::RouteTable
        TaskGroup:
          Type: AWS::EC2::SecurityGroup
          Properties:
            SecurityGroupEgress: []
      """;

  private static final String NOTHING =
      "Region not told: judged for any of the standard partition; --region tells it\n\n"
          + "Cannot tell: nothing in this template pulls images or says where images will be"
          + " pulled\n";

  private static Run run(Judgement judgement, String... args) {
    return Run.judged(judgement, TEMPLATE, args);
  }

  @ParameterizedTest
  @CsvSource({"healthy, 0", "broken, 1", "open, 3", "one-doubt, 3", "several, 1", "hostile, 1"})
  void verdictIsShownAndIsTheExitCode(String name, int exitCode) {
    Run run = run(Judgements.all().get(name), "check", "-");

    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.err()).isEmpty();
    Expected.assertIs(name + ".txt", run.out());
  }

  @Test
  void nobodyCanTellWhereNothingPulls() {
    assertThat(run(Judgements.NOTHING, "check", "-")).isEqualTo(new Run(3, NOTHING, ""));
    assertThat(Run.onInput("Resources: {}\n", "check", "-")).isEqualTo(new Run(3, NOTHING, ""));
  }

  @Test
  void verboseShowsEachHealthyWalkStepByStep() {
    Expected.assertIs("verbose.txt", run(Judgements.several(), "check", "--verbose", "-").out());
  }

  @Test
  void jsonIsOneDocumentWithEverything() {
    Run run = run(Judgements.several(), "check", "--format", "json", "-");

    assertThat(run.exitCode()).isEqualTo(1);
    Expected.assertIs("several.json", run.out());
  }

  @ParameterizedTest
  @CsvSource({"healthy, can", "broken, cannot", "open, cannot tell", "nothing, cannot tell"})
  void jsonBeginsWithTheVerdict(String name, String verdict) throws Exception {
    String json = run(Judgements.all().get(name), "check", "--format", "json", "-").out();

    assertThat(json).startsWith("{\n  \"verdict\": \"" + verdict + "\",\n");
    assertThat(JsonText.read(json)).isInstanceOf(Json.Obj.class);
  }

  @Test
  void coloursAreForTerminals() {
    String plain = run(Judgements.broken(), "check", "-").out();

    assertThat(plain).doesNotContain("\u001b");
    assertThat(onTerminal(Map.of(), "check", "-"))
        .isEqualTo(run(Judgements.broken(), "check", "--color", "always", "-").out())
        .contains(
            "\u001b[31m\u001b[1m✗ Service (Fargate tasks): cannot pull\u001b[0m\u001b[0m"
                + "\u001b[2m, <stdin>:5:3\u001b[0m\n"
                + "  \u001b[31m✗\u001b[0m registry token  from SubnetA")
        .contains("\u001b[32m✓\u001b[0m DNS", "\u001b[33m?\u001b[0m policy")
        .satisfies(
            colored -> assertThat(colored.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain));
    assertThat(onTerminal(Map.of("NO_COLOR", "1"), "check", "-")).isEqualTo(plain);
    assertThat(onTerminal(Map.of("NO_COLOR", ""), "check", "-")).isNotEqualTo(plain);
    assertThat(onTerminal(Map.of(), "check", "--color", "never", "-")).isEqualTo(plain);
    assertThat(onTerminal(Map.of(), "check", "--format", "json", "-")).doesNotContain("\u001b");
  }

  private static String onTerminal(Map<String, String> environment, String... args) {
    return Run.judged(Judgements.broken(), TEMPLATE, environment, true, args).out();
  }

  @Test
  void shorthandIsExpandedBeforeItIsJudged() {
    String template =
        """
        Transform: [PrivateEcrAccess, AWS::LanguageExtensions]
        Resources:
          EcrAccess:
            Type: PrivateEcrAccess
            Properties: {VpcID: vpc-1, SubnetIds: [subnet-1]}
        """;

    assertThat(Run.onInput(template, "check", "-"))
        .isEqualTo(Run.onInput(template, "expand", "-"))
        .isEqualTo(
            new Run(
                1,
                "",
                """
                PrivateEcrAccess found 1 problem
                <stdin>:5:18: Resources.EcrAccess.Properties.VpcID: unknown property, did you mean VpcId?
                """));
  }

  @Test
  void judgeGetsTheTemplateWithoutTransformAndTheParametersValues() {
    List<Object> judged = new ArrayList<>();
    String template = "Transform: AWS::X\nParameters: {A: {Type: String, Default: a}, B: {}}\n";
    InputStream input = new ByteArrayInputStream(template.getBytes(UTF_8));
    PrintWriter err = new PrintWriter(new StringWriter());

    new Main(
            new Console(input, OutputStream.nullOutputStream(), err, Map.of(), false),
            (json, deployment) -> {
              judged.addAll(List.of(JsonText.compact(json), deployment));
              return new CheckOutcome.Judged(Judgements.NOTHING);
            },
            AwsCloud::open)
        .run("check", "--region", "eu-west-1", "--param", "B=b", "-");

    assertThat(judged)
        .containsExactly(
            "{\"Transform\":\"AWS::X\",\"Parameters\":{\"A\":{\"Type\":\"String\",\"Default\":\"a\"},\"B\":{}}}",
            new DeploymentContext(
                "eu-west-1",
                "",
                "PrivateEcrAccess",
                new Json.Obj(Map.of("A", new Json.Str("a"), "B", new Json.Str("b")))));
  }

  @Test
  void shorthandNeedsItsTransform() {
    assertThat(Run.onInput("Resources: {Ecr: {Type: PrivateEcrAccess}}\n", "check", "-").err())
        .contains(
            "Resources.Ecr.Type: only a macro knows this type, add \"Transform:"
                + " PrivateEcrAccess\"");
  }

  @Test
  void valuesThatTheTemplateDoesNotTakeAreProblems() {
    assertThat(run(Judgements.healthy(), "check", "--param", "Vpcs=vpc-1", "-"))
        .isEqualTo(
            new Run(
                1,
                "",
                """
                PrivateEcrAccess found 1 problem
                <stdin>:1:1: Parameters.Vpcs: not a parameter of this template, did you mean Vpc?
                """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "check --format yaml -",
        "check --color sometimes -",
        "check --diagram",
        "check --nope -",
        "check none.yaml"
      })
  void wrongUseIsExplained(String command) {
    Run run = run(Judgements.healthy(), command.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("ecr-access: ");
  }

  @Test
  void helpNamesTheExitCodes() {
    assertThat(Run.of("check", "--help").out())
        .startsWith("Usage: ecr-access check ")
        .endsWith(
            """
            Exit codes: 0 can pull, 1 cannot pull or the template has problems,
            2 used wrongly, 3 cannot tell, 70 a bug of ecr-access.
            """);
  }

  @Test
  void picturesInAFolderAreNamedAfterTheTemplate(@TempDir Path folder) throws IOException {
    Path template = Files.writeString(folder.resolve("net.work.yaml"), TEMPLATE);
    Path docs = folder.resolve("docs/pictures");

    Run run = run(Judgements.broken(), "check", "--diagram", docs.toString(), template.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).endsWith("Cannot pull: 2 faults\n");
    assertThat(run.err())
        .isEqualTo("wrote " + docs + "/net.work.svg\nwrote " + docs + "/net.work.mmd\n");
    assertThat(docs.resolve("net.work.svg")).hasContent(Svg.of(Judgements.broken()));
    assertThat(docs.resolve("net.work.mmd")).hasContent(Mermaid.of(Judgements.broken()));
  }

  @Test
  void picturesOfStandardInputAreNamedTemplate(@TempDir Path folder) {
    run(Judgements.NOTHING, "check", "--diagram", folder.toString(), "-");

    assertThat(folder.resolve("template.svg")).hasContent(Svg.of(Judgements.NOTHING));
    assertThat(folder.resolve("template.mmd")).hasContent(Mermaid.of(Judgements.NOTHING));
  }

  @Test
  void fileNameChoosesOneKindOfPicture(@TempDir Path folder) {
    Path svg = folder.resolve("new/a.svg");
    Path mermaid = folder.resolve("b.mmd");

    assertThat(run(Judgements.open(), "check", "--diagram", svg.toString(), "-").err())
        .isEqualTo("wrote " + svg + "\n");
    run(Judgements.open(), "check", "--diagram", mermaid.toString(), "-");

    assertThat(svg).hasContent(Svg.of(Judgements.open()));
    assertThat(mermaid).hasContent(Mermaid.of(Judgements.open()));
    assertThat(folder.resolve("template.svg")).doesNotExist();
  }

  @Test
  void folderIsAFolderWhateverItsName(@TempDir Path folder) throws IOException {
    Path target = Files.createDirectory(folder.resolve("pictures.svg"));

    run(Judgements.open(), "check", "--diagram", target.toString(), "-");

    assertThat(target.resolve("template.svg")).hasContent(Svg.of(Judgements.open()));
  }

  @Test
  void picturesThatCannotBeWrittenAreWrongUse(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "");

    assertThat(run(Judgements.open(), "check", "--diagram", file.toString(), "-"))
        .isEqualTo(
            new Run(
                2,
                "",
                "ecr-access: cannot write %s/template.svg: %s is not a folder\n"
                    .formatted(file, file)));
  }

  @Test
  void readerThatHasGoneAwayDoesNotChangeTheVerdict() {
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    StringWriter err = new StringWriter();
    InputStream template = new ByteArrayInputStream("Resources: {}".getBytes(UTF_8));

    assertThat(
            new Main(new Console(template, failing, new PrintWriter(err, true), Map.of(), false))
                .run("check", "-"))
        .isEqualTo(3);
    assertThat(err.toString()).isEmpty();
  }
}
