package ecraccess.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The difference of two texts, line by line, in the form that {@code patch} and reviewers read. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private final List<String> old;
  private final List<String> now;
  private final List<Line> lines = new ArrayList<>();

  /**
   * A line of the difference.
   *
   * @param kind blank, minus or plus
   * @param oldLine how many lines of the old text stand before it
   */
  private record Line(char kind, String text, int oldLine, int newLine) {}

  private UnifiedDiff(String old, String now) {
    this.old = lines(old);
    this.now = lines(now);
  }

  /** The difference, under the file's name; empty where there is none. */
  static String of(String name, String old, String now) {
    UnifiedDiff diff = new UnifiedDiff(old, now);
    diff.align();
    String hunks = diff.hunks();
    return hunks.isEmpty() ? "" : "--- " + name + "\n+++ " + name + "\n" + hunks;
  }

  /** With their line feeds; a carriage return before one is a part of the line. */
  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split("(?<=\n)"));
  }

  /** Myers's greedy way: the fewest lines added and removed. */
  private void align() {
    int most = old.size() + now.size();
    List<int[]> trace = new ArrayList<>();
    int[] furthest = new int[3];
    for (int d = 0; d <= most; d++) {
      trace.add(furthest.clone());
      int[] next = new int[2 * d + 5];
      System.arraycopy(furthest, 0, next, 1, furthest.length);
      furthest = next;
      int middle = d + 2;
      for (int k = -d; k <= d; k += 2) {
        int x = step(furthest, middle, k, d);
        int y = x - k;
        while (x < old.size() && y < now.size() && old.get(x).equals(now.get(y))) {
          x++;
          y++;
        }
        furthest[middle + k] = x;
        if (x >= old.size() && y >= now.size()) {
          walkBack(trace, d);
          return;
        }
      }
    }
  }

  private static int step(int[] furthest, int middle, int k, int d) {
    boolean down = k == -d || (k != d && furthest[middle + k - 1] < furthest[middle + k + 1]);
    return down ? furthest[middle + k + 1] : furthest[middle + k - 1] + 1;
  }

  private void walkBack(List<int[]> trace, int edits) {
    int x = old.size();
    int y = now.size();
    for (int d = edits; d > 0; d--) {
      int[] furthest = trace.get(d);
      int middle = furthest.length / 2;
      int k = x - y;
      boolean down = k == -d || (k != d && furthest[middle + k - 1] < furthest[middle + k + 1]);
      int fromK = down ? k + 1 : k - 1;
      int fromX = furthest[middle + fromK];
      int fromY = fromX - fromK;
      while (x > fromX + (down ? 0 : 1) && y > fromY + (down ? 1 : 0)) {
        lines.add(new Line(' ', old.get(--x), x, --y));
      }
      if (down) {
        lines.add(new Line('+', now.get(--y), x, y));
      } else {
        lines.add(new Line('-', old.get(--x), x, y));
      }
    }
    while (x > 0) {
      lines.add(new Line(' ', old.get(--x), x, --y));
    }
    Collections.reverse(lines);
  }

  private String hunks() {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < lines.size()) {
      int first = at;
      while (first < lines.size() && lines.get(first).kind() == ' ') {
        first++;
      }
      if (first == lines.size()) {
        break;
      }
      int start = Math.max(at, first - CONTEXT);
      int end = hunkEnd(first);
      hunk(lines.subList(start, end), text);
      at = end;
    }
    return text.toString();
  }

  /** Behind the context of the last change that is near enough to the one before it. */
  private int hunkEnd(int first) {
    int last = first;
    for (int i = first; i < lines.size() && i <= last + 2 * CONTEXT; i++) {
      if (lines.get(i).kind() != ' ') {
        last = i;
      }
    }
    return Math.min(lines.size(), last + 1 + CONTEXT);
  }

  private static void hunk(List<Line> lines, StringBuilder text) {
    Line first = lines.getFirst();
    text.append("@@ -")
        .append(range(first.oldLine(), lines, '+'))
        .append(" +")
        .append(range(first.newLine(), lines, '-'))
        .append(" @@\n");
    for (Line line : lines) {
      text.append(line.kind()).append(line.text());
      if (!line.text().endsWith("\n")) {
        text.append("\n\\ No newline at end of file\n");
      }
    }
  }

  private static String range(int before, List<Line> lines, char without) {
    long count = lines.stream().filter(line -> line.kind() != without).count();
    return (count == 0 ? before : before + 1) + (count == 1 ? "" : "," + count);
  }
}
