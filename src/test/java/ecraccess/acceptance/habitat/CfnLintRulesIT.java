package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our rules inside the real cfn-lint and SAM CLI, which find them in {@code .cfnlintrc}. */
class CfnLintRulesIT {
  private static final Path FAULTS = Path.of("examples/faults.yaml");

  /** Runs SAM's command for one file after the other; most of its time goes into its start. */
  private static final String SAM_VALIDATE =
      """
      import sys
      from samcli.cli.main import cli
      for file in sys.argv[1:]:
          cli.main(["validate", "--lint", "--template", file], standalone_mode=False)
      """;

  @Test
  void theSchemasFaultsAreFoundInTheirLines() {
    assertThat(lint(Map.of(), List.of(), List.of(FAULTS.toString())))
        .containsExactly("E9301:6", "E9301:7", "E9301:8", "E9301:10", "E9301:13");
  }

  /** With nothing but what the wheel brings: its rules, its schema, its program. */
  @Test
  void theInstalledWheelFindsTheSame(@TempDir Path folder) throws IOException {
    Path config = folder.resolve("cfnlintrc.yaml");
    Files.writeString(config, "append_rules: [private_ecr_access.cfnlint]\n");
    String installed = folder.resolve("installed").toString();
    String wheels = Tools.tool("../wheels").toString();
    String wheel = Wheels.wheel(Wheels.PROGRAM).toString();
    Tools.run(
            "python",
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-index",
            "--find-links",
            wheels,
            "--target",
            installed,
            wheel)
        .orFail();

    assertThat(
            lint(
                Map.of("PYTHONPATH", installed, "ECR_ACCESS", ""),
                List.of("--config-file", config.toString()),
                List.of(FAULTS.toString(), "examples/broken/03-s3-route-missing.yaml")))
        .containsExactly("E9302:28", "E9301:6", "E9301:7", "E9301:8", "E9301:10", "E9301:13");
  }

  @Test
  void theJudgesFaultsAreFoundInTheirLines() {
    assertThat(
            lint(
                Map.of(),
                List.of(),
                List.of(
                    "examples/broken/03-s3-route-missing.yaml",
                    "examples/broken/07-two-subnets-one-zone.yaml",
                    "examples/broken/11-logs-endpoint-missing.yaml")))
        .containsExactly("E9302:28", "E9302:9", "E9302:34");
  }

  @Test
  void withoutTheRulesTheTypeIsUnknown(@TempDir Path folder) throws IOException {
    Path config = folder.resolve("cfnlintrc.yaml");
    Files.writeString(config, "{}\n");

    assertThat(
            lint(
                Map.of(),
                List.of("--config-file", config.toString()),
                List.of("examples/minimal.yaml")))
        .containsExactly("E3006:8");
  }

  /** And so does cfn-lint, which SAM calls. */
  @Test
  void samFindsTheExamplesClean() throws IOException {
    List<String> files = examples();
    List<String> command = new ArrayList<>(List.of("-c", SAM_VALIDATE));
    command.addAll(files);

    Processes.Result result = run(Map.of(), "python", command).orFail();
    assertThat(result.out().lines().filter(line -> line.endsWith("is a valid SAM Template")))
        .hasSameSizeAs(files);
  }

  @Test
  void samShowsTheJudgesFaults() {
    assertThat(samValidate("examples/broken/01-private-dns-off.yaml"))
        .contains("E9302", "matched 10");
  }

  @Test
  void theRulesOwnTestsPass() {
    run(
            Map.of("PYTHONPATH", "packaging/python/src"),
            "python",
            List.of("-m", "unittest", "discover", "-s", "packaging/python/tests"))
        .orFail();
  }

  private static String samValidate(String file) {
    Processes.Result result =
        run(Map.of(), "sam", List.of("validate", "--lint", "--template", file));
    assertThat(result.exitCode()).isEqualTo(1);
    return result.out() + result.err();
  }

  private static List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>(List.of("examples/adopt/before.yaml"));
    try (Stream<Path> files = Files.list(Path.of("examples"))) {
      files
          .filter(file -> file.toString().endsWith(".yaml") && !file.equals(FAULTS))
          .map(Path::toString)
          .sorted()
          .forEach(examples::add);
    }
    assertThat(examples).hasSizeGreaterThan(5);
    return examples;
  }

  /** What is found, as rule and line, in the order of the files. */
  private static List<String> lint(
      Map<String, String> environment, List<String> options, List<String> files) {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("--format", "parseable", "--template"));
    arguments.addAll(files);
    Processes.Result result = run(environment, "cfn-lint", arguments);
    assertThat(result.err()).isEmpty();
    List<String> found =
        result.out().lines().map(line -> line.split(":", 7)).map(f -> f[5] + ":" + f[1]).toList();
    assertThat(result.exitCode()).isEqualTo(found.isEmpty() ? 0 : 2);
    return found;
  }

  private static Processes.Result run(
      Map<String, String> environment, String tool, List<String> arguments) {
    Map<String, String> all = new HashMap<>();
    all.put("SAM_CLI_TELEMETRY", "0");
    all.put("AWS_DEFAULT_REGION", "us-east-1");
    all.put("AWS_ACCESS_KEY_ID", "none");
    all.put("AWS_SECRET_ACCESS_KEY", "none");
    all.put("ECR_ACCESS", Optional.ofNullable(System.getenv("ECR_ACCESS")).orElse("./ecr-access"));
    all.putAll(environment);
    List<String> command = new ArrayList<>(List.of(Tools.tool(tool).toString()));
    command.addAll(arguments);
    return Processes.run(Duration.ofMinutes(5), all, command);
  }
}
