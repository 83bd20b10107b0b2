package ecraccess.cli.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements of stretches of one text, none overlapping another. */
final class Edits {
  private record Edit(int start, int end, String replacement) {}

  private final List<Edit> edits = new ArrayList<>();

  void replace(int start, int end, String replacement) {
    edits.add(new Edit(start, end, replacement));
  }

  void insert(int at, String added) {
    replace(at, at, added);
  }

  void delete(int start, int end) {
    replace(start, end, "");
  }

  /** The text with all replacements made; at one place in the order in which they were noted. */
  String applyTo(String text) {
    StringBuilder result = new StringBuilder();
    int done = 0;
    for (Edit edit : edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList()) {
      result.append(text, done, edit.start()).append(edit.replacement());
      done = edit.end();
    }
    return result.append(text, done, text.length()).toString();
  }
}
