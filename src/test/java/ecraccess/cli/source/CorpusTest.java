package ecraccess.cli.source;

import static ecraccess.cli.source.Sources.file;
import static ecraccess.cli.source.Sources.json;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real templates of other people, where they are at hand beside the checkout. */
@EnabledIf("corpusIsAtHand")
class CorpusTest {
  private static final Path CORPUS = Path.of("../shared/corpus");

  static boolean corpusIsAtHand() {
    return Files.isDirectory(CORPUS);
  }

  static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.list(CORPUS)) {
      return files.filter(path -> path.toString().matches(".*\\.(ya?ml|json)")).sorted().toList();
    }
  }

  private static String text(Path template) {
    try {
      return Files.readString(template);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void templateIsReadAndLeftAlone(Path template) {
    SourceFile file = file(text(template));

    assertThat(file.withJson(file.json())).isEqualTo(file.text());
  }

  @ParameterizedTest
  @MethodSource("templates")
  void templateSurvivesBeingWrittenAnew(Path template) {
    Json.Obj json = file(text(template)).json();

    assertThat(JsonText.compact(file(Format.YAML.write(json)).json()))
        .isEqualTo(JsonText.compact(json));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void replacingAResourceLeavesAllOtherLines(Path template) {
    SourceFile file = file(text(template));
    Json.Obj resources = (Json.Obj) file.json().get("Resources").orElseThrow();
    List<String> names = List.copyOf(resources.members().keySet());
    for (String replaced :
        List.of(names.getFirst(), names.get(names.size() / 2), names.getLast())) {
      Json.Obj wanted = file.json().with("Resources", withThree(resources, replaced));

      String edited = file.withJson(wanted);

      assertThat(JsonText.compact(file(edited).json())).isEqualTo(JsonText.compact(wanted));
      assertOnlyNewLinesDiffer(file.text().lines().toList(), edited.lines().toList());
    }
  }

  /** The new lines are one run, and what stands before and behind it are lines of the original. */
  private static void assertOnlyNewLinesDiffer(List<String> original, List<String> edited) {
    int first = indexOf("New1", edited);
    int behind = 2 * indexOf("New3", edited) - indexOf("New2", edited);
    List<String> tail = edited.subList(behind, edited.size());

    assertThat(edited.subList(0, first)).isEqualTo(original.subList(0, first));
    assertThat(tail).isEqualTo(original.subList(original.size() - tail.size(), original.size()));
  }

  private static int indexOf(String name, List<String> lines) {
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).contains(name))
        .findFirst()
        .orElseThrow();
  }

  private static Json.Obj withThree(Json.Obj resources, String replaced) {
    Map<String, Json> members = new LinkedHashMap<>();
    resources
        .members()
        .forEach((name, value) -> {
          if (name.equals(replaced)) {
            Stream.of("New1", "New2", "New3")
                .forEach(leaf -> members.put(leaf, json("{\"Type\": \"T\"}")));
          } else {
            members.put(name, value);
          }
        });
    return new Json.Obj(members);
  }
}
