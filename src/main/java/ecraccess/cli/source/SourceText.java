package ecraccess.cli.source;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A file's characters, with its lines and with the code points that the YAML engine counts in. */
final class SourceText {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final String text;
  private final int[] lineStarts;

  /** The indices, in code points, of those that take two chars. */
  private final int[] wide;

  SourceText(String text) {
    this.text = text;
    this.lineStarts =
        IntStream.concat(
                IntStream.of(text.indexOf(BYTE_ORDER_MARK) == 0 ? 1 : 0),
                IntStream.rangeClosed(1, text.length()).filter(this::followsLineBreak))
            .toArray();
    int[] codePoints = text.codePoints().toArray();
    this.wide =
        IntStream.range(0, codePoints.length)
            .filter(i -> Character.isSupplementaryCodePoint(codePoints[i]))
            .toArray();
  }

  private boolean followsLineBreak(int offset) {
    char before = text.charAt(offset - 1);
    return before == '\n'
        || (before == '\r' && (offset == text.length() || text.charAt(offset) != '\n'));
  }

  @Override
  public String toString() {
    return text;
  }

  int length() {
    return text.length();
  }

  char charAt(int offset) {
    return text.charAt(offset);
  }

  String substring(int from, int to) {
    return text.substring(from, to);
  }

  /** The offset in chars of a code point. */
  int offset(int codePointIndex) {
    int found = Arrays.binarySearch(wide, codePointIndex);
    return codePointIndex + (found < 0 ? -found - 1 : found);
  }

  Position position(int offset) {
    int start = lineStart(offset);
    return new Position(line(offset) + 1, text.codePointCount(start, Math.max(start, offset)) + 1);
  }

  private int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found < 0 ? Math.max(0, -found - 2) : found;
  }

  int lineStart(int offset) {
    return lineStarts[line(offset)];
  }

  /** Where the line ends, before its line break. */
  int lineEnd(int offset) {
    int end = offset;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Where the next line starts; the end of the text on the last line. */
  int nextLine(int offset) {
    int next = line(offset) + 1;
    return next < lineStarts.length ? lineStarts[next] : text.length();
  }

  /** Whether nothing but blanks stands before the offset in its line. */
  boolean beginsLine(int offset) {
    return text.substring(lineStart(offset), offset).isBlank();
  }

  /** The blanks that a line must begin with to stand below what is at the offset. */
  String indent(int offset) {
    return text.substring(lineStart(offset), offset).replaceAll("[^\t]", " ");
  }

  /** The blanks that the line of an offset begins with. */
  String lineIndent(int offset) {
    int start = lineStart(offset);
    int end = start;
    while (end < offset && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  /**
   * The colon between a name and its value, with the blanks around it.
   *
   * @param name where the name starts
   * @param value where the value does
   */
  String colon(int name, int value) {
    int at = value;
    while (at > name && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == ':')) {
      at--;
    }
    String colon = text.substring(at, value);
    boolean isJson = at > 0 && text.charAt(at - 1) == '"';
    return colon.contains(":") && (isJson || colon.endsWith(" ")) ? colon : ": ";
  }

  /** The line break this file uses. */
  String lineBreak() {
    int first = lineEnd(0);
    return first == text.length() ? "\n" : text.substring(first, nextLine(first));
  }

  boolean isOneLine(int start, int end) {
    return end <= lineEnd(start);
  }
}
