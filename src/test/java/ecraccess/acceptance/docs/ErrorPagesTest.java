package ecraccess.acceptance.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.reach.judge.Checks;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Symptom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/errors} has a page for each of AWS's error texts, so that a search for one leads to
 * its causes. The pages are made from the texts and the registry of checks; {@code -Dgolden.update}
 * writes them.
 */
class ErrorPagesTest {
  private static final Path FOLDER = Path.of("docs/errors");
  private static final Pattern BLANK = Pattern.compile("\\{(\\w+)}");

  /** How much of a text is a headline: as much as tells it from the others. */
  private static final int HEADLINE = 160;

  private static Json.Obj symptoms = new Json.Obj(Map.of());

  @BeforeAll
  static void read() throws Exception {
    symptoms =
        (Json.Obj)
            JsonText.read(
                Files.readAllBytes(Path.of("src/main/resources/ecraccess/symptoms.json")));
  }

  @Test
  void thePagesAreMadeFromTheTextsAndTheRegistry() throws IOException {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("README.md", index());
    for (Symptom symptom : Symptom.values()) {
      pages.put(file(symptom), page(symptom));
    }
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(FOLDER);
      for (Map.Entry<String, String> page : pages.entrySet()) {
        Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
      }
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(pages.keySet());
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      assertThat(FOLDER.resolve(page.getKey())).hasContent(page.getValue());
    }
  }

  @Test
  void everyTextHasACause() {
    assertThat(Symptom.values())
        .allSatisfy(symptom -> assertThat(causes(symptom)).as("%s", symptom).isNotEmpty());
  }

  @Test
  void everyHeadlineIsAnother() {
    assertThat(Arrays.stream(Symptom.values()).map(ErrorPagesTest::headline))
        .doesNotHaveDuplicates();
  }

  private static String index() {
    return """
    # What AWS says when an image does not arrive

    Look for the words of your error. Each page has the causes that can be behind it in private subnets, and the way out of each.

    | AWS says | Causes |
    |---|---|
    """
        + Arrays.stream(Symptom.values())
            .map(symptom ->
                "| [`%s`](%s) | %s |\n"
                    .formatted(
                        headline(symptom),
                        file(symptom),
                        causes(symptom).stream()
                            .map(check -> "`" + check.id() + "`")
                            .collect(joining(", "))))
            .collect(joining());
  }

  private static String page(Symptom symptom) {
    List<Check> causes = causes(symptom);
    return "# "
        + headline(symptom)
        + "\n\nAWS says:\n\n```text\n"
        + text(symptom)
        + "\n```\n"
        + blanks(symptom)
        + "\n`ecr-access check template.yaml` finds the cause before a deployment, with its line;"
        + " `ecr-access doctor` finds it in a running account.\n"
        + (causes.size() == 1 ? "" : "\nThese can be the cause:\n")
        + causes.stream().map(ErrorPagesTest::cause).collect(joining())
        + "\nThe words were seen in: %s (%s).\n"
            .formatted(member(symptom, "source"), member(symptom, "date"));
  }

  private static String cause(Check check) {
    return """

    ## %s

    %s

    Way out: %s

    Check [`%s`](../checks.md#%s), [what AWS says about it](%s)
    """
        .formatted(
            check.title(), check.wrong(), check.wayOut(), check.id(), check.id(), check.source());
  }

  /** What the words in capitals stand for, where that tells the cause. */
  private static String blanks(Symptom symptom) {
    return member(symptom, "text").contains("{ip}")
        ? """

        Look at the address in your error. A public one means that no endpoint took the call: it is missing, or its private DNS is off.
        A private one, of your VPC, means that a security group or a network ACL is in the way.
        """
        : "";
  }

  private static List<Check> causes(Symptom symptom) {
    return Checks.all().stream().filter(check -> check.symptoms().contains(symptom)).toList();
  }

  private static String headline(Symptom symptom) {
    String text = text(symptom).replace("|", "\\|");
    return text.length() <= HEADLINE
        ? text
        : text.substring(0, text.lastIndexOf(' ', HEADLINE)) + " …";
  }

  private static String text(Symptom symptom) {
    return BLANK
        .matcher(member(symptom, "text"))
        .replaceAll(blank -> blank.group(1).toUpperCase(Locale.ROOT));
  }

  private static String member(Symptom symptom, String name) {
    Json.Obj entry = (Json.Obj) symptoms.get(symptom.name()).orElseThrow();
    return ((Json.Str) entry.get(name).orElseThrow()).value();
  }

  private static String file(Symptom symptom) {
    return symptom.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md";
  }
}
