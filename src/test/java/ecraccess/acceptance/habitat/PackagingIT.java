package ecraccess.acceptance.habitat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is packaged for other tools, and the Python that it is written in. */
class PackagingIT {
  private static final String RUFF = "packaging/ruff.toml";

  @Test
  void theHookAndTheActionWorkAsTheirToolsRunThem() {
    run("python", "-m", "unittest", "discover", "-s", "packaging/tests");
  }

  @Test
  void pythonIsFormatted() {
    run("ruff", "format", "--check", "--config", RUFF, "packaging", "tools");
  }

  @Test
  void pythonIsClean() {
    run("ruff", "check", "--config", RUFF, "packaging", "tools");
  }

  @Test
  void pythonIsTyped() {
    run(
        "mypy",
        "--config-file",
        "packaging/python/mypy.ini",
        "packaging/python/src/private_ecr_access",
        "packaging/python/tests",
        "packaging/tests",
        "packaging/sbom.py",
        "tools/template_schema.py");
  }

  private static void run(String tool, String... arguments) {
    List<String> command = new ArrayList<>(List.of(Tools.tool(tool).toString()));
    command.addAll(List.of(arguments));
    String program =
        Optional.ofNullable(System.getenv("ECR_ACCESS"))
            .orElse(Path.of("ecr-access").toAbsolutePath().toString());
    Processes.run(Duration.ofMinutes(5), Map.of("ECR_ACCESS", program), command).orFail();
  }
}
