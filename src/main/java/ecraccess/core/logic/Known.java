package ecraccess.core.logic;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A value, or what would have to be known to have it. */
public sealed interface Known<T> {

  record Is<T>(T it) implements Known<T> {}

  /**
   * Nobody can tell yet.
   *
   * @param open what would tell, as a noun phrase: {@code the value of parameter Cidr}
   */
  record Unknown<T>(String open) implements Known<T> {}

  static <T> Known<T> is(T value) {
    return new Is<>(value);
  }

  static <T> Known<T> unknown(String missing) {
    return new Unknown<>(missing);
  }

  default Optional<T> value() {
    return switch (this) {
      case Is<T>(T it) -> Optional.of(it);
      case Unknown<T> unknown -> Optional.empty();
    };
  }

  /** What would tell the value; empty where it is known. */
  default Optional<String> missing() {
    return switch (this) {
      case Is<T> known -> Optional.empty();
      case Unknown<T>(String open) -> Optional.of(open);
    };
  }

  default <R> Known<R> map(Function<T, R> function) {
    return switch (this) {
      case Is<T>(T it) -> new Is<>(function.apply(it));
      case Unknown<T>(String open) -> new Unknown<>(open);
    };
  }

  default Answer test(Predicate<T> predicate) {
    return judge(value -> Answer.of(predicate.test(value)));
  }

  /** What the function says of the value; {@code MAYBE} where there is none. */
  default Answer judge(Function<T, Answer> function) {
    return switch (this) {
      case Is<T>(T it) -> function.apply(it);
      case Unknown<T> unknown -> Answer.MAYBE;
    };
  }
}
