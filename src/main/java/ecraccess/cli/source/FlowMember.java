package ecraccess.cli.source;

import ecraccess.cli.source.Node.Collection;
import ecraccess.cli.source.Node.Entry;
import ecraccess.cli.source.Node.Layout;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a new member between brackets, in JSON or YAML, as the one before it was written. */
final class FlowMember {
  private final SourceText text;
  private final Format format;
  private final Slices slices;
  private final Swap swap;
  private final boolean spread;
  private final String unit;
  private final String colon;
  private final String comma;

  /**
   * For one swap.
   *
   * @param old the member that gives way
   */
  FlowMember(SourceText text, Format format, Slices slices, Swap swap, Entry old) {
    this.text = text;
    this.format = format;
    this.slices = slices;
    this.swap = swap;
    Optional<Collection> inner =
        Optional.of(old.value())
            .filter(Collection.class::isInstance)
            .map(Collection.class::cast)
            .filter(collection -> !collection.entries().isEmpty());
    Optional<Entry> first = inner.map(collection -> collection.entries().getFirst());
    this.spread = first.filter(entry -> text.beginsLine(entry.start())).isPresent();
    this.unit = first.map(entry -> unit(old, entry)).orElse("  ");
    this.colon = text.colon(old.start(), old.value().start());
    this.comma = inner.map(this::comma).orElse(", ");
  }

  private String unit(Entry outer, Entry inner) {
    String around = text.lineIndent(outer.start());
    String within = text.lineIndent(inner.start());
    return within.startsWith(around) && within.length() > around.length()
        ? within.substring(around.length())
        : "  ";
  }

  private String comma(Collection collection) {
    List<Entry> entries = collection.entries();
    if (entries.size() < 2) {
      return ", ";
    }
    String between = text.substring(entries.get(0).end(), entries.get(1).start());
    return between.equals(",") ? "," : ", ";
  }

  /** The member, all lines but the first indented. */
  String write(String indent, String lineBreak) {
    return member(swap.name(), swap.value(), JsonPath.ROOT, indent, lineBreak);
  }

  private String member(String name, Json value, JsonPath path, String indent, String lineBreak) {
    return Optional.ofNullable(swap.moved().get(path))
        .flatMap(from -> slices.of(from, indent, Layout.FLOW))
        .orElseGet(() -> name(name) + colon + value(value, path, indent, lineBreak));
  }

  private String value(Json value, JsonPath path, String indent, String lineBreak) {
    String deeper = spread ? indent + unit : indent;
    List<String> parts = new ArrayList<>();
    return switch (value) {
      case Json.Obj(Map<String, Json> members) when !members.isEmpty() && !isShort(value) -> {
        members.forEach(
            (name, inner) -> parts.add(member(name, inner, path.member(name), deeper, lineBreak)));
        yield bracketed("{", parts, "}", indent, lineBreak);
      }
      case Json.Arr(List<Json> items) when !items.isEmpty() -> {
        for (int i = 0; i < items.size(); i++) {
          parts.add(value(items.get(i), path.element(i), deeper, lineBreak));
        }
        yield bracketed("[", parts, "]", indent, lineBreak);
      }
      default -> format == Format.JSON ? JsonText.compact(value) : YamlText.flow(value);
    };
  }

  /** YAML has short forms for functions. */
  private boolean isShort(Json value) {
    return format == Format.YAML && Intrinsic.of(value).isPresent();
  }

  private String bracketed(
      String open, List<String> parts, String close, String indent, String lineBreak) {
    String separator = spread ? lineBreak + indent + unit : "";
    return parts.stream()
        .collect(
            Collectors.joining(
                spread ? "," + separator : comma,
                open + separator,
                (spread ? lineBreak + indent : "") + close));
  }

  private String name(String name) {
    return format == Format.JSON
        ? JsonText.compact(new Json.Str(name))
        : YamlScalar.FLOW.write(name);
  }
}
