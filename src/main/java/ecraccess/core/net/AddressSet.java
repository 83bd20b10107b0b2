package ecraccess.core.net;

import ecraccess.core.net.Cidr.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A set of IP addresses, of both families. Exact, immutable, and in one form for each set. */
public final class AddressSet {
  public static final AddressSet EMPTY = new AddressSet(Intervals.EMPTY, Intervals.EMPTY);

  /** {@code 0.0.0.0/0}. */
  public static final AddressSet IPV4 =
      new AddressSet(Intervals.of(0, 0xffffffffL), Intervals.EMPTY);

  /** {@code ::/0}. */
  public static final AddressSet IPV6 = new AddressSet(Intervals.EMPTY, Intervals.EVERYTHING);

  /** Every address there is. */
  public static final AddressSet ALL = IPV4.union(IPV6);

  private final Intervals ipv4;
  private final Intervals ipv6;

  private AddressSet(Intervals ipv4, Intervals ipv6) {
    this.ipv4 = ipv4;
    this.ipv6 = ipv6;
  }

  public static AddressSet of(Cidr block) {
    int host = block.family().bits() - block.prefix();
    Intervals range =
        Intervals.of(
            block.high(),
            block.low(),
            block.high() | Cidr.hostHigh(host),
            block.low() | Cidr.hostLow(host));
    return block.family() == Family.IPV4
        ? new AddressSet(range, Intervals.EMPTY)
        : new AddressSet(Intervals.EMPTY, range);
  }

  /** The addresses of the block that the text writes out, if it is one: see {@link Cidr#parse}. */
  public static Optional<AddressSet> parse(String block) {
    return Cidr.parse(block).map(AddressSet::of);
  }

  /** All of them together, in n log n steps. */
  public static AddressSet union(List<AddressSet> sets) {
    return switch (sets.size()) {
      case 0 -> EMPTY;
      case 1 -> sets.getFirst();
      default -> {
        int middle = sets.size() / 2;
        yield union(sets.subList(0, middle)).union(union(sets.subList(middle, sets.size())));
      }
    };
  }

  public AddressSet union(AddressSet other) {
    return make(ipv4.union(other.ipv4), ipv6.union(other.ipv6));
  }

  public AddressSet intersect(AddressSet other) {
    return make(ipv4.intersect(other.ipv4), ipv6.intersect(other.ipv6));
  }

  public AddressSet minus(AddressSet other) {
    return make(ipv4.minus(other.ipv4), ipv6.minus(other.ipv6));
  }

  /** Every address, of either family, that is not in this set. */
  public AddressSet complement() {
    return ALL.minus(this);
  }

  public boolean isEmpty() {
    return ipv4.isEmpty() && ipv6.isEmpty();
  }

  /** Whether every address of the other set is in this one; so for each set the empty one is. */
  public boolean contains(AddressSet other) {
    return ipv4.contains(other.ipv4) && ipv6.contains(other.ipv6);
  }

  /** Whether an address is in both. */
  public boolean overlaps(AddressSet other) {
    return ipv4.overlaps(other.ipv4) || ipv6.overlaps(other.ipv6);
  }

  private AddressSet make(Intervals newIpv4, Intervals newIpv6) {
    return newIpv4.equals(ipv4) && newIpv6.equals(ipv6) ? this : new AddressSet(newIpv4, newIpv6);
  }

  /** The fewest blocks that together are this set, IPv4 first, lowest first. */
  public List<Cidr> blocks() {
    List<Cidr> blocks = new ArrayList<>();
    addBlocks(Family.IPV4, ipv4, blocks);
    addBlocks(Family.IPV6, ipv6, blocks);
    return blocks;
  }

  private static void addBlocks(Family family, Intervals ranges, List<Cidr> blocks) {
    for (int i = 0; i < ranges.count(); i++) {
      long high = ranges.firstHigh(i);
      long low = ranges.firstLow(i);
      boolean more = true;
      while (more) {
        int host = Math.min(trailingZeros(high, low), family.bits());
        while (exceeds(
            high | Cidr.hostHigh(host),
            low | Cidr.hostLow(host),
            ranges.lastHigh(i),
            ranges.lastLow(i))) {
          host--;
        }
        blocks.add(new Cidr(family, high, low, family.bits() - host));
        high |= Cidr.hostHigh(host);
        low |= Cidr.hostLow(host);
        more = high != ranges.lastHigh(i) || low != ranges.lastLow(i);
        low++;
        high += low == 0 ? 1 : 0;
      }
    }
  }

  private static int trailingZeros(long high, long low) {
    return low != 0 ? Long.numberOfTrailingZeros(low) : 64 + Long.numberOfTrailingZeros(high);
  }

  private static boolean exceeds(long high, long low, long lastHigh, long lastLow) {
    int order = Long.compareUnsigned(high, lastHigh);
    return order > 0 || (order == 0 && Long.compareUnsigned(low, lastLow) > 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AddressSet its && ipv4.equals(its.ipv4) && ipv6.equals(its.ipv6);
  }

  @Override
  public int hashCode() {
    return 31 * ipv4.hashCode() + ipv6.hashCode();
  }

  /** The blocks with commas between: {@code 10.0.0.0/8, 2001:db8::/32}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Cidr block : blocks()) {
      text.append(text.isEmpty() ? "" : ", ").append(block);
    }
    return text.isEmpty() ? "no address" : text.toString();
  }
}
