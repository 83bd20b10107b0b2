package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ecr-access generate-completion} prints, in the real bash. */
class CompletionIT {
  @TempDir private Path folder;

  @Test
  void commandsAreCompleted() throws IOException {
    assertThat(complete("ecr-access", "ch")).containsExactly("check");
    assertThat(complete("ecr-access", "d")).contains("diff", "doctor").doesNotContain("check");
  }

  @Test
  void optionsAreCompleted() throws IOException {
    assertThat(complete("ecr-access", "check", "--for")).containsExactly("--format");
    assertThat(complete("ecr-access", "doctor", "--v")).contains("--vpc");
  }

  /** What bash offers for the last of these words. */
  private List<String> complete(String... words) throws IOException {
    Path script = folder.resolve("completion.bash");
    Run printed = Run.of("generate-completion");
    assertThat(printed.exitCode()).isZero();
    Files.writeString(script, printed.out());
    String asked =
        """
        source '%s'
        COMP_WORDS=(%s)
        COMP_CWORD=%d
        "$(complete -p ecr-access | sed 's/.* -F \\([^ ]*\\) .*/\\1/')"
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(script, String.join(" ", words), words.length - 1);
    return Processes.run(Duration.ofMinutes(1), Map.of(), List.of("bash", "-c", asked))
        .orFail()
        .out()
        .lines()
        .map(String::strip)
        .toList();
  }
}
