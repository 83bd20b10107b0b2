package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two builds of the same sources, at different places and times of day, are the same bytes. */
@EnabledIfSystemProperty(named = "ecraccess.whole", matches = "true")
class ReproducibleIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"build-MacroFunction", "build-NetworkFunction", "wheel"})
  void twoBuildsAreEqual(String target) throws IOException {
    Map<String, String> first = build(target, "one", Map.of("TZ", "UTC", "LC_ALL", "C.UTF-8"));
    Map<String, String> second =
        build(target, "a second place", Map.of("TZ", "Asia/Tokyo", "LC_ALL", "C"));

    assertThat(first).isNotEmpty().isEqualTo(second);
  }

  private Map<String, String> build(String target, String place, Map<String, String> environment)
      throws IOException {
    Path checkout = folder.resolve(place);
    for (String part :
        List.of(
            "src/main",
            "tools",
            "packaging",
            "schemas",
            ".mvn",
            "pom.xml",
            "Makefile",
            "LICENSE")) {
      copy(Path.of(part), checkout.resolve(part));
    }
    Path made = target.equals("wheel") ? checkout.resolve("dist") : checkout.resolve("made");
    Processes.run(
            Duration.ofMinutes(15),
            environment,
            List.of("make", "-s", "-C", checkout.toString(), target, "ARTIFACTS_DIR=made"))
        .orFail();
    return contents(made);
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(folder.relativize(file).toString(), Digest.sha256(Files.readAllBytes(file)));
      }
    }
    return contents;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = from.equals(file) ? to : to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
