package ecraccess.acceptance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.acceptance.habitat.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * cfn-lint with our rules, over templates as they are written, before the macro expands them. The
 * rules find faults in {@code CfnLintRulesIT}; here they find none.
 */
class SchemaLintIT {
  /**
   * What goes on being said before expansion: of {@code Ref} and of lists of {@code Fn::GetAtt}
   * that name a part, and of generated IDs.
   */
  private static final List<String> EXPECTED = List.of("E1010", "E1019", "E1020", "E3005", "E6101");

  @Test
  void theExamplesAreClean() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("examples"))) {
      List<String> examples =
          files
              .map(Path::toString)
              .filter(f -> f.endsWith(".yaml") && !f.contains("faults"))
              .sorted()
              .toList();
      assertThat(examples).isNotEmpty();
      assertThat(Tools.lint(List.of(), examples).out()).isEmpty();
    }
  }

  @Test
  void goldenTemplatesHaveNothingButWhatOnlyExpansionResolves() {
    List<String> templates = new ArrayList<>();
    for (GoldenCase golden : GoldenCase.all()) {
      if (golden.has(GoldenCase.EXPECTED) && golden.has("template.yaml")) {
        templates.add(golden.folder().resolve("template.yaml").toString());
      }
    }
    assertThat(Tools.lint(EXPECTED, templates).out()).isEmpty();
  }
}
