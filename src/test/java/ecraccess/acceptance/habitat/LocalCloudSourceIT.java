package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local cloud's own Python: its tests, its format, what a linter and a type checker say. */
class LocalCloudSourceIT {
  private static final String CONFIG = "localcloud/pyproject.toml";

  @Test
  void itsOwnTestsPass() {
    Processes.Result tests =
        Tools.run("python", "-m", "unittest", "discover", "-s", "localcloud/tests", "-t", ".");
    assertThat(tests.orFail().err()).containsPattern("Ran \\d\\d+ tests").endsWith("OK");
  }

  @Test
  void theLinterFindsNothing() {
    Tools.run("ruff", "check", "localcloud").orFail();
    Tools.run("ruff", "format", "--check", "localcloud").orFail();
  }

  @Test
  void theTypeCheckerFindsNothing() {
    assertThat(typeCheck("-p", "localcloud").orFail().out()).startsWith("Success: no issues found");
  }

  /** Else a wrong configuration would look like clean code. */
  @Test
  void bothFindAFaultWhereThereIsOne(@TempDir Path folder) throws IOException {
    Path faulty =
        Files.writeString(
            folder.resolve("faulty.py"),
            """
            import os

            number: int = "text"
            """);

    Processes.Result lint =
        Tools.run("ruff", "check", "--config", CONFIG, "--no-cache", faulty.toString());
    Processes.Result types = typeCheck("--cache-dir", folder.toString(), faulty.toString());

    assertThat(lint.exitCode()).isEqualTo(1);
    assertThat(lint.out()).contains("F401");
    assertThat(types.exitCode()).isEqualTo(1);
    assertThat(types.out()).contains("[assignment]");
  }

  private static Processes.Result typeCheck(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--config-file";
    all[1] = CONFIG;
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Tools.run("mypy", all);
  }
}
