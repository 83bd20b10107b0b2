package ecraccess.judge;

import java.util.Collection;
import java.util.stream.Collectors;

/** Pieces of messages. */
final class Texts {
  private Texts() {}

  static String list(Collection<?> things) {
    return things.stream().map(Object::toString).distinct().collect(Collectors.joining(", "));
  }
}
