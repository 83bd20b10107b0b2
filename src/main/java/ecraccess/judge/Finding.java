package ecraccess.judge;

import ecraccess.logic.Claim;
import ecraccess.json.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes a verdict of a claim that something is wrong. */
final class Finding {
  private Finding() {}

  /** Nothing where nothing is wrong; the words are made only where they are needed. */
  static Optional<Verdict> of(
      Claim wrong, Path path, Supplier<String> text, Supplier<String> awsText) {
    return switch (wrong.answer()) {
      case YES -> Optional.of(new Verdict.Cannot(path, text.get(), awsText.get()));
      case MAYBE -> Optional.of(new Verdict.CannotTell(path, wrong.missing()));
      case NO -> Optional.empty();
    };
  }

  static Optional<Verdict> of(Claim wrong, Path path, Supplier<String> text) {
    return of(wrong, path, text, () -> "");
  }
}
