package ecraccess.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.reach.ledger.Ledger;
import ecraccess.reach.ledger.Ledger.Entry;
import ecraccess.reach.ledger.Ledger.Node;
import ecraccess.reach.ledger.Ledger.Section;
import ecraccess.reach.ledger.Ledger.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page about what is read says what the ledger says. {@code -Dgolden.update} rewrites it and
 * fails all the same.
 */
class LedgerPageTest {
  private static final Path PAGE = Path.of("docs/what-is-read.md");
  private static final String MARK =
      "<!-- From here on generated from src/main/resources/ecraccess/ledger.json -->\n";

  @Test
  void thePageSaysWhatTheLedgerSays() throws IOException {
    String page = Files.readString(PAGE);
    String own = page.substring(0, page.indexOf(MARK) + MARK.length());
    String expected = own + generated();
    if (!page.equals(expected) && System.getProperty("golden.update") != null) {
      Files.writeString(PAGE, expected);
    }
    assertThat(page).isEqualTo(expected);
  }

  private static String generated() {
    Ledger ledger = Ledger.get();
    StringBuilder page = new StringBuilder();
    page.append("\n## Types by property\n");
    Map<String, List<String>> whole = new TreeMap<>();
    List<String> unknown = new ArrayList<>();
    for (String type : ledger.types()) {
      switch (ledger.section(type)) {
        case Section.Properties(Node root) -> page.append(table(type, root));
        case Section.Whole(Entry.Harmless(String why)) ->
            whole.computeIfAbsent(why, any -> new ArrayList<>()).add("`" + type + "`");
        case Section.Whole(Entry entry) ->
            unknown.add("| `%s` | %s |\n".formatted(type, verdict(entry)));
      }
    }
    page.append("\n## Answers of EC2 and ECS by member\n");
    page.append("\nA task definition is read as `AWS::ECS::TaskDefinition` is.\n");
    for (String answer : ledger.answers()) {
      page.append(table(answer, ((Section.Properties) ledger.section(answer)).root()));
    }
    page.append("\n## Types that are unknown as a whole\n\n| Type | |\n|---|---|\n");
    unknown.forEach(page::append);
    page.append("\n## Types that are harmless as a whole\n\n| Why | Types |\n|---|---|\n");
    whole.forEach(
        (why, types) -> page.append("| %s | %s |\n".formatted(why, String.join(", ", types))));
    page.append("\n## Namespaces that are harmless as a whole\n\n");
    page.append(
        ledger.harmlessNamespaces().stream()
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", ", "", "\n")));
    return page.toString();
  }

  private static String table(String type, Node root) {
    Map<String, List<String>> rows = new TreeMap<>(LedgerPageTest::order);
    lines("", root)
        .forEach(line ->
            rows.computeIfAbsent(line.verdict(), any -> new ArrayList<>())
                .add("`" + line.path() + "`"));
    return rows.entrySet().stream()
        .map(row -> "| %s | %s |\n".formatted(String.join(", ", row.getValue()), row.getKey()))
        .collect(Collectors.joining("", "\n### " + type + "\n\n| Property | |\n|---|---|\n", ""));
  }

  /** What is read first, then what is unknown. */
  private static int order(String one, String other) {
    int first = Integer.compare(rank(one), rank(other));
    return first == 0 ? one.compareTo(other) : first;
  }

  private static int rank(String verdict) {
    return verdict.startsWith("read") ? 0 : verdict.startsWith("**unknown") ? 1 : 2;
  }

  private record Line(String path, String verdict) {}

  private static Stream<Line> lines(String path, Node node) {
    Stream<Line> own = node.own().stream().map(entry -> new Line(path, verdict(entry)));
    Stream<Line> inside =
        node.inside().filter(entry -> !node.own().equals(node.inside())).stream()
            .map(entry -> new Line(path + ".…", verdict(entry)));
    Stream<Line> members =
        new TreeMap<>(node.members())
            .entrySet().stream()
                .flatMap(member ->
                    lines(
                        path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                        member.getValue()));
    return Stream.of(own, inside, members).flatMap(lines -> lines);
  }

  private static String verdict(Entry entry) {
    return switch (entry) {
      case Entry.Read read -> "read";
      case Entry.Harmless(String why) -> "harmless: " + why;
      case Entry.Unknown(String words, When when, boolean everywhere) ->
          "**unknown**%s: %s".formatted(values(when), words.replace("{}", "NAME"));
    };
  }

  private static String values(When when) {
    return switch (when) {
      case When.Always always -> "";
      case When.Unless(List<String> values) when values.equals(List.of("*")) ->
          " where only the deployment knows the value";
      case When.Unless(List<String> values) -> " unless " + quoted(values);
      case When.With(List<String> texts) -> " where it contains " + quoted(texts);
    };
  }

  private static String quoted(List<String> values) {
    return values.stream().map(value -> "`" + value + "`").collect(Collectors.joining(", "));
  }
}
