package ecraccess.core.aws;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The one data file: {@code /ecraccess/facts.json}. */
final class Facts {
  private static final Json.Obj ALL = load();

  private Facts() {}

  /** The member at the end of the path; asking for one that the file lacks is a bug of ours. */
  static Json at(String... path) {
    Json found = ALL;
    for (String name : path) {
      found = member((Json.Obj) found, name);
    }
    return found;
  }

  static Json member(Json.Obj facts, String name) {
    return facts.get(name).orElseThrow(() -> new IllegalStateException("facts.json lacks " + name));
  }

  static String text(Json fact) {
    return ((Json.Str) fact).value();
  }

  static Set<String> texts(Json facts) {
    Set<String> texts = new LinkedHashSet<>();
    elements(facts).forEach(fact -> texts.add(text(fact)));
    return texts;
  }

  static List<Json> elements(Json facts) {
    return ((Json.Arr) facts).elements();
  }

  private static Json.Obj load() {
    try (InputStream file = Facts.class.getResourceAsStream("/ecraccess/facts.json")) {
      return (Json.Obj) JsonText.read(Objects.requireNonNull(file).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedJson e) {
      throw new IllegalStateException("facts.json: " + e.describe(), e);
    }
  }
}
