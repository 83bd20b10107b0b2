package ecraccess.acceptance.oracle;

import java.util.Collection;

/** What became of a packet, a request or a pull. */
enum Outcome {
  /** It arrives, whatever address, port or interface is taken. */
  ARRIVES,
  /** It depends on what nobody can know from the template. */
  DEPENDS,
  /** It is lost, whatever address, port or interface is taken. */
  LOST;

  /** All of these must arrive. */
  Outcome and(Outcome other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** One of these is enough. */
  Outcome or(Outcome other) {
    return compareTo(other) <= 0 ? this : other;
  }

  static Outcome of(boolean arrives) {
    return arrives ? ARRIVES : LOST;
  }

  /** The tries of something of which nobody knows which one is made. */
  static Outcome whichever(Collection<Outcome> tries) {
    return tries.stream().distinct().count() == 1 ? tries.iterator().next() : DEPENDS;
  }
}
