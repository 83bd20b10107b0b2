package ecraccess.reach.flow;

import java.util.Collection;
import java.util.stream.Collectors;

/** Pieces of messages. */
public final class Texts {
  private Texts() {}

  public static String list(Collection<?> things) {
    return things.stream().map(Object::toString).distinct().collect(Collectors.joining(", "));
  }
}
