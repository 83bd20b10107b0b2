package ecraccess.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@");

  @Test
  void equalTextsHaveNone() {
    assertThat(UnifiedDiff.of("f", "a\n", "a\n")).isEmpty();
  }

  @Test
  void threeLinesOfContextStandAround() {
    assertThat(UnifiedDiff.of("f", "1\n2\n3\n4\n5\n6\n7\n8\n9", "1\n2\n3\n4\nfive\n6\n7\n8\n9"))
        .isEqualTo(
            """
            --- f
            +++ f
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +five
             6
             7
             8
            """);
  }

  @Test
  void missingLastLineBreakIsSaid() {
    assertThat(UnifiedDiff.of("f", "a", "b\n"))
        .isEqualTo("--- f\n+++ f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n");
    assertThat(UnifiedDiff.of("f", "", "b\n")).isEqualTo("--- f\n+++ f\n@@ -0,0 +1 @@\n+b\n");
  }

  @Test
  void applyingItGivesTheNewText() {
    Random random = new Random(6);
    for (int i = 0; i < 500; i++) {
      String old = lines(random);
      String now = random.nextInt(5) == 0 ? lines(random) : changed(old, random);

      assertThat(apply(UnifiedDiff.of("f", old, now), old)).isEqualTo(now);
    }
  }

  private static String lines(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      text.append((char) ('a' + random.nextInt(4))).append('\n');
    }
    return text.toString();
  }

  private static String changed(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int i = random.nextInt(5); i > 0; i--) {
      int at = random.nextInt(lines.size() + 1);
      if (random.nextBoolean() || at == lines.size()) {
        lines.add(at, "x");
      } else {
        lines.remove(at);
      }
    }
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  /** What {@code patch} does, and it insists on every line and number. */
  private static String apply(String diff, String old) {
    List<String> before = old.lines().toList();
    List<String> after = new ArrayList<>();
    int at = 0;
    for (String line : diff.lines().skip(2).toList()) {
      Matcher hunk = HUNK.matcher(line);
      if (hunk.matches()) {
        boolean none = "0".equals(hunk.group(2));
        int start = Integer.parseInt(hunk.group(1)) - (none ? 0 : 1);
        after.addAll(before.subList(at, start));
        at = start;
        assertThat(after)
            .hasSize(Integer.parseInt(hunk.group(3)) - ("0".equals(hunk.group(4)) ? 0 : 1));
      } else if (line.charAt(0) == '+') {
        after.add(line.substring(1));
      } else {
        assertThat(before.get(at)).isEqualTo(line.substring(1));
        if (line.charAt(0) == ' ') {
          after.add(before.get(at));
        }
        at++;
      }
    }
    after.addAll(before.subList(at, before.size()));
    return after.isEmpty() ? "" : String.join("\n", after) + "\n";
  }
}
