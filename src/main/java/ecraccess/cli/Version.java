package ecraccess.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version, from a file beside the classes: the program runs without a jar and its manifest. */
final class Version implements IVersionProvider {
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
