package ecraccess.reach.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text whose words come from anywhere, made fit to be shown. */
public final class Words {
  /** What would move the cursor, turn the text around, or is no character of XML. */
  private static final Pattern UNSHOWABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069\\ufffe\\uffff]");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** From here on characters may be two columns wide; taking all for wide is safe. */
  private static final int FIRST_WIDE = 0x1100;

  private Words() {}

  /** The text on one line, without anything that a terminal or an XML parser would trip over. */
  public static String clean(String text) {
    return UNSHOWABLE.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll("\ufffd");
  }

  /** How many columns of a fixed-width font the text takes at most. */
  public static int width(String text) {
    return text.codePoints().map(Words::width).sum();
  }

  private static int width(int character) {
    return character < FIRST_WIDE ? 1 : 2;
  }

  /** The text in lines of at most that width; a longer word has a line of its own. */
  public static List<String> wrap(String text, int width) {
    return fill(words(text), width);
  }

  /** The text in lines of at most that width, even if words must be cut. */
  public static List<String> fit(String text, int width) {
    return fill(split(text, width).stream().flatMap(List::stream).toList(), width);
  }

  /** The text's words, each in pieces of at most that width. */
  static List<List<String>> split(String text, int width) {
    return words(text).stream().map(word -> cut(word, width)).toList();
  }

  private static List<String> words(String text) {
    return List.of(clean(text).strip().split(" ", -1));
  }

  private static List<String> fill(List<String> words, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      if (!line.isEmpty() && width(line.toString()) + 1 + width(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return List.copyOf(lines);
  }

  /** Pieces of a word, cut behind the last mark where names have joints, if there is one. */
  private static List<String> cut(String word, int width) {
    List<String> pieces = new ArrayList<>();
    String rest = word;
    while (width(rest) > width) {
      int end = joint(rest, fitting(rest, width));
      pieces.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    pieces.add(rest);
    return pieces;
  }

  private static int fitting(String word, int width) {
    int end = 0;
    int taken = 0;
    while (taken + width(word.codePointAt(end)) <= width) {
      taken += width(word.codePointAt(end));
      end += Character.charCount(word.codePointAt(end));
    }
    return end;
  }

  private static int joint(String word, int longest) {
    for (int end = longest; end > longest / 2; end--) {
      if (".-/:,".indexOf(word.charAt(end - 1)) >= 0) {
        return end;
      }
    }
    return longest;
  }
}
