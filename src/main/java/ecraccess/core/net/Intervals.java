package ecraccess.core.net;

import java.util.Arrays;

/**
 * A set of unsigned 128-bit numbers, as the sorted list of places where it begins and ends.
 *
 * <p>Two longs, high and low, make one place. The first place is in the set, the second is not, and
 * so on; where the number of places is odd, the set has no upper end. One form for each set, so
 * equal sets have equal arrays. Every operation is one walk along both lists.
 */
final class Intervals {
  static final Intervals EMPTY = new Intervals(new long[0]);

  /** Every number from 0 to 2^128-1. */
  static final Intervals EVERYTHING = new Intervals(new long[] {0, 0});

  /** Truth tables: the bit {@code 2 * inOne + inOther} says whether the number is in the result. */
  private static final int UNION = 0b1110;

  private static final int INTERSECTION = 0b1000;
  private static final int DIFFERENCE = 0b0100;

  private final long[] places;

  private Intervals(long[] places) {
    this.places = places;
  }

  /** The numbers from the first one to the last one, both included. */
  static Intervals of(long firstHigh, long firstLow, long lastHigh, long lastLow) {
    long endLow = lastLow + 1;
    long endHigh = endLow == 0 ? lastHigh + 1 : lastHigh;
    return endLow == 0 && endHigh == 0
        ? new Intervals(new long[] {firstHigh, firstLow})
        : new Intervals(new long[] {firstHigh, firstLow, endHigh, endLow});
  }

  /** Small numbers from the first one to the last one, both included. */
  static Intervals of(long first, long last) {
    return of(0, first, 0, last);
  }

  boolean isEmpty() {
    return places.length == 0;
  }

  Intervals union(Intervals other) {
    return other.isEmpty() ? this : isEmpty() ? other : combine(other, UNION);
  }

  Intervals intersect(Intervals other) {
    return isEmpty() || other.isEmpty() ? EMPTY : combine(other, INTERSECTION);
  }

  Intervals minus(Intervals other) {
    return isEmpty() || other.isEmpty() ? this : combine(other, DIFFERENCE);
  }

  boolean contains(Intervals other) {
    return !other.any(this, DIFFERENCE);
  }

  boolean overlaps(Intervals other) {
    return any(other, INTERSECTION);
  }

  /** How many stretches of numbers without a gap there are. */
  int count() {
    return (places.length / 2 + 1) / 2;
  }

  long firstHigh(int index) {
    return places[4 * index];
  }

  long firstLow(int index) {
    return places[4 * index + 1];
  }

  /** The last number of the stretch, not the first one behind it. */
  long lastHigh(int index) {
    int at = 4 * index + 2;
    return at == places.length ? -1 : places[at + 1] == 0 ? places[at] - 1 : places[at];
  }

  long lastLow(int index) {
    int at = 4 * index + 2;
    return at == places.length ? -1 : places[at + 1] - 1;
  }

  private Intervals combine(Intervals other, int table) {
    long[] out = new long[places.length + other.places.length];
    int length = sweep(places, other.places, table, out);
    return length == 0 ? EMPTY : new Intervals(Arrays.copyOf(out, length));
  }

  private boolean any(Intervals other, int table) {
    return sweep(places, other.places, table, NOTHING_KEPT) > 0;
  }

  private static final long[] NOTHING_KEPT = new long[0];

  /**
   * Walks along both lists.
   *
   * @param out where the places of the result go; without room, the walk ends at the first one
   * @return how much of {@code out} is used
   */
  private static int sweep(long[] one, long[] other, int table, long[] out) {
    int i = 0;
    int j = 0;
    int used = 0;
    int where = 0;
    boolean in = false;
    while (i < one.length || j < other.length) {
      int order = i == one.length ? 1 : j == other.length ? -1 : compare(one, i, other, j);
      long high = order <= 0 ? one[i] : other[j];
      long low = order <= 0 ? one[i + 1] : other[j + 1];
      if (order <= 0) {
        where ^= 2;
        i += 2;
      }
      if (order >= 0) {
        where ^= 1;
        j += 2;
      }
      boolean now = (table >> where & 1) != 0;
      if (now != in) {
        if (out.length == 0) {
          return 1;
        }
        out[used++] = high;
        out[used++] = low;
        in = now;
      }
    }
    return used;
  }

  private static int compare(long[] one, int i, long[] other, int j) {
    int high = Long.compareUnsigned(one[i], other[j]);
    return high != 0 ? high : Long.compareUnsigned(one[i + 1], other[j + 1]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Intervals its && Arrays.equals(places, its.places);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(places);
  }
}
