package ecraccess.reach.ledger;

import ecraccess.json.Json;
import ecraccess.json.JsonText;
import ecraccess.json.MalformedJson;
import ecraccess.reach.ledger.Ledger.Entry;
import ecraccess.reach.ledger.Ledger.Node;
import ecraccess.reach.ledger.Ledger.Section;
import ecraccess.reach.ledger.Ledger.When;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The form of the table.
 *
 * <pre>
 *   "reasons":    short names of reasons
 *   "shapes":     lines that several properties share
 *   "types":      lines by type; a text in place of lines is about the whole type
 *   "harmless":   types that are harmless as a whole, by reason
 *   "namespaces": namespaces that are, by reason
 *   "answers":    lines by what EC2 and ECS answer, by the names that their members have in the API
 *
 *   "PREFIX: A B C": "VERDICT"   a line: the properties PREFIX.A, PREFIX.B, PREFIX.C; A.** is what is inside A
 *
 *   read READER
 *   harmless NAME                the reason of that name
 *   harmless: why
 *   unknown[ everywhere][ unless A|B][ with A|B]: what is unknown
 *   shape NAME                   the lines of that shape
 * </pre>
 */
final class LedgerFile {
  private static final Pattern UNKNOWN =
      Pattern.compile("unknown( everywhere)?(?: (unless|with) (.+?))?: (.+)");

  private final Json.Obj table;
  private final Map<String, String> harmlessTypes = new HashMap<>();
  private final Map<String, String> harmlessNamespaces = new LinkedHashMap<>();

  LedgerFile(Json.Obj table) {
    this.table = table;
    lists(
        "harmless",
        (why, line) -> {
          int colon = line.indexOf(": ");
          for (String name : line.substring(colon + 2).split(" ")) {
            harmlessTypes.put("AWS::" + line.substring(0, colon) + "::" + name, why);
          }
        });
    lists(
        "namespaces",
        (why, line) -> {
          for (String name : line.split(" ")) {
            harmlessNamespaces.put(name, why);
          }
        });
  }

  static LedgerFile load() {
    try (InputStream file = LedgerFile.class.getResourceAsStream("/ecraccess/ledger.json")) {
      return new LedgerFile((Json.Obj) JsonText.read(Objects.requireNonNull(file).readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedJson e) {
      throw new IllegalStateException("ledger.json: " + e.describe(), e);
    }
  }

  private interface ListLine {
    void is(String why, String line);
  }

  private void lists(String name, ListLine each) {
    part(name)
        .members()
        .forEach((why, lines) ->
            ((Json.Arr) lines).elements().forEach(line -> each.is(why, text(line))));
  }

  private Json.Obj part(String name) {
    return table.get(name).map(Json.Obj.class::cast).orElse(new Json.Obj(Map.of()));
  }

  private static String text(Json value) {
    return ((Json.Str) value).value();
  }

  List<String> types() {
    List<String> all = new ArrayList<>(part("types").members().keySet());
    harmlessTypes.keySet().stream().sorted().forEach(all::add);
    return all;
  }

  List<String> answers() {
    return List.copyOf(part("answers").members().keySet());
  }

  List<String> shapeLines() {
    return part("shapes").members().values().stream()
        .flatMap(lines -> ((Json.Obj) lines).members().keySet().stream())
        .flatMap(key -> {
          int colon = key.indexOf(": ");
          String around = colon < 0 ? "" : key.substring(0, colon) + ".";
          return Stream.of(key.substring(colon < 0 ? 0 : colon + 2).split(" "))
              .map(name -> around + name);
        })
        .toList();
  }

  List<String> harmlessNamespaces() {
    return List.copyOf(harmlessNamespaces.keySet());
  }

  Optional<String> harmlessNamespace(String name) {
    return Optional.ofNullable(harmlessNamespaces.get(name));
  }

  Optional<Section> section(String type) {
    return part("types")
        .get(type)
        .or(() -> part("answers").get(type))
        .map(this::section)
        .or(() ->
            Optional.ofNullable(harmlessTypes.get(type))
                .map(why -> new Section.Whole(new Entry.Harmless(why))));
  }

  private Section section(Json lines) {
    if (lines instanceof Json.Str(String verdict)) {
      return new Section.Whole(entry(verdict));
    }
    Draft root = new Draft();
    add((Json.Obj) lines, root);
    return new Section.Properties(root.node());
  }

  /** A node while lines are added to it. */
  private static final class Draft {
    private Optional<Entry> own = Optional.empty();
    private Optional<Entry> inside = Optional.empty();
    private final Map<String, Draft> members = new LinkedHashMap<>();

    Draft at(String path) {
      Draft draft = this;
      for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
        draft = draft.members.computeIfAbsent(name, any -> new Draft());
      }
      return draft;
    }

    Node node() {
      Map<String, Node> nodes = new HashMap<>();
      members.forEach((name, draft) -> nodes.put(name, draft.node()));
      return new Node(own, inside, nodes);
    }
  }

  private void add(Json.Obj lines, Draft draft) {
    lines
        .members()
        .forEach((key, verdict) -> {
          int colon = key.indexOf(": ");
          Draft around = colon < 0 ? draft : draft.at(key.substring(0, colon));
          for (String name : key.substring(colon < 0 ? 0 : colon + 2).split(" ")) {
            add(name, text(verdict), around);
          }
        });
  }

  private void add(String name, String verdict, Draft around) {
    if (verdict.startsWith("shape ")) {
      String shape = verdict.substring("shape ".length());
      add(
          (Json.Obj)
              part("shapes").get(shape).orElseThrow(() -> wrong("no shape is called " + shape)),
          around.at(name));
      return;
    }
    Entry entry = entry(verdict);
    if (name.endsWith(".**")) {
      around.at(name.substring(0, name.length() - 3)).inside = Optional.of(entry);
      return;
    }
    Draft draft = around.at(name);
    if (draft.own.isPresent()) {
      throw wrong("two lines say something of " + name);
    }
    draft.own = Optional.of(entry);
    if (!(entry instanceof Entry.Read)) {
      draft.inside = Optional.of(entry);
    }
  }

  private Entry entry(String verdict) {
    if (verdict.startsWith("read ")) {
      return new Entry.Read(verdict.substring("read ".length()));
    }
    if (verdict.startsWith("harmless: ")) {
      return new Entry.Harmless(verdict.substring("harmless: ".length()));
    }
    if (verdict.startsWith("harmless ")) {
      String name = verdict.substring("harmless ".length());
      return new Entry.Harmless(
          text(part("reasons").get(name).orElseThrow(() -> wrong("no reason is called " + name))));
    }
    Matcher unknown = UNKNOWN.matcher(verdict);
    if (!unknown.matches()) {
      throw wrong("\"" + verdict + "\" says neither read nor harmless nor unknown");
    }
    List<String> values =
        unknown.group(3) == null ? List.of() : List.of(unknown.group(3).split("\\|"));
    When when =
        values.isEmpty()
            ? new When.Always()
            : unknown.group(2).equals("with") ? new When.With(values) : new When.Unless(values);
    return new Entry.Unknown(unknown.group(4), when, unknown.group(1) != null);
  }

  private static IllegalStateException wrong(String what) {
    return new IllegalStateException("ledger.json: " + what);
  }
}
