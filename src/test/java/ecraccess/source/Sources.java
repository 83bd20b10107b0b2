package ecraccess.source;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.json.Json;
import ecraccess.json.JsonText;
import ecraccess.json.MalformedJson;

/** Short ways to write sources and trees in tests. */
final class Sources {
  private Sources() {}

  static SourceFile file(String text) {
    Reading reading = SourceFile.parse("template", text);
    assertThat(reading).isInstanceOf(Reading.Done.class);
    return ((Reading.Done) reading).file();
  }

  /** What a template's text means, as JSON on one line. */
  static String meaning(String text) {
    return JsonText.compact(file(text).json());
  }

  static SyntaxError error(String text) {
    Reading reading = SourceFile.parse("template", text);
    assertThat(reading).isInstanceOf(Reading.Failed.class);
    return ((Reading.Failed) reading).error();
  }

  static Json.Obj json(String text) {
    try {
      return (Json.Obj) JsonText.read(text);
    } catch (MalformedJson e) {
      throw new IllegalArgumentException(e);
    }
  }
}
