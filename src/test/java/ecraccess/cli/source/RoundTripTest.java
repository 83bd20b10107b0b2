package ecraccess.cli.source;

import static ecraccess.cli.source.Sources.file;
import static ecraccess.cli.source.Sources.meaning;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
  private static final int TREES_PER_SEED = 200;

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void writtenTreeIsReadAgain(long seed) {
    RandomJson random = new RandomJson(seed);
    for (int i = 0; i < TREES_PER_SEED; i++) {
      Json.Obj tree = Json.Obj.of("a", random.object());

      String yaml = Format.YAML.write(tree);

      assertThat(meaning(yaml)).as("%s", yaml).isEqualTo(JsonText.compact(tree));
      assertThat(meaning("a: " + YamlText.flow(tree) + "\n"))
          .isEqualTo("{\"a\":" + JsonText.compact(tree) + "}");
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void editedFileMeansTheWantedTree(Format format) {
    RandomJson random = new RandomJson(42);
    for (int i = 0; i < 1000; i++) {
      Json.Obj tree = Json.Obj.of("a", random.object()).with("b", new Json.Num("1"));
      Json.Obj wanted = tree.with("a", random.changed(tree.get("a").orElseThrow()));
      String text = format.write(tree);

      String edited = file(text).withJson(wanted);

      assertThat(meaning(edited)).as("%s", text).isEqualTo(JsonText.compact(wanted));
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void editingWritesWhatWritingAnewWouldWrite(Format format) {
    RandomJson random = new RandomJson(7);
    for (int i = 0; i < 200; i++) {
      Json.Obj tree = Json.Obj.of("a", random.value(3)).with("b", random.value(3));
      Json.Obj wanted = tree.with("c", random.value(3)).without("a");

      assertThat(file(format.write(tree)).withJson(wanted)).isEqualTo(format.write(wanted));
    }
  }
}
