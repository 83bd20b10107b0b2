package ecraccess.acceptance.habitat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The wheels as {@code make wheel} makes them: made when a test first asks, then for all. */
final class Wheels {
  static final String PROGRAM = "private_ecr_access-";
  static final String DOCTOR = "private_ecr_access_doctor-";

  private static final Path FOLDER = build();

  private Wheels() {}

  static Path folder() {
    return FOLDER;
  }

  /** The wheel whose name begins so. */
  static Path wheel(String prefix) {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path build() {
    Processes.run(Duration.ofMinutes(15), Map.of(), List.of("packaging/wheels")).orFail();
    return Path.of("dist").toAbsolutePath();
  }
}
