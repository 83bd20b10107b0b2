package ecraccess.acceptance.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every golden folder gives what it says it gives, to the letter. {@code -Dgolden.update} rewrites
 * what differs and fails all the same, so that somebody reads the difference.
 */
class GoldenTest {

  private static final Set<String> FILES =
      Set.of("template.yaml", "template.json", "deployment.json", "expected.json", "problems.txt");

  static Stream<GoldenCase> cases() {
    return GoldenCase.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesWhatItSays(GoldenCase golden) {
    Map.Entry<String, String> result = GoldenCase.result(golden.expansion());
    boolean same =
        golden.has(result.getKey()) && golden.text(result.getKey()).equals(result.getValue());
    if (!same && System.getProperty("golden.update") != null) {
      golden.write(result.getKey(), result.getValue());
      fail("rewrote " + golden + "/" + result.getKey() + "; read the difference");
    }
    assertThat(golden.has(GoldenCase.EXPECTED) && golden.has(GoldenCase.PROBLEMS))
        .as("both an expected result and expected problems")
        .isFalse();
    assertThat(golden.has(result.getKey())).as("expected %s, got %s", golden, result).isTrue();
    assertThat(result.getValue()).isEqualTo(golden.text(result.getKey()));
  }

  @Test
  void everyFileBelongsToACase() throws IOException {
    try (Stream<Path> files = Files.walk(GoldenCase.ROOT)) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file -> {
            assertThat(file.getFileName().toString()).isIn(FILES);
            assertThat(GoldenCase.all()).contains(new GoldenCase(file.getParent()));
          });
    }
  }
}
