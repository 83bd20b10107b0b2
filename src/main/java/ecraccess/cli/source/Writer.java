package ecraccess.cli.source;

import ecraccess.cli.source.Alignment.Wanted;
import ecraccess.cli.source.Node.Collection;
import ecraccess.cli.source.Node.Entry;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes new values in the manner of the file they are put into. */
sealed interface Writer {
  SourceText text();

  /** A value in the place of another. */
  String inline(Node old, Json wanted);

  /** A value on one line, between brackets. */
  String item(Json value);

  /** An entry that is to stand between brackets. */
  String betweenCommas(Collection among, Wanted entry);

  static Writer of(Format format, SourceText text, Node root) {
    return switch (format) {
      case YAML -> new InYaml(text);
      case JSON -> new InJson(text, InJson.unit(text, root));
    };
  }

  /** The lines of an entry of a block, the first without indentation. */
  default List<String> lines(Collection among, Wanted entry) {
    return among.json() instanceof Json.Obj
        ? YamlText.member(entry.name(), entry.value())
        : YamlText.item(entry.value());
  }

  /** What parts two entries between brackets: as it is between the first two, if there are two. */
  default String comma(Collection among) {
    List<Entry> entries = among.entries();
    if (entries.size() > 1) {
      String between = text().substring(entries.get(0).end(), entries.get(1).start());
      if (Separator.PATTERN.matcher(between).matches()) {
        return between;
      }
    }
    return text().beginsLine(entries.getFirst().start())
        ? "," + text().lineBreak() + text().indent(entries.getFirst().start())
        : ", ";
  }

  /** A comma without a comment beside it. */
  final class Separator {
    private static final Pattern PATTERN = Pattern.compile("\\s*,\\s*");

    private Separator() {}
  }

  record InYaml(SourceText text) implements Writer {
    @Override
    public String inline(Node old, Json wanted) {
      return YamlText.flow(wanted);
    }

    @Override
    public String item(Json value) {
      return YamlText.flow(value);
    }

    @Override
    public String betweenCommas(Collection among, Wanted entry) {
      return among.json() instanceof Json.Obj
          ? YamlText.flowMember(entry.name(), entry.value())
          : YamlText.flow(entry.value());
    }
  }

  /**
   * In a JSON file.
   *
   * @param unit one level of the file's indentation
   */
  record InJson(SourceText text, String unit) implements Writer {
    private static final Pattern LEADING_PAIRS = Pattern.compile("^( {2})+");

    static String unit(SourceText text, Node root) {
      return root instanceof Collection collection
              && !collection.entries().isEmpty()
              && text.beginsLine(collection.entries().getFirst().start())
          ? text.indent(collection.entries().getFirst().start())
          : "  ";
    }

    @Override
    public String inline(Node old, Json wanted) {
      boolean crowded = old instanceof Collection && text.isOneLine(old.start(), old.end());
      return crowded || text.isOneLine(0, text.length())
          ? onOneLine(wanted)
          : spread(wanted, text.lineIndent(old.start()));
    }

    @Override
    public String item(Json value) {
      return onOneLine(value);
    }

    @Override
    public String betweenCommas(Collection among, Wanted entry) {
      int first = among.entries().getFirst().start();
      String value =
          text.beginsLine(first)
              ? spread(entry.value(), text.indent(first))
              : onOneLine(entry.value());
      return among.json() instanceof Json.Obj
          ? JsonText.compact(new Json.Str(entry.name())) + colon(among) + value
          : value;
    }

    private String colon(Collection among) {
      Entry first = among.entries().getFirst();
      return text.colon(first.start(), first.value().start());
    }

    /** The value over several lines, all but the first indented at least as given. */
    private String spread(Json value, String indent) {
      return JsonText.pretty(value)
          .lines()
          .map(this::reindent)
          .collect(Collectors.joining(text.lineBreak() + indent));
    }

    private String reindent(String line) {
      return LEADING_PAIRS
          .matcher(line)
          .replaceFirst(pairs -> unit.repeat(pairs.group().length() / 2));
    }

    private static String onOneLine(Json value) {
      return switch (value) {
        case Json.Obj(Map<String, Json> members) ->
            members.entrySet().stream()
                .map(member -> name(member.getKey()) + onOneLine(member.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        case Json.Arr(List<Json> elements) ->
            elements.stream().map(InJson::onOneLine).collect(Collectors.joining(", ", "[", "]"));
        default -> JsonText.compact(value);
      };
    }

    private static String name(String name) {
      return JsonText.compact(new Json.Str(name)) + ": ";
    }
  }
}
