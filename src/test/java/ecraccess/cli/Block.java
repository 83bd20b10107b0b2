package ecraccess.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Looks at files by indentation alone, and not by any parser that edits them. */
final class Block {
  private Block() {}

  /**
   * The lines that do not belong to the named members of {@code Resources}, without blank ones: a
   * member ends with its last line that is indented deeper and no comment, or with its bracket.
   */
  static List<String> outside(String text, Collection<String> members) {
    List<String> lines = List.of(text.split("(?<=\n)"));
    List<String> outside = new ArrayList<>();
    boolean resources = false;
    int around = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (isTop(line, around) && !line.isBlank() && !line.strip().startsWith("#")) {
        resources = name(line).equals("Resources");
      }
      if (around < 0 && !line.isBlank() && line.strip().startsWith("\"")) {
        around = indent(line); // the members of a JSON file
      }
      if (resources && members.contains(name(line))) {
        i = lastOf(lines, i);
      } else if (!line.isBlank()) {
        outside.add(line);
      }
    }
    return outside;
  }

  private static boolean isTop(String line, int around) {
    return indent(line) == Math.max(around, 0);
  }

  private static int lastOf(List<String> lines, int first) {
    int indent = indent(lines.get(first));
    int last = first;
    for (int i = first + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean closing = indent(line) == indent && line.strip().startsWith("}");
      if (!line.isBlank() && indent(line) <= indent && !closing) {
        break;
      }
      if (!line.isBlank() && !line.strip().startsWith("#")) {
        last = i;
      }
      if (closing) {
        break;
      }
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
