package ecraccess.core.net;

/**
 * A set of ports, each of an IP protocol. A protocol without ports counts as all of its ports.
 *
 * <p>Protocols are IANA's numbers: 1 ICMP, 6 TCP, 17 UDP, 58 ICMPv6.
 */
public final class PortSet {
  public static final int TCP = 6;
  public static final int UDP = 17;

  /** The highest port. */
  public static final int LAST = 65_535;

  public static final PortSet NONE = new PortSet(Intervals.EMPTY);

  /** Every port of every protocol, which EC2 writes as protocol -1. */
  public static final PortSet ALL = new PortSet(Intervals.of(0, 256L * (LAST + 1) - 1));

  /** One line of numbers: protocol times 65,536, plus port. */
  private final Intervals line;

  private PortSet(Intervals line) {
    this.line = line;
  }

  /**
   * The ports from the first one to the last one; none where the first is higher.
   *
   * @throws IllegalArgumentException where there is no such protocol or port
   */
  public static PortSet of(int protocol, int first, int last) {
    if (protocol < 0 || protocol > 255 || first < 0 || last > LAST) {
      throw new IllegalArgumentException(
          "protocol " + protocol + ", ports " + first + " to " + last);
    }
    long base = (long) protocol * (LAST + 1);
    return first > last ? NONE : new PortSet(Intervals.of(base + first, base + last));
  }

  public static PortSet tcp(int port) {
    return of(TCP, port, port);
  }

  public static PortSet tcp(int first, int last) {
    return of(TCP, first, last);
  }

  /** Every port of the protocol. */
  public static PortSet protocol(int protocol) {
    return of(protocol, 0, LAST);
  }

  public PortSet union(PortSet other) {
    return make(line.union(other.line));
  }

  public PortSet intersect(PortSet other) {
    return make(line.intersect(other.line));
  }

  public PortSet minus(PortSet other) {
    return make(line.minus(other.line));
  }

  public PortSet complement() {
    return ALL.minus(this);
  }

  public boolean isEmpty() {
    return line.isEmpty();
  }

  /** Whether every port of the other set is in this one. */
  public boolean contains(PortSet other) {
    return line.contains(other.line);
  }

  public boolean overlaps(PortSet other) {
    return line.overlaps(other.line);
  }

  private PortSet make(Intervals newLine) {
    return newLine.equals(line) ? this : new PortSet(newLine);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PortSet its && line.equals(its.line);
  }

  @Override
  public int hashCode() {
    return line.hashCode();
  }

  /** Protocols and ports with commas between: {@code TCP 443, UDP 53-60}. */
  @Override
  public String toString() {
    if (equals(ALL)) {
      return "all traffic";
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.count(); i++) {
      long first = line.firstLow(i);
      long last = line.lastLow(i);
      while (first <= last) {
        long end = Math.min(last, first | LAST);
        text.append(text.isEmpty() ? "" : ", ").append(name((int) (first >> 16)));
        if (end - first < LAST) {
          text.append(' ').append(first & LAST);
          text.append(end == first ? "" : "-" + (end & LAST));
        }
        first = end + 1;
      }
    }
    return text.isEmpty() ? "no port" : text.toString();
  }

  private static String name(int protocol) {
    return switch (protocol) {
      case 1 -> "ICMP";
      case TCP -> "TCP";
      case UDP -> "UDP";
      case 58 -> "ICMPv6";
      default -> "protocol " + protocol;
    };
  }
}
