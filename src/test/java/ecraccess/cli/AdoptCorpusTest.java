package ecraccess.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Templates that people wrote, adopted. The table that it prints is that of {@code mvn test
 * -Dtest=AdoptCorpusTest}.
 */
@EnabledIf(
    value = "isAtHand",
    disabledReason = "the corpus is not at hand: no folder ../shared/corpus beside the checkout")
class AdoptCorpusTest {
  private static final Path FOLDER = Path.of("../shared/corpus");
  private static final Pattern SUMMARY = Pattern.compile("adopts (\\d+) of (\\d+) endpoint");

  private static final Pattern KEPT =
      Pattern.compile("(?m)^\\S+: Resources\\.(\\S+): kept, because (.+)$");

  /** A region that a service's name spells out. */
  private static final Pattern REGION = Pattern.compile("amazonaws\\.([a-z]{2}-[a-z]+-\\d)\\.");

  static boolean isAtHand() {
    return Files.isDirectory(FOLDER);
  }

  static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().matches(".*\\.(ya?ml|json)")).sorted().toList();
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }

  private static String region(String text) {
    Matcher region = REGION.matcher(text);
    return region.find() ? region.group(1) : "eu-west-1";
  }

  @ParameterizedTest
  @MethodSource("templates")
  void everyEndpointIsAdoptedWithProofOrThereIsAReason(Path file) throws IOException {
    String text = read(file);
    String region = region(text);

    new AdoptProof(text, Run.onInput(text, "adopt", "--region", region, "-"), region).check();
    new AdoptProof(text, Run.onInput(text, "adopt", "-"), region).check();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void everyByteOutsideTheEndpointsStays(Path file) throws IOException {
    for (String lineBreak : List.of("\n", "\r\n")) {
      String text = read(file).replace("\n", lineBreak);
      new AdoptProof(text, Run.onInput(text, "adopt", "-"), "eu-west-1").checkLines();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void nothingFurtherIsToDo(Path file) throws IOException {
    String adopted = Run.onInput(read(file), "adopt", "-").out();

    assertThat(Run.onInput(adopted, "adopt", "-").exitCode()).isEqualTo(1);
  }

  @Test
  void nearlyAllAreAdoptedAndEveryTemplateIsShorter() throws IOException {
    List<String> table = new ArrayList<>();
    int adopted = 0;
    int all = 0;
    for (Path file : templates()) {
      String text = read(file);
      Run run = Run.onInput(text, "adopt", "--region", region(text), "-");
      Matcher summary = SUMMARY.matcher(run.err());
      assertThat(summary.find()).isTrue();
      adopted += Integer.parseInt(summary.group(1));
      all += Integer.parseInt(summary.group(2));
      assertThat(run.out().lines().count()).isLessThan(text.lines().count());
      table.add(row(file, text, run, summary));
    }
    System.out.println(
        "file | lines before | lines after | endpoints | adopted | properties overridden | not adopted, and why");
    table.forEach(System.out::println);
    assertThat(List.of(adopted, all)).isEqualTo(List.of(92, 97));
  }

  private static String row(Path file, String text, Run run, Matcher summary) {
    return "%s | %d | %d | %s | %s | %d | %s"
        .formatted(
            file.getFileName(),
            text.lines().count(),
            run.out().lines().count(),
            summary.group(2),
            summary.group(1),
            new AdoptedOverrides(run.out()).count(),
            KEPT.matcher(run.err())
                .results()
                .map(kept -> kept.group(1) + ": " + kept.group(2))
                .collect(Collectors.joining("; ")));
  }
}
