package ecraccess.core.net;

/** How single addresses are written. */
final class AddressText {
  private static final int GROUPS = 8;

  private AddressText() {}

  /** A decimal number without leading zeros, at most {@code most}; -1 where it is none. */
  static int decimal(String text, int from, int to, int most) {
    int value = 0;
    if (from >= to || to - from > 3 || (to - from > 1 && text.charAt(from) == '0')) {
      return -1;
    }
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value > most ? -1 : value;
  }

  /** Four decimal numbers with dots between; -1 where it is no such address. */
  static long ipv4(String text, int from, int to) {
    long address = 0;
    int start = from;
    for (int i = 0; i < 4; i++) {
      int dot = i == 3 ? to : text.indexOf('.', start);
      int octet = dot < 0 || dot > to ? -1 : decimal(text, start, dot, 255);
      if (octet < 0) {
        return -1;
      }
      address = address << 8 | octet;
      start = dot + 1;
    }
    return address;
  }

  /**
   * Eight groups of hexadecimal digits, of which one run of zeros may be written as two colons and
   * the last two as an IPv4 address.
   *
   * @param out gets the upper and the lower 64 bits
   * @return whether it is such an address
   */
  static boolean ipv6(String text, int to, long[] out) {
    int[] groups = new int[GROUPS];
    int gap = text.startsWith("::") ? 0 : -1;
    int count = 0;
    int i = gap == 0 ? 2 : 0;
    while (i < to) {
      int end = text.indexOf(':', i);
      end = end < 0 || end > to ? to : end;
      int length = end == to && text.indexOf('.', i) >= 0 ? 2 : 1;
      if (count + length > GROUPS || !group(text, i, end, length, groups, count)) {
        return false;
      }
      count += length;
      i = end + 1;
      if (end < to && i == to) {
        return false;
      }
      if (end < to && text.charAt(i) == ':') {
        if (gap >= 0) {
          return false;
        }
        gap = count;
        i++;
      }
    }
    return (gap < 0 ? count == GROUPS : count < GROUPS) && join(groups, count, gap, out);
  }

  private static boolean group(String text, int from, int to, int length, int[] groups, int index) {
    if (length == 2) {
      long tail = ipv4(text, from, to);
      groups[index] = (int) (tail >> 16) & 0xffff;
      groups[index + 1] = (int) tail & 0xffff;
      return tail >= 0;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) > 'f') {
        return false;
      }
      value = value << 4 | digit;
    }
    groups[index] = value;
    return to > from && to - from <= 4;
  }

  private static boolean join(int[] groups, int count, int gap, long[] out) {
    for (int i = 0; i < count; i++) {
      int at = gap < 0 || i < gap ? i : GROUPS - count + i;
      out[at / 4] |= (long) groups[i] << (16 * (3 - at % 4));
    }
    return true;
  }

  static String text(Cidr.Family family, long high, long low) {
    return switch (family) {
      case IPV4 ->
          (low >> 24) + "." + (low >> 16 & 255) + "." + (low >> 8 & 255) + "." + (low & 255);
      case IPV6 -> ipv6(high, low);
    };
  }

  private static String ipv6(long high, long low) {
    int gap = -1;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && group(high, low, end) == 0) {
        end++;
      }
      if (end - i > length) {
        gap = i;
        length = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == gap) {
        text.append(i == 0 ? "::" : ":");
        i += length - 1;
      } else {
        text.append(Integer.toHexString(group(high, low, i)));
        if (i < GROUPS - 1) {
          text.append(':');
        }
      }
    }
    return text.toString();
  }

  private static int group(long high, long low, int index) {
    return (int) ((index < 4 ? high : low) >> (16 * (3 - index % 4))) & 0xffff;
  }
}
