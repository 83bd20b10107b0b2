package ecraccess.core.cfn.eval;

import ecraccess.core.json.Json;
import java.util.Optional;

/** Values that CloudFormation takes for texts. */
public final class ScalarText {
  private static final String DYNAMIC_REFERENCE = "{{resolve:";

  private ScalarText() {}

  /** The whole number that the text writes, of at most nine digits. */
  public static Optional<Integer> integer(String text) {
    return text.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** The text that is written out here, or that a number or a boolean stands for. */
  public static Optional<String> text(Json value) {
    return switch (value) {
      case Json.Str(String text) when text.contains(DYNAMIC_REFERENCE) -> Optional.empty();
      case Json.Str(String text) -> Optional.of(text);
      case Json.Num(String literal) -> Optional.of(literal);
      case Json.Bool(boolean bool) -> Optional.of(String.valueOf(bool));
      case Json.Null n -> Optional.empty();
      case Json.Arr arr -> Optional.empty();
      case Json.Obj obj -> Optional.empty();
    };
  }
}
