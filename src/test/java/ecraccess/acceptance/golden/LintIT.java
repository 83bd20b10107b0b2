package ecraccess.acceptance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.acceptance.habitat.Processes;
import ecraccess.acceptance.habitat.Tools;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * cfn-lint, errors and warnings and all, over every golden result as CloudFormation goes on with
 * it.
 */
class LintIT {

  @Test
  void cfnLintFindsNothingInAnyResult(@TempDir Path folder) throws IOException {
    List<String> files = new ArrayList<>();
    for (GoldenCase golden : GoldenCase.all()) {
      if (golden.has(GoldenCase.EXPECTED)) {
        Path file = folder.resolve(golden.name().replace('/', '.') + ".json");
        Files.writeString(file, JsonText.pretty(next(golden)));
        files.add(file.toString());
      }
    }
    assertThat(files.size()).isGreaterThan(50);
    Processes.Result lint = Tools.lint(List.of(), files);
    assertThat(lint.out()).isEmpty();
    assertThat(lint.exitCode()).isZero();
  }

  /**
   * The result, with the transforms that come behind ours: a loop is none of CloudFormation's own.
   */
  private static Json.Obj next(GoldenCase golden) {
    Json.Obj expected = golden.json(GoldenCase.EXPECTED);
    return golden.source().get("Transform").orElse(null) instanceof Json.Arr(List<Json> transforms)
        ? expected.with("Transform", new Json.Arr(transforms.subList(1, transforms.size())))
        : expected;
  }
}
