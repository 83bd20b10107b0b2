package ecraccess.acceptance.golden;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.core.cfn.Problem;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import ecraccess.macro.expand.Expander;
import ecraccess.macro.expand.Expansion;
import ecraccess.macro.expand.plan.DeploymentContext;
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

  /** The template as it is written, its Transform section included. */
  Json.Obj source() {
    String file = has("template.yaml") ? "template.yaml" : "template.json";
    return switch (SourceFile.parse(file, text(file))) {
      case SourceReading.Done(SourceFile source) -> source.json();
      case SourceReading.Failed failed -> throw new AssertionError(name() + ": " + failed);
    };
  }

  Json.Obj template() {
    return source().without("Transform");
  }

  DeploymentContext deployment() {
    Json.Obj given = has("deployment.json") ? json("deployment.json") : new Json.Obj(Map.of());
    return new DeploymentContext(
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

  Json.Obj json(String file) {
    try {
      return (Json.Obj) JsonText.read(text(file));
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
