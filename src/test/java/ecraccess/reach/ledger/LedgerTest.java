package ecraccess.reach.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import ecraccess.reach.ledger.Ledger.Entry;
import ecraccess.reach.ledger.Ledger.Node;
import ecraccess.reach.ledger.Ledger.Section;
import ecraccess.reach.ledger.Ledger.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
  private static final Ledger SMALL =
      ledger(
          """
          {"reasons": {"label": "names"},
           "shapes": {"rule": {"Cidr": "read Rules", "Ports: From To": "harmless: ports"}},
           "types": {
             "AWS::EC2::Thing": {"A": "read Things", "A.**": "harmless: inside", "B.C: D": "unknown: whether D of {}",
               "E": "harmless label", "E: F": "unknown unless x|Y: F of {}", "G": "shape rule", "": "shape rule",
               "H": "read Things", "I": "unknown everywhere with bad: what {} is"},
             "AWS::EC2::Other": "unknown: what {} does"},
           "harmless": {"quiet": ["EC2: Tag Label"]},
           "namespaces": {"far": ["Far Away"]}}
          """);

  private static Ledger ledger(String table) {
    return Ledger.of((Json.Obj) json(table));
  }

  private static Json json(String text) {
    try {
      return JsonText.read(text);
    } catch (MalformedJson e) {
      throw new AssertionError(e.describe(), e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A       | read Things
          A.X.Y   | harmless: inside
          B       | container
          B.C     | container
          B.C.D   | unknown: whether D of {}
          B.C.D.E | unknown: whether D of {}
          B.X     | unlisted
          E       | harmless: names
          E.X     | harmless: names
          E.F     | unknown: F of {}
          G       | container
          G.Cidr  | read Rules
          G.Ports.To | harmless: ports
          Cidr    | read Rules
          H       | read Things
          H.X     | unlisted
          X       | unlisted
          X.Y     | unlisted
          """)
  void theNearestLineDecides(String property, String verdict) {
    List<String> path = List.of(property.split("\\."));
    Optional<Entry> entry = SMALL.entry("AWS::EC2::Thing", path);
    assertThat(shown(entry, path)).isEqualTo(verdict);
  }

  private static String shown(Optional<Entry> entry, List<String> path) {
    if (entry.isEmpty()) {
      return "container";
    }
    return entry.equals(Optional.of(Ledger.unlisted(path)))
        ? "unlisted"
        : switch (entry.get()) {
          case Entry.Read(String reader) -> "read " + reader;
          case Entry.Harmless(String why) -> "harmless: " + why;
          case Entry.Unknown(String words, When when, boolean everywhere) -> "unknown: " + words;
        };
  }

  @Test
  void whatIsNotListedIsUnknownAndNamed() {
    assertThat(SMALL.entry("AWS::EC2::Thing", List.of("X", "Y")).orElseThrow())
        .isInstanceOfSatisfying(
            Entry.Unknown.class,
            unknown ->
                assertThat(unknown.words("Web"))
                    .isEqualTo("what property X.Y of Web does, which the ledger does not know"));
    assertThat(SMALL.section("AWS::EC2::New"))
        .isEqualTo(
            new Section.Whole(
                new Entry.Unknown(
                    "what {} does, whose type AWS::EC2::New the ledger does not know",
                    new When.Always(),
                    false)));
    assertThat(SMALL.section("AWS::Newer::Thing"))
        .isInstanceOfSatisfying(
            Section.Whole.class,
            whole -> assertThat(whole.entry()).isInstanceOf(Entry.Unknown.class));
    assertThat(SMALL.section("AWS::EC2::Label"))
        .isEqualTo(new Section.Whole(new Entry.Harmless("quiet")));
    assertThat(SMALL.section("AWS::Away::Anything"))
        .isEqualTo(new Section.Whole(new Entry.Harmless("far")));
  }

  @Test
  void someValuesAreHarmless() {
    When unless = when("unknown unless x|Y: it");
    assertThat(Stream.of("\"x\"", "\"X\"", "\"y\"")).noneMatch(text -> unless.applies(json(text)));
    assertThat(Stream.of("\"z\"", "{\"Ref\": \"x\"}", "[\"x\"]", "null"))
        .allMatch(text -> unless.applies(json(text)));
    When unlessKnown = when("unknown unless *: it");
    assertThat(unlessKnown.applies(json("\"x\""))).isFalse();
    assertThat(unlessKnown.applies(json("{\"Ref\": \"x\"}"))).isTrue();
    When unlessTrue = when("unknown unless true: it");
    assertThat(Stream.of("true", "\"true\"", "\"True\""))
        .noneMatch(text -> unlessTrue.applies(json(text)));
    assertThat(Stream.of("false", "1")).allMatch(text -> unlessTrue.applies(json(text)));
  }

  @Test
  void someTextsAreUnknown() {
    When with = when("unknown with bad|ugly: it");
    assertThat(
            Stream.of(
                "\"a bad one\"",
                "{\"Fn::Sub\": [\"so UGLY ${x}\", {\"x\": 1}]}",
                "[{\"bad\": []}]",
                // Nobody sees what a parameter holds.
                "{\"Ref\": \"Good\"}"))
        .allMatch(text -> with.applies(json(text)));
    assertThat(Stream.of("\"good\"", "{\"Fn::Join\": [\"\", [\"good\", {\"Ref\": \"bad\"}]]}"))
        .noneMatch(text -> with.applies(json(text)));
  }

  private static When when(String verdict) {
    Ledger ledger = ledger("{\"types\": {\"AWS::A::B\": \"%s\"}}".formatted(verdict));
    return ((Entry.Unknown) ((Section.Whole) ledger.section("AWS::A::B")).entry()).when();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"A": "red Things"}                                  | says neither read nor harmless nor unknown
          {"A": "harmless nothing"}                            | no reason is called nothing
          {"A": "shape nothing"}                               | no shape is called nothing
          {"A B": "harmless: x", "B": "unknown: y"}            | two lines say something of B
          """)
  void aWrongLineIsABugOfOurs(String lines, String message) {
    Ledger ledger = ledger("{\"types\": {\"AWS::A::B\": %s}}".formatted(lines));
    assertThatThrownBy(() -> ledger.section("AWS::A::B"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(message);
  }

  /** A class that is said to read a property must at least name it. */
  @Test
  void everyReadPropertyStandsInItsReader() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        sources.merge(
            file.getFileName().toString().replace(".java", ""),
            Files.readString(file),
            String::concat);
      }
    }
    TreeMap<String, String> wrong = new TreeMap<>();
    eachLine((property, entry) -> {
      if (entry instanceof Entry.Read(String reader)) {
        String name = property.replaceAll(".*[ .]", "");
        if (!sources.getOrDefault(reader, "").contains("\"" + name + "\"")) {
          wrong.put(property, reader);
        }
      }
    });
    assertThat(wrong)
        .as("properties that the class does not name that is said to read them")
        .isEmpty();
  }

  /** They follow "cannot tell because nobody knows", so to say. */
  @Test
  void wordsAreNounPhrases() {
    eachLine((property, entry) -> {
      if (entry instanceof Entry.Unknown unknown) {
        assertThat(unknown.words())
            .as(property)
            .matches(
                "(what|which|whether|from where|from which|in which|through which|where|the)"
                    + " .+[^.]");
      }
      if (entry instanceof Entry.Harmless(String why)) {
        assertThat(why).as(property).isNotBlank().doesNotEndWith(".");
      }
    });
  }

  private static void eachLine(BiConsumer<String, Entry> each) {
    Ledger ledger = Ledger.get();
    for (String type : ledger.types()) {
      switch (ledger.section(type)) {
        case Section.Whole(Entry entry) -> each.accept(type, entry);
        case Section.Properties(Node root) -> eachLine(type + " ", root, each);
      }
    }
  }

  private static void eachLine(String path, Node node, BiConsumer<String, Entry> each) {
    node.own().ifPresent(entry -> each.accept(path, entry));
    node.members()
        .forEach((name, member) ->
            eachLine(path + (path.endsWith(" ") ? "" : ".") + name, member, each));
  }
}
