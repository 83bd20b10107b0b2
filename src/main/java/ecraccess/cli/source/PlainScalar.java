package ecraccess.cli.source;

import ecraccess.core.json.Json;

/**
 * What text without quotes means. {@code null}, {@code true} and {@code false} are read as YAML's
 * core schema does; a number is what JSON's grammar calls one, and keeps its text. Everything else
 * is a string: dates, {@code 0644}, {@code 0x1F}, {@code +1}, {@code .5}, and the words and
 * sexagesimals of YAML 1.1 ({@code yes}, {@code on}, {@code 1:30}). How CloudFormation itself reads
 * those is not documented and was not verified; a string shows what the author wrote, and an editor
 * that changes only other places hands the very same characters on.
 */
final class PlainScalar {
  private PlainScalar() {}

  static Json read(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> new Json.Null();
      case "true", "True", "TRUE" -> new Json.Bool(true);
      case "false", "False", "FALSE" -> new Json.Bool(false);
      default -> Json.Num.isNumber(text) ? new Json.Num(text) : new Json.Str(text);
    };
  }
}
