package ecraccess.cli.source;

import ecraccess.cli.source.Node.Entry;
import java.util.List;

/** Takes entries out from between brackets, each with one comma. */
record Commas(SourceText text, Edits edits, List<Entry> entries) {

  /**
   * Replaces one entry and deletes others.
   *
   * @param at the entry that is replaced
   * @param going all that go, in order, {@code at} among them
   */
  void swap(int at, List<Integer> going, String member) {
    int lastKept = entries.size() - 1;
    while (lastKept != at && going.contains(lastKept)) {
      lastKept--;
    }
    for (int index : going) {
      Entry entry = entries.get(index);
      if (index == at) {
        edits.replace(entry.start(), entry.end(), member);
      } else if (index < lastKept) {
        delete(entry.start(), comma(entry.end()) + 1);
      } else {
        // The last ones leave the comma before them, not the one behind.
        int comma = comma(entries.get(index - 1).end());
        if (text.substring(comma + 1, entry.start()).isBlank()) {
          edits.delete(comma, entry.end());
        } else {
          edits.delete(comma, comma + 1);
          delete(entry.start(), entry.end());
        }
      }
    }
  }

  /** A stretch with the blanks or the whole lines around it. */
  private void delete(int start, int end) {
    int lineEnd = text.lineEnd(end);
    boolean endsLine = text.substring(end, lineEnd).isBlank();
    if (endsLine && text.beginsLine(start)) {
      edits.delete(text.lineStart(start), text.nextLine(lineEnd));
    } else {
      int behind = end;
      while (behind < lineEnd && Character.isWhitespace(text.charAt(behind))) {
        behind++;
      }
      edits.delete(start, endsLine ? end : behind);
    }
  }

  /** The next comma, beyond blanks and comments. */
  private int comma(int from) {
    int at = from;
    while (text.charAt(at) != ',') {
      at = text.charAt(at) == '#' ? text.lineEnd(at) : at + 1;
    }
    return at;
  }
}
