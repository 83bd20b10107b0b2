package ecraccess.reach.policy;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of addresses of one family.
 *
 * @param bits of an address: 32 or 128
 */
public record IpBlock(BigInteger first, BigInteger last, int bits) {
  private static final Pattern V4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");
  private static final Pattern V6 = Pattern.compile("([0-9A-Fa-f:]{2,39})(?:/(\\d{1,3}))?");
  private static final int GROUPS = 8;

  /** The block or single address that is written out, if one is. */
  public static Optional<IpBlock> parse(String text) {
    Matcher v4 = V4.matcher(text);
    if (v4.matches()) {
      BigInteger address = BigInteger.ZERO;
      for (int i = 1; i <= 4; i++) {
        int octet = Integer.parseInt(v4.group(i));
        if (octet > 255) {
          return Optional.empty();
        }
        address = address.shiftLeft(8).or(BigInteger.valueOf(octet));
      }
      return block(address, Optional.ofNullable(v4.group(5)), 32);
    }
    Matcher v6 = V6.matcher(text);
    return v6.matches()
        ? ipv6(v6.group(1)).flatMap(a -> block(a, Optional.ofNullable(v6.group(2)), 128))
        : Optional.empty();
  }

  private static Optional<BigInteger> ipv6(String text) {
    String[] halves = text.split("::", -1);
    if (halves.length > 2) {
      return Optional.empty();
    }
    String[] head = halves[0].isEmpty() ? new String[0] : halves[0].split(":", -1);
    String[] tail =
        halves.length < 2 || halves[1].isEmpty() ? new String[0] : halves[1].split(":", -1);
    int gap = GROUPS - head.length - tail.length;
    if (halves.length == 2 ? gap < 1 : gap != 0) {
      return Optional.empty();
    }
    BigInteger address = BigInteger.ZERO;
    for (int i = 0; i < GROUPS; i++) {
      String group =
          i < head.length ? head[i] : i < head.length + gap ? "0" : tail[i - head.length - gap];
      if (group.isEmpty() || group.length() > 4) {
        return Optional.empty();
      }
      address = address.shiftLeft(16).or(new BigInteger(group, 16));
    }
    return Optional.of(address);
  }

  private static Optional<IpBlock> block(BigInteger address, Optional<String> prefix, int bits) {
    int length = prefix.map(Integer::parseInt).orElse(bits);
    if (length > bits) {
      return Optional.empty();
    }
    BigInteger rest = BigInteger.ONE.shiftLeft(bits - length).subtract(BigInteger.ONE);
    BigInteger first = address.andNot(rest);
    return Optional.of(new IpBlock(first, first.or(rest), bits));
  }

  /** Whether every address of the one blocks is in one of the others, which may adjoin. */
  static boolean cover(List<IpBlock> ranges, List<IpBlock> addresses) {
    return addresses.stream().allMatch(one -> one.isCovered(ranges));
  }

  private boolean isCovered(List<IpBlock> ranges) {
    BigInteger next = first;
    List<IpBlock> sorted =
        ranges.stream().filter(this::meets).sorted(Comparator.comparing(IpBlock::first)).toList();
    for (IpBlock range : sorted) {
      if (range.first.compareTo(next) > 0) {
        return false;
      }
      next = next.max(range.last.add(BigInteger.ONE));
    }
    return next.compareTo(last) > 0;
  }

  boolean meets(IpBlock other) {
    return bits == other.bits
        && first.compareTo(other.last) <= 0
        && last.compareTo(other.first) >= 0;
  }
}
