package ecraccess.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;

/** Short ways to write sources and trees in tests. */
final class Sources {
  private Sources() {}

  static SourceFile file(String text) {
    SourceReading reading = SourceFile.parse("template", text);
    assertThat(reading).isInstanceOf(SourceReading.Done.class);
    return ((SourceReading.Done) reading).file();
  }

  /** What a template's text means, as JSON on one line. */
  static String meaning(String text) {
    return JsonText.compact(file(text).json());
  }

  static SyntaxError error(String text) {
    SourceReading reading = SourceFile.parse("template", text);
    assertThat(reading).isInstanceOf(SourceReading.Failed.class);
    return ((SourceReading.Failed) reading).error();
  }

  static Json.Obj json(String text) {
    try {
      return (Json.Obj) JsonText.read(text);
    } catch (MalformedJson e) {
      throw new IllegalArgumentException(e);
    }
  }
}
