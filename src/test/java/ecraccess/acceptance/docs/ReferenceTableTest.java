package ecraccess.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.core.json.Json;
import ecraccess.macro.expand.Expander;
import ecraccess.macro.expand.Expansion;
import ecraccess.macro.expand.plan.DeploymentContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each reference in the README's table becomes what the table says. */
class ReferenceTableTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(!.+?)` \\| `(!.+?)`");

  static Stream<Arguments> rows() throws IOException {
    return ROW
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .map(row -> Arguments.of(row.group(1), row.group(2)))
        .toList()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aReferenceBecomesWhatTheTableSays(String written, String becomes) throws IOException {
    Json.Obj template = read(Files.readString(Path.of("examples/minimal.yaml")));
    Json.Obj outputs = read("Outputs: {O: {Value: " + written + "}}");
    Json.Obj asked =
        template.without("Transform").with("Outputs", outputs.members().get("Outputs"));
    DeploymentContext deployment =
        new DeploymentContext(
            "eu-west-1", "111122223333", "PrivateEcrAccess", new Json.Obj(Map.of()));
    assertThat(Expander.expand(asked, deployment))
        .isInstanceOfSatisfying(
            Expansion.Expanded.class,
            expanded ->
                assertThat(expanded.template().get("Outputs"))
                    .isEqualTo(read("Outputs: {O: {Value: " + becomes + "}}").get("Outputs")));
  }

  private static Json.Obj read(String yaml) {
    return switch (SourceFile.parse("yaml", yaml)) {
      case SourceReading.Done(SourceFile file) -> file.json();
      case SourceReading.Failed failed -> throw new AssertionError(failed);
    };
  }
}
