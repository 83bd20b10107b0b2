package ecraccess.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version, from a file beside the classes: the program runs without a jar and its manifest. */
final class Version implements IVersionProvider {
  /** The version's number alone. */
  static String number() {
    try {
      return new Version().getVersion()[0].replace("ecr-access ", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String[] getVersion() throws IOException {
    try (InputStream version =
        Objects.requireNonNull(getClass().getResourceAsStream("/ecr-access.version"))) {
      return new String[] {
        "ecr-access " + new String(version.readAllBytes(), StandardCharsets.UTF_8).strip()
      };
    }
  }
}
