package ecraccess.reach.policy;

import ecraccess.core.logic.Answer;

/**
 * A text in which {@code *} stands for any text and {@code ?} for any character, as policies have
 * it.
 */
record Glob(String text) {

  /**
   * Whether it fits everything that the other stands for. {@code MAYBE} where it fits some of it.
   */
  Answer covers(Glob other) {
    if (coversAll(other)) {
      return Answer.YES;
    }
    return meets(other) ? Answer.MAYBE : Answer.NO;
  }

  /** A wildcard of the other is a character that only {@code *} covers. */
  private boolean coversAll(Glob other) {
    int i = 0;
    int j = 0;
    int star = -1;
    int resume = -1;
    while (j < other.text.length()) {
      if (i < text.length() && text.charAt(i) == '*') {
        star = i++;
        resume = j;
      } else if (i < text.length() && fits(text.charAt(i), other.text.charAt(j))) {
        i++;
        j++;
      } else if (star >= 0) {
        i = star + 1;
        j = ++resume;
      } else {
        return false;
      }
    }
    return text.substring(i).chars().allMatch(c -> c == '*');
  }

  private static boolean fits(char pattern, char other) {
    return pattern == '?' ? other != '*' : pattern == other && other != '?' && other != '*';
  }

  /** Whether some text fits both: told for every two of their ends, the shortest first. */
  private boolean meets(Glob other) {
    boolean[][] meets = new boolean[text.length() + 1][other.text.length() + 1];
    for (int i = text.length(); i >= 0; i--) {
      for (int j = other.text.length(); j >= 0; j--) {
        meets[i][j] = meets(i, other, j, meets);
      }
    }
    return meets[0][0];
  }

  private boolean meets(int i, Glob other, int j, boolean[][] ends) {
    boolean here = i < text.length();
    boolean there = j < other.text.length();
    if (here && text.charAt(i) == '*') {
      return ends[i + 1][j] || (there && ends[i][j + 1]);
    }
    if (there && other.text.charAt(j) == '*') {
      return ends[i][j + 1] || (here && ends[i + 1][j]);
    }
    return (here && there)
        ? (agree(text.charAt(i), other.text.charAt(j)) && ends[i + 1][j + 1])
        : here == there;
  }

  private static boolean agree(char one, char other) {
    return one == other || one == '?' || other == '?';
  }
}
