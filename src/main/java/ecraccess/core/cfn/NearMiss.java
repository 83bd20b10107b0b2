package ecraccess.core.cfn;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class NearMiss {
  private NearMiss() {}

  /**
   * The nearest of the valid names, if it is near: the same but for case and separators, or within
   * one slip of the pen for each four letters.
   */
  public static Optional<String> of(String written, Collection<String> valid) {
    return valid.stream()
        .filter(name -> distance(fold(written), fold(name)) <= Math.max(1, name.length() / 4))
        .min(Comparator.comparingInt(name -> distance(fold(written), fold(name))));
  }

  /** {@code ", did you mean X?"}, or with no near name all that are valid. */
  public static String hintOrList(String written, Collection<String> valid) {
    return of(written, valid)
        .map(name -> ", did you mean " + name + "?")
        .orElseGet(() -> "; valid are " + String.join(", ", valid));
  }

  /** {@code ", did you mean X?"}, or nothing. */
  public static String hint(String written, Collection<String> valid) {
    return of(written, valid).map(name -> ", did you mean " + name + "?").orElse("");
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.:\\s]", "");
  }

  /** How many letters must be put in, taken out or exchanged to get from one word to the other. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int exchanged = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
