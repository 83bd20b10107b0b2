package ecraccess.reach.report;

/**
 * Colours for a terminal. Signs and words say the same without them.
 *
 * @param on whether to use any
 */
public record Ansi(boolean on) {
  private static final String BOLD = "1";
  private static final String FAINT = "2";

  String bold(String text) {
    return with(BOLD, text);
  }

  String faint(String text) {
    return with(FAINT, text);
  }

  String in(Mark mark, String text) {
    return with(
        switch (mark) {
          case CAN -> "32";
          case CANNOT -> "31";
          case OPEN -> "33";
        },
        text);
  }

  private String with(String code, String text) {
    return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
