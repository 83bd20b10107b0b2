package ecraccess.cli;

import ecraccess.json.Path;
import ecraccess.source.Position;
import ecraccess.source.SourceFile;

/** Says where in a file something is. */
record Places(SourceFile file) {

  /** {@code template.yaml:8:7}: of what exists, the part nearest to the path. */
  String place(Path path) {
    return place(file.name(), file.locate(path));
  }

  static String place(String fileName, Position position) {
    return "%s:%d:%d".formatted(fileName, position.line(), position.column());
  }

  /** Whether the path tells more than that it is in the template, or about something outside it. */
  static boolean isSomewhere(Path path) {
    return !path.steps().isEmpty();
  }
}
