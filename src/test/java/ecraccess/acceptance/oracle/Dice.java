package ecraccess.acceptance.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance, the same for the same seed. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
    // The first numbers of neighbouring seeds are alike.
    random.nextInt();
    random.nextInt();
  }

  /** Whether something happens that does so this often in a hundred. */
  boolean percent(int often) {
    return random.nextInt(100) < often;
  }

  int number(int lowest, int highest) {
    return lowest + random.nextInt(highest - lowest + 1);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  final <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Some of them in any order, at least so many. */
  <T> List<T> some(List<T> of, int least) {
    List<T> shuffled = shuffled(of);
    return new ArrayList<>(shuffled.subList(0, number(Math.min(least, of.size()), of.size())));
  }

  <T> List<T> shuffled(List<T> of) {
    List<T> shuffled = new ArrayList<>(of);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
