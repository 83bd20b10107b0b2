package ecraccess.reach.verdict;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Ternary;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes a verdict of a claim that something is wrong. */
public final class Findings {
  private Findings() {}

  /** Nothing where nothing is wrong; the words are made only where they are needed. */
  public static Optional<Verdict> of(
      Check check, Ternary wrong, JsonPath path, Supplier<String> text, Supplier<String> awsText) {
    return switch (wrong.answer()) {
      case YES -> Optional.of(new Verdict.Cannot(check, path, text.get(), awsText.get()));
      case MAYBE -> Optional.of(new Verdict.CannotTell(check, path, wrong.missing()));
      case NO -> Optional.empty();
    };
  }

  public static Optional<Verdict> of(
      Check check, Ternary wrong, JsonPath path, Supplier<String> text) {
    return of(check, wrong, path, text, () -> "");
  }
}
