package ecraccess.cli.source;

import ecraccess.cli.source.Node.Entry;
import ecraccess.cli.source.Node.Layout;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML into nodes from the engine's events. Not from the engine's own node graph: that merges
 * {@code <<} and shares aliased nodes without a trace of their places, and its recursion has no
 * limit.
 */
final class YamlReader {
  private final SourceText text;
  private final YamlMarks marks;
  private final Iterator<Event> events;
  private final Anchors anchors = new Anchors();

  private YamlReader(SourceText text) {
    this.text = text;
    this.marks = new YamlMarks(text);
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    this.events = new Parse(settings).parseString(text.toString()).iterator();
  }

  static Node read(SourceText text) throws MalformedSource {
    try {
      return new YamlReader(text).document();
    } catch (YamlEngineException e) {
      throw YamlFault.of(e, text);
    }
  }

  private Node document() throws MalformedSource {
    events.next(); // the stream's start
    if (events.next().getEventId() == Event.ID.StreamEnd) {
      throw new MalformedSource(new Position(1, 1), "the file is empty");
    }
    Node root = node(events.next(), 1);
    events.next(); // the document's end
    Event next = events.next();
    if (next.getEventId() != Event.ID.StreamEnd) {
      throw fault(next, "a second document begins here; a template is a single one");
    }
    return root;
  }

  private Node node(Event event, int depth) throws MalformedSource {
    if (depth > JsonText.MAX_DEPTH) {
      throw fault(event, "more than " + JsonText.MAX_DEPTH + " levels of nesting");
    }
    if (event instanceof AliasEvent alias) {
      return alias(alias, depth);
    }
    NodeEvent start = (NodeEvent) event;
    String anchor = start.getAnchor().map(Object::toString).orElse("");
    Anchors.Mark mark = anchors.open(anchor);
    Node node =
        start instanceof ScalarEvent scalar
            ? scalar(scalar)
            : collection((CollectionStartEvent) start, depth);
    anchors.close(mark, node.json());
    return node;
  }

  private Node alias(AliasEvent alias, int depth) throws MalformedSource {
    Anchors.Lookup found = anchors.lookup(alias.getAlias().toString(), JsonText.MAX_DEPTH - depth);
    return switch (found) {
      case Anchors.Lookup.Found(Json json) ->
          new Node.Leaf(json, marks.start(alias), marks.end(alias));
      case Anchors.Lookup.Refused(String why) -> throw fault(alias, why);
    };
  }

  private Node scalar(ScalarEvent scalar) throws MalformedSource {
    String tag = scalar.getTag().orElse("");
    String value = scalar.getValue();
    Json json = scalar.isPlain() && tag.isEmpty() ? PlainScalar.read(value) : new Json.Str(value);
    if (isPlainType(tag, "str")) {
      return new Node.Leaf(json, marks.start(scalar), marks.contentEnd(scalar));
    }
    boolean path = tag.equals("!GetAtt");
    return tagged(
        scalar,
        tag,
        new Node.Leaf(path ? path(value) : json, marks.start(scalar), marks.contentEnd(scalar)));
  }

  /** A resource and its attribute, which may have dots of its own. */
  private static Json path(String value) {
    return new Json.Arr(List.of(value.split("\\.", 2)).stream().<Json>map(Json.Str::new).toList());
  }

  private Node collection(CollectionStartEvent start, int depth) throws MalformedSource {
    String tag = start.getTag().orElse("");
    boolean mapping = start instanceof MappingStartEvent;
    boolean function = !isPlainType(tag, mapping ? "map" : "seq");
    int inner = depth + (function ? 2 : 1);
    Node collection = mapping ? mapping(start, inner) : sequence(start, inner);
    return function ? tagged(start, tag, collection) : collection;
  }

  private Node mapping(CollectionStartEvent start, int depth) throws MalformedSource {
    Map<String, Json> members = new LinkedHashMap<>();
    List<Entry> entries = new ArrayList<>();
    Event event = events.next();
    for (; event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
      String name = name(event);
      Entry entry = new Entry(name, marks.start(event), node(events.next(), depth));
      if (members.putIfAbsent(name, entry.value().json()) != null) {
        throw fault(event, "the name \"" + name + "\" stands twice in one mapping");
      }
      entries.add(entry);
    }
    return collection(new Json.Obj(members), start, event, entries);
  }

  private String name(Event event) throws MalformedSource {
    if (!(event instanceof ScalarEvent scalar) || scalar.getTag().isPresent()) {
      throw fault(event, "a name must be plain text, without a tag or an alias");
    }
    if (scalar.isPlain() && scalar.getValue().equals("<<")) {
      throw fault(event, "CloudFormation has no merge keys (<<), write the members out");
    }
    return scalar.getValue();
  }

  private Node sequence(CollectionStartEvent start, int depth) throws MalformedSource {
    List<Json> elements = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    int behind = marks.start(start);
    Event event = events.next();
    for (; event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
      Node value = node(event, depth);
      entries.add(new Entry("", start.isFlow() ? value.start() : marks.dash(behind), value));
      elements.add(value.json());
      behind = value.end();
    }
    return collection(new Json.Arr(elements), start, event, entries);
  }

  private Node collection(Json json, CollectionStartEvent first, Event last, List<Entry> entries) {
    // The engine ends a block where the next token starts, beyond comments and blank lines.
    return first.isFlow()
        ? new Node.Collection(json, marks.start(first), marks.end(last), Layout.FLOW, entries)
        : new Node.Collection(
            json, marks.start(first), entries.getLast().end(), Layout.BLOCK, entries);
  }

  private Node tagged(NodeEvent event, String tag, Node argument) throws MalformedSource {
    if (!tag.startsWith("!")) {
      throw fault(event, "CloudFormation has no YAML type " + tag);
    }
    String name =
        ShortTag.longName(tag)
            .orElseThrow(() -> fault(event, "unknown tag " + tag + ShortTag.hint(tag)));
    return new Node.Tagged(Json.Obj.of(name, argument.json()), marks.start(event), argument);
  }

  /** Whether the tag names no function: none at all, YAML's {@code !}, or the type's own name. */
  private static boolean isPlainType(String tag, String type) {
    return tag.isEmpty() || tag.equals("!") || tag.equals("tag:yaml.org,2002:" + type);
  }

  private MalformedSource fault(Event event, String sentence) {
    return new MalformedSource(text.position(marks.start(event)), sentence);
  }
}
