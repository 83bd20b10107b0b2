package ecraccess.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Looks at files by indentation alone, and not by any parser that edits them. */
final class Block {
  /** Stands for a member among the lines. */
  private static final String MEMBER = "";

  private Block() {}

  /**
   * The blank lines before a line, or at the end.
   *
   * @param besideMember whether a member stands among them
   */
  record Gap(List<String> blankLines, boolean besideMember) {}

  /** The lines that do not belong to the members, without blank ones. */
  static List<String> outside(String text, Collection<String> members) {
    return marked(text, members).stream().filter(line -> !line.isBlank()).toList();
  }

  /** What stands before each of those lines, and behind the last. */
  static List<Gap> gaps(String text, Collection<String> members) {
    List<Gap> gaps = new ArrayList<>();
    List<String> blankLines = new ArrayList<>();
    boolean besideMember = false;
    for (String line : marked(text, members)) {
      if (line.equals(MEMBER)) {
        besideMember = true;
      } else if (line.isBlank()) {
        blankLines.add(line);
      } else {
        gaps.add(new Gap(List.copyOf(blankLines), besideMember));
        blankLines.clear();
        besideMember = false;
      }
    }
    gaps.add(new Gap(List.copyOf(blankLines), besideMember));
    return gaps;
  }

  /**
   * All lines but those of the named members of {@code Resources} and of the section of transforms:
   * a member ends with its last line that is indented deeper and no comment, or with its bracket.
   */
  private static List<String> marked(String text, Collection<String> members) {
    List<String> lines = List.of(text.split("(?<=\n)"));
    List<String> marked = new ArrayList<>();
    int top = text.startsWith("{") && lines.size() > 1 ? indent(lines.get(1)) : 0;
    String section = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean isTop = indent(line) == top && !isNothing(line) && !line.strip().startsWith("-");
      section = isTop ? name(line) : section;
      if ((isTop && section.equals("Transform"))
          || (!isTop && section.equals("Resources") && members.contains(name(line)))) {
        i = lastOf(lines, i);
        marked.add(MEMBER);
      } else {
        marked.add(line);
      }
    }
    return marked;
  }

  private static boolean isNothing(String line) {
    return line.isBlank() || line.strip().startsWith("#");
  }

  private static int lastOf(List<String> lines, int first) {
    int indent = indent(lines.get(first));
    int last = first;
    for (int i = first + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (isNothing(line)) {
        continue;
      }
      boolean same = indent(line) == indent;
      if (same && line.strip().matches("[}\\]],?")) {
        return i;
      }
      if (indent(line) < indent || (same && !line.strip().startsWith("- "))) {
        return last;
      }
      last = i;
    }
    return last;
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
      indent++;
    }
    return indent;
  }

  private static String name(String line) {
    return line.strip().replaceFirst("^[\"']?([A-Za-z0-9]+)[\"']?\\s*:.*$", "$1");
  }
}
