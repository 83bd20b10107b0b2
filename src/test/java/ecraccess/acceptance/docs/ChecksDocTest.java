package ecraccess.acceptance.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.reach.judge.Checks;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Symptom;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** {@code docs/checks.md} is made from the registry; {@code -Dgolden.update} writes it. */
class ChecksDocTest {
  private static final Path PAGE = Path.of("docs/checks.md");
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("ecraccess.reach", "ecraccess.macro", "ecraccess.live");

  @Test
  void thePageIsMadeFromTheRegistry() throws Exception {
    if (System.getProperty("golden.update") != null) {
      Files.writeString(PAGE, page());
    }
    assertThat(PAGE).hasContent(page());
  }

  @Test
  void everyCheckOfTheCodeIsRegistered() throws Exception {
    List<Check> declared = new ArrayList<>();
    for (JavaField field :
        (Iterable<JavaField>) CLASSES.stream().flatMap(c -> c.getFields().stream())::iterator) {
      if (field.getRawType().isEquivalentTo(Check.class)
          && field.getModifiers().toString().contains("STATIC")) {
        Field reflected = field.reflect();
        reflected.setAccessible(true);
        declared.add((Check) Objects.requireNonNull(reflected.get(null)));
      }
    }
    assertThat(Checks.all()).containsExactlyInAnyOrderElementsOf(declared);
  }

  @Test
  void idsAreStableWords() {
    assertThat(Checks.ids())
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
  }

  @Test
  void titlesHaveNoFullStopAndSentencesHave() {
    assertThat(Checks.all())
        .allSatisfy(check -> {
          assertThat(check.title()).doesNotEndWith(".").isNotBlank();
          assertThat(check.wrong()).endsWith(".");
          assertThat(check.wayOut()).endsWith(".");
          assertThat(check.source()).startsWith("https://docs.aws.amazon.com/");
        });
  }

  private static String page() throws Exception {
    Json.Obj symptoms = symptoms();
    return """
    # Checks

    Every fault, unknown and note of `check`, `doctor`, the macro and the network function has the ID of the check that found it.
    `IgnoreChecks: [id]` on a shorthand keeps a fault from refusing the template; `--ignore id` silences a check on the command line.

    | ID | What is wrong |
    |---|---|
    """
        + Checks.all().stream()
            .map(check -> "| [`%s`](#%s) | %s |\n".formatted(check.id(), check.id(), check.title()))
            .collect(joining())
        + Checks.all().stream().map(check -> section(check, symptoms)).collect(joining());
  }

  private static String section(Check check, Json.Obj symptoms) {
    String words =
        check.symptoms().stream()
            .map(symptom -> "```text\n" + text(symptom, symptoms) + "\n```\n")
            .collect(joining("\n"));
    return "\n## %s\n\n%s. %s\n\n%sWay out: %s\n\nSource: <%s>\n"
        .formatted(
            check.id(),
            check.title(),
            check.wrong(),
            words.isEmpty() ? "" : "AWS says:\n\n" + words + "\n",
            check.wayOut(),
            check.source());
  }

  private static String text(Symptom symptom, Json.Obj symptoms) {
    Json.Obj entry = (Json.Obj) symptoms.get(symptom.name()).orElseThrow();
    return ((Json.Str) entry.get("text").orElseThrow()).value();
  }

  private static Json.Obj symptoms() throws Exception {
    try (InputStream file = Check.class.getResourceAsStream("/ecraccess/symptoms.json")) {
      return (Json.Obj) JsonText.read(Objects.requireNonNull(file).readAllBytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
