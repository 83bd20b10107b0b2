package ecraccess.acceptance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.acceptance.habitat.Processes;
import ecraccess.acceptance.habitat.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** cfn-lint with our schema, over templates as they are written, before the macro expands them. */
class SchemaLintIT {
  /** The type that only the macro knows. */
  private static final String UNKNOWN_TYPE = "E3006";

  /**
   * What goes on being said before expansion: of {@code Ref} and of lists of {@code Fn::GetAtt}
   * that name a part, and of generated IDs.
   */
  private static final String EXPECTED = "E1010,E1019,E1020,E3005,E6101";

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
      assertThat(lint(List.of(), examples).out()).isEmpty();
    }
  }

  @Test
  void withoutTheSchemaTheTypeIsUnknown() {
    Processes.Result lint = Tools.run("cfn-lint", "--template", "examples/minimal.yaml");
    assertThat(lint.out()).contains(UNKNOWN_TYPE);
  }

  @Test
  void goldenTemplatesHaveNothingButWhatOnlyExpansionResolves() {
    List<String> templates = new ArrayList<>();
    for (GoldenCase golden : GoldenCase.all()) {
      if (golden.has(GoldenCase.EXPECTED) && golden.has("template.yaml")) {
        templates.add(golden.folder().resolve("template.yaml").toString());
      }
    }
    assertThat(lint(List.of("--ignore-checks", EXPECTED), templates).out()).isEmpty();
  }

  private static Processes.Result lint(List<String> options, List<String> templates) {
    List<String> arguments =
        new ArrayList<>(List.of("--format", "parseable", "--registry-schemas", "schemas"));
    arguments.addAll(options);
    arguments.add("--template");
    arguments.addAll(templates);
    return Tools.run("cfn-lint", arguments.toArray(String[]::new));
  }
}
