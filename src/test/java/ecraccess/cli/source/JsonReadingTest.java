package ecraccess.cli.source;

import static ecraccess.cli.source.Sources.error;
import static ecraccess.cli.source.Sources.file;
import static ecraccess.cli.source.Sources.meaning;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.JsonPath;
import org.junit.jupiter.api.Test;

class JsonReadingTest {

  @Test
  void braceBeginsJson() {
    assertThat(file("\ufeff \r\n {}").format()).isEqualTo(Format.JSON);
    assertThat(file("a: {}").format()).isEqualTo(Format.YAML);
  }

  @Test
  void valueIsWhatJsonReadsEvenWhereYamlWouldNot() {
    String text = "{\"" + "k".repeat(2000) + "\":\"\u007f\\/\\ud83d\\ude00\",\"b\":[1.10,null]}";

    assertThat(meaning(text))
        .isEqualTo("{\"" + "k".repeat(2000) + "\":\"\u007f/\ud83d\ude00\",\"b\":[1.10,null]}");
  }

  @Test
  void faultHasPlace() {
    assertThat(error("{\n  \"a\": 1,\n}"))
        .isEqualTo(new SyntaxError(new Position(3, 2), "not valid JSON"));
  }

  @Test
  void nameGivenTwiceHasPlace() {
    assertThat(error("{\n  \"a\": 1,\n  \"a\": 2\n}"))
        .isEqualTo(
            new SyntaxError(new Position(3, 3), "the name \"a\" stands twice in one mapping"));
  }

  @Test
  void depthIsLimited() {
    assertThat(error("{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}").text())
        .isEqualTo("more than 400 levels of nesting");
  }

  @Test
  void pathIsLocated() {
    SourceFile file = file("{\"a\":\n {\"b\": [1, {\"c\": {}}]}, \"d\": \"\\\\\" }");

    assertThat(file.locate(JsonPath.of("a", "b").element(1).member("c")))
        .isEqualTo(new Position(2, 13));
    assertThat(file.locate(JsonPath.of("d"))).isEqualTo(new Position(2, 25));
  }
}
