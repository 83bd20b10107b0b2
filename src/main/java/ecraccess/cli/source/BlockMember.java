package ecraccess.cli.source;

import ecraccess.cli.source.Node.Collection;
import ecraccess.cli.source.Node.Entry;
import ecraccess.cli.source.Node.Layout;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a new member of a block mapping, with parts that stood in the file before. */
final class BlockMember {
  private final SourceText text;
  private final Slices slices;
  private final Swap swap;
  private final List<Integer> steps;

  /**
   * For one swap.
   *
   * @param old the member that gives way: the new one is indented as it is
   */
  BlockMember(SourceText text, Slices slices, Swap swap, Entry old) {
    this.text = text;
    this.slices = slices;
    this.swap = swap;
    this.steps = steps(old);
  }

  /** How much deeper each level stands than the one around it; the last holds for all below. */
  private List<Integer> steps(Entry old) {
    List<Integer> found = new ArrayList<>();
    Entry at = old;
    while (at.value() instanceof Collection inner && inner.layout() == Layout.BLOCK) {
      Entry first = inner.entries().getFirst();
      found.add(column(first) - column(at));
      at =
          inner.entries().stream()
              .filter(entry -> entry.value() instanceof Collection && !entry.name().isEmpty())
              .findFirst()
              .orElse(first);
      if (found.size() == 2 || inner.json() instanceof Json.Arr) {
        break;
      }
    }
    return found.isEmpty() ? List.of(2) : found;
  }

  private int column(Entry entry) {
    return entry.start() - text.lineStart(entry.start());
  }

  /** The member's lines, all but the first indented. */
  String write(String indent, String lineBreak) {
    return String.join(lineBreak, lines(swap.name(), swap.value(), JsonPath.ROOT, indent, 0))
        .substring(indent.length());
  }

  private List<String> lines(String name, Json value, JsonPath path, String indent, int level) {
    Optional<String> slice =
        Optional.ofNullable(swap.moved().get(path))
            .flatMap(from -> slices.of(from, indent, Layout.BLOCK));
    if (slice.isPresent()) {
      return List.of(indent + slice.get());
    }
    Optional<String> line = oneLine(name, value, path).filter(l -> fits(l, indent));
    if (line.isPresent()) {
      return List.of(indent + line.get());
    }
    if (value instanceof Json.Obj(Map<String, Json> members) && isSpread(value)) {
      List<String> lines = new ArrayList<>(List.of(indent + YamlScalar.BLOCK.write(name) + ":"));
      String deeper = indent + " ".repeat(steps.get(Math.min(level, steps.size() - 1)));
      members.forEach((member, inner) ->
          lines.addAll(lines(member, inner, path.member(member), deeper, level + 1)));
      return lines;
    }
    return YamlText.member(name, value).stream().map(l -> indent + l).toList();
  }

  private static boolean isSpread(Json value) {
    return value instanceof Json.Obj obj
        && !obj.members().isEmpty()
        && Intrinsic.of(value).isEmpty();
  }

  private static boolean fits(String line, String indent) {
    return indent.length() + line.length() <= YamlText.LONGEST_INLINE + 20;
  }

  /** A list of plain words, or an object of plain values, none of which stood elsewhere. */
  private Optional<String> oneLine(String name, Json value, JsonPath path) {
    boolean short_ =
        switch (value) {
          case Json.Arr(List<Json> items) -> items.stream().noneMatch(BlockMember::isSpread);
          case Json.Obj(Map<String, Json> members) ->
              members.values().stream().noneMatch(BlockMember::isSpread)
                  && members.keySet().stream().noneMatch(member -> isMoved(path.member(member)));
          default -> false;
        };
    return short_ ? Optional.of(YamlText.flowMember(name, value)) : Optional.empty();
  }

  private boolean isMoved(JsonPath path) {
    return swap.moved().containsKey(path);
  }
}
