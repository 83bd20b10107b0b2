package ecraccess.core.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names of regions, in texts of any kind. */
public final class Regions {
  /**
   * Stands for a region that nobody told: of the standard partition, and none of those that the
   * template names. Hosts and service names show it as it is.
   */
  public static final String UNTOLD = "your-region";

  private Regions() {}

  /** Whether the text has the form of a region's name: {@code eu-west-1}, {@code us-gov-east-1}. */
  public static boolean isName(String text) {
    String[] words = text.split("-", -1);
    return (words.length == 3 || (words.length == 4 && isOfSpecialPartition(words)))
        && words[0].length() <= 4
        && isWord(words[0])
        && isWord(words[words.length - 2])
        && words[words.length - 1].length() == 1
        && Character.isDigit(words[words.length - 1].charAt(0));
  }

  /** {@code us-gov-…}, {@code us-isob-…}, {@code eusc-de-…}: elsewhere a name has three words. */
  private static boolean isOfSpecialPartition(String[] words) {
    return words[1].equals("gov") || words[1].startsWith("iso") || words[0].equals("eusc");
  }

  private static boolean isWord(String text) {
    return text.length() >= 2 && text.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  /** The region of an Availability Zone's name, {@code eu-west-1a}; nothing where it is none. */
  public static Optional<String> ofZone(String zone) {
    if (zone.isEmpty() || !Character.isLowerCase(zone.charAt(zone.length() - 1))) {
      return Optional.empty();
    }
    return Optional.of(zone.substring(0, zone.length() - 1)).filter(Regions::isName);
  }

  /** Every region's name that stands in the text between other characters, zones' included. */
  public static List<String> in(String text) {
    List<String> found = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && isPart(text.charAt(i))) {
        continue;
      }
      String word = text.substring(start, i);
      if (isName(word)) {
        found.add(word);
      } else {
        ofZone(word).ifPresent(found::add);
        // Buckets of AWS have the region in the middle: prod-eu-west-1-starport-layer-bucket.
        inside(word).ifPresent(found::add);
      }
      start = i + 1;
    }
    return found;
  }

  private static boolean isPart(char c) {
    return c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static Optional<String> inside(String word) {
    String[] parts = word.split("-", -1);
    for (int from = 0; from + 2 < parts.length; from++) {
      for (int length = 3; length <= 4 && from + length <= parts.length; length++) {
        String name = String.join("-", List.of(parts).subList(from, from + length));
        if (parts.length > length && isName(name)) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
  }
}
