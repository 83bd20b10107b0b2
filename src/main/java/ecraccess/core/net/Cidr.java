package ecraccess.core.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A block of IP addresses that share their leading bits (RFC 4632, RFC 4291).
 *
 * <p>Bits behind the prefix are cleared, as EC2 does it: "if you specify 100.68.0.18/18, we modify
 * it to 100.68.0.0/18" (EC2 API: CreateRoute, CreateNetworkAclEntry, CreateSubnet,
 * AuthorizeSecurityGroupIngress).
 *
 * @param high the upper 64 bits of the first address; 0 for IPv4
 * @param low the lower 64 bits of the first address; for IPv4 a number from 0 to 2^32-1
 * @param prefix the number of leading bits that all addresses share
 */
public record Cidr(Family family, long high, long low, int prefix) {

  /** The two address spaces, with the length of an address in bits. */
  public enum Family {
    IPV4(32),
    IPV6(128);

    private final int bits;

    Family(int bits) {
      this.bits = bits;
    }

    public int bits() {
      return bits;
    }
  }

  public Cidr {
    if (prefix < 0 || prefix > family.bits()) {
      throw new IllegalArgumentException("prefix " + prefix);
    }
    int host = family.bits() - prefix;
    high &= ~hostHigh(host);
    low &= ~hostLow(host);
  }

  /** The upper 64 of the {@code host} lowest bits, all set. */
  static long hostHigh(int host) {
    return host <= 64 ? 0 : host == 128 ? -1 : (1L << (host - 64)) - 1;
  }

  /** The lower 64 of the {@code host} lowest bits, all set. */
  static long hostLow(int host) {
    return host >= 64 ? -1 : (1L << host) - 1;
  }

  /**
   * The block that the text writes out, if it is one: {@code 10.0.0.0/16}, {@code 2001:db8::/32}.
   * EC2 wants the prefix, so an address alone is no block; nor is one whose numbers begin with a
   * zero, which some read as octal.
   */
  public static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    return text.indexOf(':') < 0 ? ipv4(text, slash) : ipv6(text, slash);
  }

  private static Optional<Cidr> ipv4(String text, int slash) {
    long address = AddressText.ipv4(text, 0, slash);
    int prefix = AddressText.decimal(text, slash + 1, text.length(), Family.IPV4.bits());
    return address < 0 || prefix < 0
        ? Optional.empty()
        : Optional.of(new Cidr(Family.IPV4, 0, address, prefix));
  }

  private static Optional<Cidr> ipv6(String text, int slash) {
    long[] address = new long[2];
    int prefix = AddressText.decimal(text, slash + 1, text.length(), Family.IPV6.bits());
    return prefix < 0 || !AddressText.ipv6(text, slash, address)
        ? Optional.empty()
        : Optional.of(new Cidr(Family.IPV6, address[0], address[1], prefix));
  }

  /**
   * The first blocks that this block is cut into.
   *
   * @param hostBits how many bits of an address each leaves to its hosts
   * @param count how many are wanted, at most 256
   * @return nothing where this block holds no so many, or is too small for one
   */
  public Optional<List<Cidr>> cut(int hostBits, int count) {
    int newPrefix = family.bits() - hostBits;
    int room = newPrefix - prefix;
    if (hostBits < 1 || room < 0 || count < 1 || count > 256 || (room < 9 && count > 1 << room)) {
      return Optional.empty();
    }
    List<Cidr> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long number = i;
      long lower = hostBits < 64 ? number << hostBits : 0;
      long upper = hostBits < 64 ? number >>> (64 - hostBits) : number << (hostBits - 64);
      blocks.add(new Cidr(family, high | upper, low | lower, newPrefix));
    }
    return Optional.of(blocks);
  }

  /** In the canonical form, for IPv6 that of RFC 5952. */
  @Override
  public String toString() {
    return AddressText.text(family, high, low) + "/" + prefix;
  }
}
