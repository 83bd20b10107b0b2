package ecraccess.acceptance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.acceptance.habitat.Processes;
import ecraccess.acceptance.habitat.Tools;
import ecraccess.core.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cfn-lint says of the templates here: nothing, of the broken ones too. */
class CleanTemplatesIT {

  @Test
  void healthyTemplatesAreClean(@TempDir Path folder) throws IOException {
    List<String> files = new ArrayList<>();
    for (Healthy healthy : Healthy.all()) {
      if (!healthy.hasShorthand()) {
        Path file = folder.resolve(healthy.name().replaceAll("\\W+", "-") + ".json");
        Files.writeString(file, JsonText.pretty(healthy.template()));
        files.add(file.toString());
      }
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(17);
    assertClean(files);
  }

  @Test
  void noMistakeOfTheExamplesIsOneForCfnLint() {
    assertClean(Text.files(Path.of("examples/broken")).stream().map(Path::toString).toList());
  }

  private static void assertClean(List<String> files) {
    Processes.Result lint = Tools.lint(List.of(), files);
    assertThat(lint.out()).isEmpty();
    assertThat(lint.exitCode()).isZero();
  }
}
