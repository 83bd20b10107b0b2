package ecraccess.acceptance.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.acceptance.habitat.Processes;
import ecraccess.acceptance.habitat.Tools;
import ecraccess.core.json.JsonText;
import ecraccess.macro.expand.Expansion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** cfn-lint over a sample of what pairs of right values expand to. */
class PairwiseLintIT {
  private static final int SAMPLE = 60;

  @Test
  void cfnLintFindsNothing(@TempDir Path folder) throws IOException {
    List<Combination> all = new ArrayList<>(Combination.ofRightValues());
    Collections.shuffle(all, new Random(Combination.SEED));
    List<String> files = new ArrayList<>();
    for (Combination combination : all.subList(0, Math.min(SAMPLE, all.size()))) {
      if (combination.expansion() instanceof Expansion.Expanded expanded) {
        Path file = folder.resolve(files.size() + ".json");
        Files.writeString(file, JsonText.pretty(expanded.template()));
        files.add(file.toString());
      }
    }
    System.out.printf(
        "cfn-lint over %d of %d outputs, seed %d%n", files.size(), all.size(), Combination.SEED);
    Processes.Result lint = Tools.lint(List.of(), files);
    assertThat(lint.out()).as("seed %d", Combination.SEED).isEmpty();
    assertThat(lint.exitCode()).isZero();
  }
}
