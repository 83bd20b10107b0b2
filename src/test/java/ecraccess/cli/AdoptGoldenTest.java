package ecraccess.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that are hard to edit, before and after, to the byte. {@code says.txt} is what the command
 * tells besides; where there is no {@code adopted} file, nothing is adopted.
 */
class AdoptGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/adopt");

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.sorted().toList();
    }
  }

  static List<Path> adopted() throws IOException {
    return cases().stream().filter(folder -> Files.exists(file(folder, "adopted"))).toList();
  }

  private static Path file(Path folder, String name) {
    Path yaml = folder.resolve(name + ".yaml");
    return Files.exists(folder.resolve("template.yaml")) ? yaml : folder.resolve(name + ".json");
  }

  static String text(Path folder, String name) {
    try {
      Path file = file(folder, name);
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theFileIsAsExpectedToTheByte(Path folder) throws IOException {
    String expected = text(folder, "adopted");

    assertThat(Run.onInput(text(folder, "template"), "adopt", "-"))
        .isEqualTo(
            new Run(
                expected.isEmpty() ? 1 : 0,
                expected,
                Files.readString(folder.resolve("says.txt"))));
  }

  @ParameterizedTest
  @MethodSource("adopted")
  void lineBreaksAreTheFilesOwn(Path folder) {
    for (String lineBreak : List.of("\r\n", "\r")) {
      Run run = Run.onInput(text(folder, "template").replace("\n", lineBreak), "adopt", "-");

      assertThat(run.out()).isEqualTo(text(folder, "adopted").replace("\n", lineBreak));
    }
  }

  @ParameterizedTest
  @MethodSource("adopted")
  void byteOrderMarkAndMissingLastLineBreakStay(Path folder) {
    String before = "\ufeff" + text(folder, "template").stripTrailing();

    assertThat(Run.onInput(before, "adopt", "-").out().stripTrailing())
        .isEqualTo("\ufeff" + text(folder, "adopted").stripTrailing());
  }

  @ParameterizedTest
  @MethodSource("adopted")
  void nothingFurtherIsToDo(Path folder) {
    Run again = Run.onInput(text(folder, "adopted"), "adopt", "-");

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.out()).isEmpty();
    assertThat(again.err()).doesNotContain("problem");
  }

  @ParameterizedTest
  @MethodSource("adopted")
  void whatExpandsIsEqualAndIsAdoptedAgain(Path folder) throws IOException {
    String adopted = text(folder, "adopted");
    String region = region(adopted);
    String expanded = Run.onInput(adopted, "expand", "--region", region, "-").out();
    Path file = Files.createTempFile("expanded", ".template");
    Files.writeString(file, expanded);

    assertThat(
            Run.onInput(text(folder, "template"), "diff", "--region", region, "-", file.toString()))
        .isEqualTo(new Run(0, "", ""));
    String again = Run.onInput(expanded, "adopt", "-").out();
    Files.writeString(file, again);
    assertThat(Run.onInput(adopted, "diff", "--region", region, "-", file.toString()))
        .isEqualTo(new Run(0, "", ""));
    assertThat(overrides(again)).isEqualTo(overrides(adopted));
    Files.delete(file);
  }

  /** The only one that a name spells out may be deployed to; else any. */
  private static String region(String text) {
    Matcher named = Pattern.compile("amazonaws\\.([a-z]{2}-[a-z]+-\\d)\\.").matcher(text);
    return named.find() ? named.group(1) : "eu-west-1";
  }

  private static int overrides(String text) {
    return text.split("LogicalId", -1).length;
  }
}
