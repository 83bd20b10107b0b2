package ecraccess.reach.ledger;

import ecraccess.core.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is read of a template, and what is not: the table {@code /ecraccess/ledger.json}. It is
 * loaded when somebody asks for the first time, and a type's lines are taken apart when somebody
 * asks for that type.
 */
public final class Ledger {
  private static final String AWS = "AWS::";

  private final LedgerFile file;
  private final Map<String, Section> sections = new ConcurrentHashMap<>();

  private Ledger(LedgerFile file) {
    this.file = file;
  }

  /** The table of this program. */
  public static Ledger get() {
    return Holder.LEDGER;
  }

  /** A table of the same form, for tests. */
  static Ledger of(Json.Obj table) {
    return new Ledger(new LedgerFile(table));
  }

  private static final class Holder {
    private static final Ledger LEDGER = new Ledger(LedgerFile.load());
  }

  /** What the table says of a property, or of a whole type. */
  public sealed interface Entry {
    /**
     * Its value is read, in every form that it can have.
     *
     * @param reader the class that reads it
     */
    record Read(String reader) implements Entry {}

    /** It cannot keep an image away. */
    record Harmless(String why) implements Entry {}

    /**
     * It could keep an image away, and nobody reads it.
     *
     * @param words what it makes unknown, a noun phrase; {@code {}} stands for the logical ID
     * @param when for which values
     * @param everywhere whether it may bear on every network of the template
     */
    record Unknown(String words, When when, boolean everywhere) implements Entry {
      /** What is unknown by the resource of that name. */
      public String words(String logicalId) {
        return words.replace("{}", logicalId);
      }
    }
  }

  /** For which values of a property something is unknown. */
  public sealed interface When {
    /** Functions that name something else, whose text is not in the template. */
    Set<String> REFERENCES = Set.of("Ref", "Fn::GetAtt", "Fn::ImportValue");

    /** For every value. */
    record Always() implements When {}

    /**
     * For every value but these; upper and lower case are the same. A star stands for every value
     * that is known.
     */
    record Unless(List<String> values) implements When {}

    /** For values that contain one of the texts anywhere; upper and lower case are the same. */
    record With(List<String> texts) implements When {}

    /** Whether something is unknown with that value, whose functions are evaluated. */
    default boolean applies(Json value) {
      return switch (this) {
        case Always always -> true;
        case Unless(List<String> values) ->
            scalar(value)
                .filter(text ->
                    values.stream().anyMatch(one -> one.equals("*") || text.equalsIgnoreCase(one)))
                .isEmpty();
        case With(List<String> texts) -> {
          String all = texts(value).collect(Collectors.joining("\n")).toLowerCase(Locale.ROOT);
          yield all.isBlank()
              || texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).anyMatch(all::contains);
        }
      };
    }

    private static Optional<String> scalar(Json value) {
      return switch (value) {
        case Json.Str(String text) -> Optional.of(text);
        case Json.Num(String text) -> Optional.of(text);
        case Json.Bool(boolean truth) -> Optional.of(String.valueOf(truth));
        case Json.Obj obj -> Optional.empty();
        case Json.Arr arr -> Optional.empty();
        case Json.Null nothing -> Optional.empty();
      };
    }

    /** Every text in it; of a reference to something else there is none. */
    private static Stream<String> texts(Json value) {
      return switch (value) {
        case Json.Obj obj when obj.onlyName().filter(REFERENCES::contains).isPresent() ->
            Stream.empty();
        case Json.Obj(Map<String, Json> members) ->
            members.entrySet().stream()
                .flatMap(
                    member -> Stream.concat(Stream.of(member.getKey()), texts(member.getValue())));
        case Json.Arr(List<Json> elements) -> elements.stream().flatMap(When::texts);
        case Json.Str(String text) -> Stream.of(text);
        case Json.Num(String text) -> Stream.of(text);
        case Json.Bool truth -> Stream.empty();
        case Json.Null nothing -> Stream.empty();
      };
    }
  }

  /** What the table says of a type. */
  public sealed interface Section {
    /** The same of all its properties. */
    record Whole(Entry entry) implements Section {}

    /** By property. */
    record Properties(Node root) implements Section {}
  }

  /**
   * A property's place in a type's lines; the items of a list have the place of the list.
   *
   * @param own what a line says of it; empty where only properties inside it have lines
   * @param inside what holds for properties inside it that have no line: harmless and unknown ones
   *     include what is inside them, read ones do not
   */
  public record Node(Optional<Entry> own, Optional<Entry> inside, Map<String, Node> members) {
    static final Node EMPTY = new Node(Optional.empty(), Optional.empty(), Map.of());

    public Node {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The property inside it of that name; empty where nobody knows of it. */
    public Optional<Node> member(String name) {
      return Optional.ofNullable(members.get(name))
          .map(node -> node.within(inside))
          .or(() -> inside.map(entry -> new Node(inside, inside, Map.of())));
    }

    private Node within(Optional<Entry> around) {
      Optional<Entry> here = own.isEmpty() && members.isEmpty() ? around : own;
      return new Node(here, inside.or(() -> around), members);
    }

    /** Whether something of it is told by the properties inside it. */
    public boolean hasMembers() {
      return !members.isEmpty();
    }
  }

  /** What the table says of the type; a type of AWS's that it does not list is unknown. */
  public Section section(String type) {
    return sections.computeIfAbsent(
        type, name -> file.section(name).orElseGet(() -> new Section.Whole(unlisted(name))));
  }

  private Entry unlisted(String type) {
    if (!type.startsWith(AWS)) {
      return new Entry.Unknown("what {} does, whose type is not of AWS", new When.Always(), false);
    }
    String namespace = type.substring(AWS.length()).split("::", 2)[0];
    return file.harmlessNamespace(namespace)
        .<Entry>map(Entry.Harmless::new)
        .orElseGet(() ->
            new Entry.Unknown(
                "what {} does, whose type %s the ledger does not know".formatted(type),
                new When.Always(),
                false));
  }

  /**
   * What the table says of the property; empty where it says something of the properties inside it
   * only.
   *
   * @param path its name and those around it, the outermost first
   */
  public Optional<Entry> entry(String type, List<String> path) {
    return switch (section(type)) {
      case Section.Whole(Entry entry) -> Optional.of(entry);
      case Section.Properties(Node root) -> {
        Optional<Node> at = Optional.of(root);
        for (String name : path) {
          at = at.flatMap(node -> node.member(name));
        }
        yield at.isPresent() ? at.get().own() : Optional.of(unlisted(path));
      }
    };
  }

  /** What is said of a property that no line knows. */
  public static Entry.Unknown unlisted(List<String> path) {
    return new Entry.Unknown(
        "what property %s of {} does, which the ledger does not know"
            .formatted(String.join(".", path)),
        new When.Always(),
        false);
  }

  /** The types that have lines of their own, in the order of the table. */
  public List<String> types() {
    return file.types();
  }

  /**
   * What EC2 and ECS answer: {@code ec2.Subnet}; its members are asked for as a type's properties.
   */
  public List<String> answers() {
    return file.answers();
  }

  /** The places of the lines that several properties share, as seen from those. */
  List<String> shapeLines() {
    return file.shapeLines();
  }

  /** The namespaces none of whose types can bear on a pull. */
  public List<String> harmlessNamespaces() {
    return file.harmlessNamespaces();
  }
}
