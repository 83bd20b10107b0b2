package ecraccess.lambda.network;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text that a failed resource shows, cut to the room it has. Room is counted in bytes of JSON:
 * a quote or a line break takes two.
 */
final class FailureReason {
  private FailureReason() {}

  /** Heading and reasons, a line each; cut between reasons, with a count of those left out. */
  static String of(String heading, List<String> reasons, int room) {
    String text = heading;
    for (int shown = 0; shown < reasons.size(); shown++) {
      String longer = text + "\n" + reasons.get(shown);
      int rest = reasons.size() - shown - 1;
      if (size(longer + more(rest)) > room) {
        return shown == 0
            ? cut(longer, room - size(more(rest))) + more(rest)
            : text + more(rest + 1);
      }
      text = longer;
    }
    return text;
  }

  /** The text, or its beginning and an ellipsis; never half a character. */
  static String cut(String text, int room) {
    if (size(text) <= room) {
      return text;
    }
    int end = Math.min(text.length(), Math.max(0, room));
    while (end > 0 && (splits(text, end) || size(text.substring(0, end) + "…") > room)) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  private static boolean splits(String text, int at) {
    return at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private static String more(int reasons) {
    return reasons == 0 ? "" : "\nand " + reasons + " more";
  }

  private static int size(String text) {
    return JsonText.compact(new Json.Str(text)).getBytes(StandardCharsets.UTF_8).length
        - "\"\"".length();
  }
}
