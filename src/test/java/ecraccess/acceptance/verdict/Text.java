package ecraccess.acceptance.verdict;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads JSON out of YAML: files, and pieces in a test's text. */
final class Text {
  private Text() {}

  /** A value as one writes it in a template. */
  static Json yaml(String text) {
    return read("text", "Value: " + text).get("Value").orElseThrow();
  }

  /** A resource, or the properties of one. */
  static Json block(String text) {
    return read("text", text);
  }

  static Json.Obj file(Path file) {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Json.Obj read(String name, String text) {
    return switch (SourceFile.parse(name, text)) {
      case SourceReading.Done(SourceFile source) -> source.json();
      case SourceReading.Failed failed -> throw new AssertionError(name + ": " + failed);
    };
  }
}
