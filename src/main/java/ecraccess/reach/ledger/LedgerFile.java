package ecraccess.reach.ledger;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
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
  private static final String READ = "read ";
  private static final String HARMLESS = "harmless ";
  private static final String HARMLESS_BECAUSE = "harmless: ";
  private static final String UNKNOWN = "unknown";
  private static final String SHAPE = "shape ";
  private static final String MORE = ": ";
  private static final String INSIDE = ".**";

  private final Json.Obj table;
  private final Map<String, String> harmlessTypes = new HashMap<>();
  private final Map<String, String> harmlessNamespaces = new LinkedHashMap<>();

  LedgerFile(Json.Obj table) {
    this.table = table;
    for (Map.Entry<String, Json> types : part("harmless").members().entrySet()) {
      for (Json line : ((Json.Arr) types.getValue()).elements()) {
        String namespace = "AWS::" + prefix(text(line)) + "::";
        for (String name : names(text(line))) {
          harmlessTypes.put(namespace + name, types.getKey());
        }
      }
    }
    for (Map.Entry<String, Json> namespaces : part("namespaces").members().entrySet()) {
      for (Json line : ((Json.Arr) namespaces.getValue()).elements()) {
        for (String name : names(text(line))) {
          harmlessNamespaces.put(name, namespaces.getKey());
        }
      }
    }
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

  private Json.Obj part(String name) {
    return table.get(name).orElse(null) instanceof Json.Obj part ? part : new Json.Obj(Map.of());
  }

  private static String text(Json value) {
    return ((Json.Str) value).value();
  }

  /** What stands before the colon of a line's names; empty where there is none. */
  private static String prefix(String line) {
    int colon = line.indexOf(MORE);
    return colon < 0 ? "" : line.substring(0, colon);
  }

  private static String[] names(String line) {
    int colon = line.indexOf(MORE);
    return (colon < 0 ? line : line.substring(colon + MORE.length())).split(" ", -1);
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
    List<String> all = new ArrayList<>();
    for (Json lines : part("shapes").members().values()) {
      for (String line : ((Json.Obj) lines).members().keySet()) {
        String around = prefix(line);
        for (String name : names(line)) {
          all.add(around.isEmpty() ? name : around + "." + name);
        }
      }
    }
    return all;
  }

  List<String> harmlessNamespaces() {
    return List.copyOf(harmlessNamespaces.keySet());
  }

  Optional<String> harmlessNamespace(String name) {
    return Optional.ofNullable(harmlessNamespaces.get(name));
  }

  Optional<Section> section(String type) {
    String harmless = harmlessTypes.get(type);
    return harmless != null
        ? Optional.of(new Section.Whole(new Entry.Harmless(harmless)))
        : part("types").get(type).or(() -> part("answers").get(type)).map(this::section);
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
      for (int from = 0; from < path.length(); ) {
        int dot = path.indexOf('.', from);
        int to = dot < 0 ? path.length() : dot;
        String name = path.substring(from, to);
        Draft member = draft.members.get(name);
        if (member == null) {
          member = new Draft();
          draft.members.put(name, member);
        }
        draft = member;
        from = to + 1;
      }
      return draft;
    }

    Node node() {
      Map<String, Node> nodes = new LinkedHashMap<>();
      for (Map.Entry<String, Draft> member : members.entrySet()) {
        nodes.put(member.getKey(), member.getValue().node());
      }
      return new Node(own, inside, nodes);
    }
  }

  private void add(Json.Obj lines, Draft draft) {
    for (Map.Entry<String, Json> line : lines.members().entrySet()) {
      Draft around = draft.at(prefix(line.getKey()));
      String verdict = text(line.getValue());
      if (verdict.startsWith(SHAPE)) {
        Json.Obj shape = shape(verdict.substring(SHAPE.length()));
        for (String name : names(line.getKey())) {
          add(shape, around.at(name));
        }
      } else {
        Entry entry = entry(verdict);
        for (String name : names(line.getKey())) {
          add(name, entry, around);
        }
      }
    }
  }

  private Json.Obj shape(String name) {
    return (Json.Obj)
        part("shapes").get(name).orElseThrow(() -> wrong("no shape is called " + name));
  }

  private static void add(String name, Entry entry, Draft around) {
    if (name.endsWith(INSIDE)) {
      around.at(name.substring(0, name.length() - INSIDE.length())).inside = Optional.of(entry);
      return;
    }
    Draft draft = around.at(name);
    if (draft.own.isPresent()) {
      throw wrong("two lines say something of " + name);
    }
    draft.own = Optional.of(entry);
    if (!(entry instanceof Entry.Read)) {
      draft.inside = draft.own;
    }
  }

  private Entry entry(String verdict) {
    if (verdict.startsWith(READ)) {
      return new Entry.Read(verdict.substring(READ.length()));
    }
    if (verdict.startsWith(HARMLESS_BECAUSE)) {
      return new Entry.Harmless(verdict.substring(HARMLESS_BECAUSE.length()));
    }
    if (verdict.startsWith(HARMLESS)) {
      String name = verdict.substring(HARMLESS.length());
      return new Entry.Harmless(
          text(part("reasons").get(name).orElseThrow(() -> wrong("no reason is called " + name))));
    }
    int colon = verdict.indexOf(MORE);
    if (!verdict.startsWith(UNKNOWN) || colon < 0) {
      throw wrong("\"" + verdict + "\" says neither read nor harmless nor unknown");
    }
    return unknown(
        verdict.substring(UNKNOWN.length(), colon), verdict.substring(colon + MORE.length()));
  }

  /**
   * An unknown one.
   *
   * @param limits what stands between the word unknown and the colon
   */
  private static Entry unknown(String limits, String words) {
    String everywhere = " everywhere";
    boolean isEverywhere = limits.startsWith(everywhere);
    String rest = isEverywhere ? limits.substring(everywhere.length()) : limits;
    return new Entry.Unknown(words, when(rest), isEverywhere);
  }

  private static When when(String limit) {
    if (limit.isEmpty()) {
      return new When.Always();
    }
    String[] parts = limit.strip().split(" ", 2);
    List<String> values = List.of(parts[parts.length - 1].split("\\|", -1));
    return switch (parts[0]) {
      case "unless" -> new When.Unless(values);
      case "with" -> new When.With(values);
      default -> throw wrong("\"" + limit + "\" is no limit");
    };
  }

  private static IllegalStateException wrong(String what) {
    return new IllegalStateException("ledger.json: " + what);
  }
}
