package ecraccess.acceptance.corpus;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of templates. */
final class Corpus {
  private static final Path FOLDER = Path.of("../shared/corpus");

  private Corpus() {}

  static boolean isAtHand() {
    return Files.isDirectory(FOLDER);
  }

  static List<SourceFile> templates() {
    return files(FOLDER).stream().map(Corpus::read).toList();
  }

  /** The template of that file name, whatever its extension. */
  static SourceFile template(String name) {
    return files(FOLDER).stream()
        .filter(file -> nameOf(file).equals(name))
        .map(Corpus::read)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no template " + name + " in the corpus"));
  }

  static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.(ya?ml|json)")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> names() {
    return files(FOLDER).stream().map(Corpus::nameOf).toList();
  }

  /** The file's name without {@code .yaml} or {@code .template.json}. */
  static String nameOf(Path file) {
    return file.getFileName().toString().replaceFirst("(\\.template)?\\.(ya?ml|json)$", "");
  }

  static SourceFile read(Path file) {
    try {
      return switch (SourceFile.parse(file.getFileName().toString(), Files.readString(file))) {
        case SourceReading.Done(SourceFile source) -> source;
        case SourceReading.Failed failed -> throw new AssertionError(file + ": " + failed);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Macros get a template without its transforms, and say nothing about them. */
  static Json.Obj withTransform(SourceFile source, Json.Obj template) {
    return (Json.Obj)
        source
            .json()
            .mapChildren((step, value) -> template.get(((Step.Member) step).name()).orElse(value));
  }
}
