package ecraccess.acceptance.habitat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the tests run beside Java: the pinned programs of {@code tools/requirements.txt}. */
public final class Tools {
  private static final Path HOME = Path.of(home());

  /** No telemetry, and settings that no tool here uses against a real account. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "SAM_CLI_TELEMETRY", "0",
          "AWS_DEFAULT_REGION", "eu-west-1",
          "AWS_ACCESS_KEY_ID", "none",
          "AWS_SECRET_ACCESS_KEY", "none",
          "AWS_EC2_METADATA_DISABLED", "true");

  private Tools() {}

  public static Path tool(String name) {
    return HOME.resolve("bin").resolve(name);
  }

  /** Runs one of the tools in the checkout. */
  public static Processes.Result run(String name, String... arguments) {
    return run(Map.of(), name, arguments);
  }

  /** The same, with more in its environment. */
  static Processes.Result run(Map<String, String> more, String name, String... arguments) {
    List<String> command = new ArrayList<>(List.of(tool(name).toString()));
    command.addAll(List.of(arguments));
    Map<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.putAll(more);
    return Processes.run(Duration.ofMinutes(5), environment, command);
  }

  /** Whether a program that this project does not install is on the machine. */
  static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /**
   * What cfn-lint says of templates, with our rules from {@code .cfnlintrc}, but for the one that
   * starts ecr-access for each of them.
   *
   * @param ignored the rules that are not asked, too
   */
  public static Processes.Result lint(List<String> ignored, List<String> templates) {
    List<String> arguments = new ArrayList<>(List.of("--format", "parseable", "--ignore-checks"));
    arguments.add("E9302");
    arguments.addAll(ignored);
    arguments.add("--template");
    arguments.addAll(templates);
    return run("cfn-lint", arguments.toArray(String[]::new));
  }

  private static String home() {
    String given = System.getenv("ECR_ACCESS_TOOLS_HOME");
    return given != null
        ? given
        : Processes.run(Duration.ofMinutes(10), Map.of(), List.of("tools/install")).orFail().out();
  }
}
