package ecraccess.reach.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole outputs in files. {@code -Dgolden.update} rewrites them and fails all the same. */
public final class Expected {
  private static final Path FOLDER = Path.of("src/test/resources/check");

  private Expected() {}

  public static void assertIs(String file, String actual) {
    Path path = FOLDER.resolve(file);
    try {
      String expected = Files.exists(path) ? Files.readString(path) : "";
      if (!actual.equals(expected) && System.getProperty("golden.update") != null) {
        Files.createDirectories(FOLDER);
        Files.writeString(path, actual);
      }
      assertThat(actual).as(file).isEqualTo(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
