package ecraccess.golden;

import ecraccess.expand.Deployment;
import ecraccess.expand.Expander;
import ecraccess.expand.Expansion;
import ecraccess.json.Json;
import ecraccess.json.JsonText;
import ecraccess.json.MalformedJson;
import ecraccess.source.Reading;
import ecraccess.source.SourceFile;
import ecraccess.template.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with {@code template.yaml} or {@code template.json}, perhaps {@code deployment.json},
 * and what becomes of the template: {@code expected.json} or {@code problems.txt}, never both.
 */
record GoldenCase(Path folder) {
  static final Path ROOT = Path.of("src/test/resources/golden");
  static final String EXPECTED = "expected.json";
  static final String PROBLEMS = "problems.txt";

  static List<GoldenCase> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("template."))
          .map(file -> new GoldenCase(file.getParent()))
          .sorted((one, other) -> one.name().compareTo(other.name()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return ROOT.relativize(folder).toString();
  }

  boolean has(String file) {
    return Files.exists(folder.resolve(file));
  }

  String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String file, String text) {
    try {
      Files.deleteIfExists(folder.resolve(EXPECTED));
      Files.deleteIfExists(folder.resolve(PROBLEMS));
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Json.Obj template() {
    String file = has("template.yaml") ? "template.yaml" : "template.json";
    return switch (SourceFile.parse(file, text(file))) {
      case Reading.Done(SourceFile source) -> source.json().without("Transform");
      case Reading.Failed failed -> throw new AssertionError(name() + ": " + failed);
    };
  }

  Deployment deployment() {
    Json.Obj given =
        has("deployment.json") ? object(text("deployment.json")) : new Json.Obj(Map.of());
    return new Deployment(
        given.get("region").map(region -> ((Json.Str) region).value()).orElse("eu-west-1"),
        "111122223333",
        "PrivateEcrAccess",
        given
            .get("templateParameterValues")
            .map(Json.Obj.class::cast)
            .orElse(new Json.Obj(Map.of())));
  }

  Expansion expansion() {
    return Expander.expand(template(), deployment());
  }

  /** The file that holds what came out, and its text. */
  static Map.Entry<String, String> result(Expansion expansion) {
    return switch (expansion) {
      case Expansion.Expanded expanded ->
          Map.entry(EXPECTED, JsonText.pretty(expanded.template()) + "\n");
      case Expansion.Rejected(List<Problem> problems) ->
          Map.entry(PROBLEMS, problems.stream().map(p -> p + "\n").collect(Collectors.joining()));
    };
  }

  private static Json.Obj object(String json) {
    try {
      return (Json.Obj) JsonText.read(json);
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
