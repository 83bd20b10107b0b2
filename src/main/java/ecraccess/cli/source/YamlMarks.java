package ecraccess.cli.source;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Where YAML's values begin and end in the text, in places more exact than the engine says it. */
record YamlMarks(SourceText text) {

  /** A block scalar's end without the blank lines behind it, unless its header keeps them. */
  int contentEnd(ScalarEvent scalar) {
    int start = start(scalar);
    int end = end(scalar);
    if (!scalar.isLiteral() && !scalar.isFolded()) {
      return end;
    }
    boolean kept = text.substring(start, text.lineEnd(start)).matches("[^#]*[|>]\\d?\\+.*");
    String all = text.substring(start, end);
    return start + (kept ? all.replaceFirst("\\R\\z", "") : all.stripTrailing()).length();
  }

  int start(Event event) {
    return text.offset(event.getStartMark().orElseThrow().getIndex());
  }

  int end(Event event) {
    return text.offset(event.getEndMark().orElseThrow().getIndex());
  }

  /** The next list item's dash, beyond blanks, comments, and the list's own tag and anchor. */
  int dash(int from) {
    int at = from;
    while (text.charAt(at) != '-') {
      at =
          switch (text.charAt(at)) {
            case '#' -> text.lineEnd(at);
            case '!', '&' -> wordEnd(at);
            default -> at + 1;
          };
    }
    return at;
  }

  private int wordEnd(int from) {
    int at = from;
    while (!Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
