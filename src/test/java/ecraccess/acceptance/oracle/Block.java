package ecraccess.acceptance.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * An IPv4 block.
 *
 * @param first its lowest address, as a number of 32 bits
 * @param length of the prefix
 */
record Block(long first, int length) {
  private static final long ALL = 1L << 32;

  /** What is not public: RFC 6890, and what AWS keeps for itself. */
  private static final List<Block> NOT_PUBLIC =
      List.of(
          of("0.0.0.0/8"),
          of("10.0.0.0/8"),
          of("100.64.0.0/10"),
          of("127.0.0.0/8"),
          of("169.254.0.0/16"),
          of("172.16.0.0/12"),
          of("192.0.0.0/24"),
          of("192.0.2.0/24"),
          of("192.88.99.0/24"),
          of("192.168.0.0/16"),
          of("198.18.0.0/15"),
          of("198.51.100.0/24"),
          of("203.0.113.0/24"),
          of("224.0.0.0/3"));

  private static final List<Block> PRIVATE =
      List.of(of("10.0.0.0/8"), of("172.16.0.0/12"), of("192.168.0.0/16"));

  static Block of(String text) {
    String[] parts = text.split("/");
    long address = 0;
    for (String part : parts[0].split("\\.")) {
      address = address * 256 + Long.parseLong(part);
    }
    int length = Integer.parseInt(parts[1]);
    long size = 1L << (32 - length);
    return new Block(address / size * size, length);
  }

  long last() {
    return first + (1L << (32 - length)) - 1;
  }

  boolean holds(long address) {
    return address >= first && address <= last();
  }

  /**
   * Addresses that an interface in this subnet may have: both ends of what EC2 gives out (four
   * addresses at the start and one at the end are its own), and both sides of every border.
   */
  List<Long> interfaces(Collection<Block> borders) {
    return between(first + 4, last() - 1, borders);
  }

  /** Public addresses: some, and both sides of every border. */
  static List<Long> publicAddresses(Collection<Block> borders) {
    List<Block> all = new ArrayList<>(borders);
    all.addAll(NOT_PUBLIC);
    all.add(of("0.0.0.0/1"));
    return between(0, ALL - 1, all).stream()
        .filter(address -> NOT_PUBLIC.stream().noneMatch(block -> block.holds(address)))
        .toList();
  }

  /** Private addresses of other networks, and both sides of every border. */
  static List<Long> privateAddresses(Collection<Block> borders) {
    return PRIVATE.stream()
        .flatMap(block -> between(block.first() + 1, block.last() - 1, borders).stream())
        .toList();
  }

  private static List<Long> between(long lowest, long highest, Collection<Block> borders) {
    TreeSet<Long> samples = new TreeSet<>(List.of(lowest, highest));
    for (Block border : borders) {
      samples.addAll(List.of(border.first() - 1, border.first(), border.last(), border.last() + 1));
    }
    return List.copyOf(samples.subSet(lowest, true, highest, true));
  }

  static String show(long address) {
    return "%d.%d.%d.%d"
        .formatted(address >> 24, address >> 16 & 255, address >> 8 & 255, address & 255);
  }
}
