package ecraccess.cli.source;

import ecraccess.cli.source.Node.Entry;
import ecraccess.core.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts new members in the place of old ones. All the rest of the file stays to the byte: comments
 * between the members that go, too. Only blank lines go with them: those between two neighbours,
 * and where blank lines stand on both sides of what goes, those behind it.
 */
final class Swapper {
  private final SourceText text;
  private final Format format;
  private final Slices slices;
  private final Edits edits = new Edits();

  Swapper(SourceText text, Format format, Slices slices) {
    this.text = text;
    this.format = format;
    this.slices = slices;
  }

  /** The file's new text; nothing where a member does not stand in lines or commas of its own. */
  Optional<String> swap(List<Swap> swaps) {
    return swaps.stream().allMatch(this::swap)
        ? Optional.of(edits.applyTo(text.toString()))
        : Optional.empty();
  }

  private boolean swap(Swap swap) {
    List<Spot> spots = new ArrayList<>();
    for (JsonPath path : Stream.concat(Stream.of(swap.at()), swap.gone().stream()).toList()) {
      Spot.of(slices.root(), path).ifPresent(spots::add);
    }
    if (spots.size() != swap.gone().size() + 1) {
      return false;
    }
    Spot at = spots.getFirst();
    List<Integer> going = spots.stream().map(Spot::index).sorted().toList();
    String lineBreak = lineBreakAt(at.entry().start());
    return switch (at.among().layout()) {
      case BLOCK -> {
        String indent = text.indent(at.entry().start());
        String member = new BlockMember(text, slices, swap, at.entry()).write(indent, lineBreak);
        yield inBlock(at, going, member);
      }
      case FLOW -> {
        String indent = text.lineIndent(at.entry().start());
        String member =
            new FlowMember(text, format, slices, swap, at.entry()).write(indent, lineBreak);
        new Commas(text, edits, at.among().entries()).swap(at.index(), going, member);
        yield true;
      }
    };
  }

  /** The line break of the line, in a file that may have several kinds. */
  private String lineBreakAt(int offset) {
    int end = text.lineEnd(offset);
    return end == text.length() ? text.lineBreak() : text.substring(end, text.nextLine(end));
  }

  private boolean inBlock(Spot at, List<Integer> going, String member) {
    List<Entry> entries = at.among().entries();
    for (int i = 0; i < going.size(); i++) {
      int first = going.get(i);
      while (i + 1 < going.size()
          && going.get(i + 1) == going.get(i) + 1
          && areNeighbours(entries.get(going.get(i)), entries.get(going.get(i + 1)))) {
        i++;
      }
      int start = entries.get(first).start();
      int end = text.lineEnd(entries.get(going.get(i)).end());
      if (first == at.index()) {
        edits.replace(start, end, member);
      } else if (!text.beginsLine(start)) {
        return false;
      } else {
        edits.delete(text.lineStart(start), behind(start, end));
      }
    }
    return true;
  }

  /** Whether nothing but blank lines stands between them. */
  private boolean areNeighbours(Entry one, Entry next) {
    return text.substring(text.lineEnd(one.end()), next.start()).isBlank();
  }

  /** Where what is deleted ends: blank lines that follow go too, if some stand before as well. */
  private int behind(int start, int end) {
    int behind = text.nextLine(end);
    int lineStart = text.lineStart(start);
    boolean blankBefore = lineStart > 0 && isBlankLine(lineStart - 1);
    while (blankBefore && behind < text.length() && isBlankLine(behind)) {
      behind = text.nextLine(behind);
    }
    return behind;
  }

  private boolean isBlankLine(int offset) {
    int start = text.lineStart(offset);
    return text.substring(start, text.lineEnd(start)).isBlank();
  }
}
