package ecraccess.cli.source;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strings as YAML scalars: plain where YAML 1.1 and 1.2 both read a string, else as in JSON. */
enum YamlScalar {
  /** Where brackets and commas are ordinary characters, as long as they do not come first. */
  BLOCK("[ -~]*"),
  FLOW("[ -~&&[^{}\\[\\],]]*");

  private static final Pattern SAFE_START = Pattern.compile("[A-Za-z/_$].*");

  /** What would begin a value or a comment, and the blank that would be lost at the end. */
  private static final Pattern MISREAD = Pattern.compile(":( |$)| #| $");

  /** YAML 1.1's words for true, false and null, some of which a 1.2 reader takes for strings. */
  private static final Pattern WORD = Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

  /** What JSON lets stand unescaped and YAML does not. */
  private static final Pattern NOT_YAML =
      Pattern.compile("[\\x7f-\\x9f\\ufeff\\ufffe\\uffff]|[\\ud800-\\udfff]");

  private static final Pattern LINES = Pattern.compile("\\S(?s:.*)\\S\\n?");
  private static final Pattern NOT_IN_LINES =
      Pattern.compile("[\\x00-\\x1f\\u2028\\u2029&&[^\\n]]");

  private final Pattern allowed;

  YamlScalar(String allowed) {
    this.allowed = Pattern.compile(allowed);
  }

  String write(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  private boolean isPlain(String text) {
    return allowed.matcher(text).matches()
        && SAFE_START.matcher(text).matches()
        && !MISREAD.matcher(text).find()
        && !WORD.matcher(text).matches();
  }

  private static String quoted(String text) {
    return NOT_YAML
        .matcher(JsonText.compact(new Json.Str(text)))
        .replaceAll(
            found -> Matcher.quoteReplacement("\\u%04x".formatted((int) found.group().charAt(0))));
  }

  /** Whether the text can stand as a literal block: several lines, none that YAML would bend. */
  static boolean isLiteral(String text) {
    return text.contains("\n")
        && LINES.matcher(text).matches()
        && !NOT_YAML.matcher(text).find()
        && !NOT_IN_LINES.matcher(text).find();
  }
}
