package ecraccess.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Looks at files by indentation alone, and not by any parser that edits them. */
final class Block {
  private Block() {}

  /**
   * The lines that do not belong to the named members of {@code Resources} or to the section of
   * transforms, without blank ones: a member ends with its last line that is indented deeper and no
   * comment, or with its bracket.
   */
  static List<String> outside(String text, Collection<String> members) {
    List<String> lines = List.of(text.split("(?<=\n)"));
    List<String> outside = new ArrayList<>();
    int top = text.startsWith("{") && lines.size() > 1 ? indent(lines.get(1)) : 0;
    String section = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean isTop = indent(line) == top && !isNothing(line) && !line.strip().startsWith("-");
      section = isTop ? name(line) : section;
      if ((isTop && section.equals("Transform"))
          || (!isTop && section.equals("Resources") && members.contains(name(line)))) {
        i = lastOf(lines, i);
      } else if (!line.isBlank()) {
        outside.add(line);
      }
    }
    return outside;
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
