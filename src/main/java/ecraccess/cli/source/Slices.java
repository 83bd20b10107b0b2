package ecraccess.cli.source;

import ecraccess.cli.source.Node.Entry;
import ecraccess.cli.source.Node.Layout;
import ecraccess.core.json.JsonPath;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Members of a file in their own words, to stand elsewhere in it. */
record Slices(SourceText text, Node root, Keep keep) {
  private static final Pattern ANCHOR = Pattern.compile("(?:^|[\\s\\[{,])[&*][^\\s,\\]}]");
  private static final Pattern COMMENT = Pattern.compile("[ \\t]+#.*");
  private static final Pattern LINE = Pattern.compile("(?<=\\n)|(?<=\\r)(?!\\n)");

  /** Which texts are kept: an anchor may be needed where it stood, or be gone where it is used. */
  enum Keep {
    ALL,
    THOSE_WITHOUT_ANCHORS,
    NONE
  }

  /**
   * The member's text, name and all; in a block with the comment that follows in its last line.
   *
   * @param indent of the new place: the lines below the first begin with it instead of their own
   * @param among how members stand in the new place
   */
  Optional<String> of(JsonPath path, String indent, Layout among) {
    return Spot.of(root, path)
        .filter(spot -> isFit(spot, among))
        .map(spot -> moved(raw(spot, among), text.indent(spot.entry().start()), indent))
        .filter(this::isKept);
  }

  private boolean isKept(String slice) {
    return switch (keep) {
      case ALL -> true;
      case THOSE_WITHOUT_ANCHORS -> !ANCHOR.matcher(slice).find();
      case NONE -> false;
    };
  }

  /** Between brackets only what stood there; out of a line only what is one line. */
  private boolean isFit(Spot spot, Layout among) {
    Entry entry = spot.entry();
    boolean fits = spot.among().layout() == among || among == Layout.BLOCK;
    return fits
        && (text.isOneLine(entry.start(), entry.end())
            || (spot.among().layout() == among && text.beginsLine(entry.start())));
  }

  private String raw(Spot spot, Layout among) {
    int end = spot.entry().end();
    int lineEnd = text.lineEnd(end);
    boolean comment =
        among == spot.among().layout()
            && among == Layout.BLOCK
            && COMMENT.matcher(text.substring(end, lineEnd)).matches();
    return text.substring(spot.entry().start(), comment ? lineEnd : end);
  }

  private static String moved(String raw, String from, String to) {
    return LINE.splitAsStream(raw)
        .map(line -> line.startsWith(from) ? to + line.substring(from.length()) : line)
        .collect(Collectors.joining());
  }
}
