package ecraccess.cli.source;

import ecraccess.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes YAML as people write CloudFormation templates: blocks indented by two, short forms of
 * functions, quotes only where they are needed. A function directly inside another is the one in
 * short form, since CloudFormation does not take two tags in a row.
 */
final class YamlText {
  /** A longer value is not put on one line where it can have lines of its own. */
  static final int LONGEST_INLINE = 80;

  private static final String INDENT = "  ";

  private YamlText() {}

  /**
   * A value in block style.
   *
   * @param head what stands behind the name or the dash; may be empty
   * @param body the lines below, relative to the value's own indentation
   */
  private record Block(String head, List<String> body) {}

  /** A whole file. */
  static String document(Json value) {
    Block block = block(value);
    return Stream.concat(
            Stream.of(block.head()).filter(head -> !head.isEmpty()), block.body().stream())
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** The lines of one member of a mapping in block style, the first without indentation. */
  static List<String> member(String name, Json value) {
    Block block = block(value);
    List<String> lines = new ArrayList<>();
    lines.add(
        YamlScalar.BLOCK.write(name) + ":" + (block.head().isEmpty() ? "" : " " + block.head()));
    block.body().forEach(line -> lines.add(indented(line)));
    return lines;
  }

  /** The lines of one item of a list in block style, the first without indentation. */
  static List<String> item(Json value) {
    Block block = block(value);
    List<String> lines = new ArrayList<>(block.body().stream().map(YamlText::indented).toList());
    if (block.head().isEmpty()) {
      lines.set(0, "- " + block.body().getFirst());
    } else {
      lines.addFirst("- " + block.head());
    }
    return lines;
  }

  private static Block block(Json value) {
    Optional<Block> shortForm = function(value).flatMap(YamlText::shortBlock);
    if (shortForm.isPresent()) {
      return shortForm.get();
    }
    return switch (value) {
      case Json.Obj(Map<String, Json> members) when !members.isEmpty() ->
          new Block(
              "", lines(members.entrySet().stream().map(m -> member(m.getKey(), m.getValue()))));
      case Json.Arr(List<Json> elements) when !elements.isEmpty() ->
          new Block("", lines(elements.stream().map(YamlText::item)));
      case Json.Str(String text) -> text(text);
      default -> new Block(flow(value), List.of());
    };
  }

  private static List<String> lines(Stream<List<String>> entries) {
    return entries.flatMap(List::stream).toList();
  }

  /** Text of several lines is shown as such where no line could be misread. */
  private static Block text(String text) {
    if (!YamlScalar.isLiteral(text)) {
      return new Block(YamlScalar.BLOCK.write(text), List.of());
    }
    return text.endsWith("\n")
        ? new Block("|", text.substring(0, text.length() - 1).lines().toList())
        : new Block("|-", text.lines().toList());
  }

  private static Optional<Block> shortBlock(Function function) {
    return switch (function.argument()) {
      case Json.Str(String text) -> {
        Block block = text(text);
        yield Optional.of(new Block(function.tag() + " " + block.head(), block.body()));
      }
      case Json.Arr arr when !arr.elements().isEmpty() ->
          shortFlow(function)
              .filter(line -> line.length() <= LONGEST_INLINE)
              .map(line -> new Block(line, List.of()))
              .or(() -> Optional.of(new Block(function.tag(), block(arr).body())));
      default -> Optional.empty();
    };
  }

  /** The value on one line, fit for any place. */
  static String flow(Json value) {
    return function(value).flatMap(YamlText::shortFlow).orElseGet(() -> longFlow(value));
  }

  /** One member of a mapping in flow style. */
  static String flowMember(String name, Json value) {
    return YamlScalar.FLOW.write(name) + ": " + flow(value);
  }

  private static String longFlow(Json value) {
    return switch (value) {
      case Json.Obj(Map<String, Json> members) ->
          members.entrySet().stream()
              .map(member -> flowMember(member.getKey(), member.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Json.Arr(List<Json> elements) ->
          elements.stream().map(YamlText::flow).collect(Collectors.joining(", ", "[", "]"));
      case Json.Str(String text) -> YamlScalar.FLOW.write(text);
      case Json.Num(String literal) -> literal;
      case Json.Bool(boolean bool) -> String.valueOf(bool);
      case Json.Null() -> "null";
    };
  }

  private static Optional<String> shortFlow(Function function) {
    return switch (function.argument()) {
      case Json.Str(String text) -> Optional.of(function.tag() + " " + YamlScalar.FLOW.write(text));
      case Json.Arr arr ->
          Optional.of(function.tag() + " " + function.attribute().orElseGet(() -> longFlow(arr)));
      default -> Optional.empty();
    };
  }

  private static String indented(String line) {
    return line.isEmpty() ? line : INDENT + line;
  }

  private static Optional<Function> function(Json value) {
    return value instanceof Json.Obj obj
        ? obj.onlyName()
            .flatMap(name ->
                ShortTag.of(name).map(tag -> new Function(tag, obj.get(name).orElseThrow())))
            .filter(Function::keepsItsMeaning)
        : Optional.empty();
  }

  /** A value that has a short form. */
  private record Function(String tag, Json argument) {

    /** Behind {@code !GetAtt} a string is read as two: only the long form keeps it one. */
    boolean keepsItsMeaning() {
      return !(tag.equals("!GetAtt") && argument instanceof Json.Str);
    }

    /** {@code A.B} for {@code !GetAtt A.B}, where nothing is lost by it. */
    Optional<String> attribute() {
      return tag.equals("!GetAtt")
              && argument instanceof Json.Arr(List<Json> parts)
              && parts.size() == 2
              && parts.get(0) instanceof Json.Str(String resource)
              && parts.get(1) instanceof Json.Str(String attribute)
              && !resource.contains(".")
          ? Optional.of(YamlScalar.FLOW.write(resource + "." + attribute))
          : Optional.empty();
    }
  }
}
