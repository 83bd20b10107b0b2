package ecraccess.reach.model;

import ecraccess.core.logic.Answer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block of IP addresses. */
public sealed interface Addresses {
  /**
   * An IPv4 block.
   *
   * @param base the first address, as a number from 0 to 2^32-1
   * @param prefix the number of leading bits that all addresses share, 0 to 32
   */
  record Cidr(long base, int prefix) implements Addresses {
    /** {@code 0.0.0.0/0}. */
    public static final Cidr EVERYTHING = new Cidr(0, 0);

    private static final Pattern FORM =
        Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    public Cidr {
      base = base & mask(prefix);
    }

    /** The block that the text writes out, if it writes one: bits behind the prefix are ignored. */
    public static Optional<Cidr> parse(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches() || Integer.parseInt(matcher.group(5)) > 32) {
        return Optional.empty();
      }
      long base = 0;
      for (int i = 1; i <= 4; i++) {
        int octet = Integer.parseInt(matcher.group(i));
        if (octet > 255) {
          return Optional.empty();
        }
        base = base << 8 | octet;
      }
      return Optional.of(new Cidr(base, Integer.parseInt(matcher.group(5))));
    }

    boolean contains(Cidr other) {
      return prefix <= other.prefix && (other.base & mask(prefix)) == base;
    }

    private static long mask(int prefix) {
      return 0xffffffffL << (32 - prefix) & 0xffffffffL;
    }

    @Override
    public String toString() {
      return "%d.%d.%d.%d/%d"
          .formatted(base >> 24, base >> 16 & 255, base >> 8 & 255, base & 255, prefix);
    }
  }

  /** An IPv6 block. Images are pulled over IPv4, so it holds no address that matters. */
  record Ipv6(String text) implements Addresses {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * An IPv4 block that only the deployment knows.
   *
   * @param expression the same text for the same block; as it is shown
   * @param missing what would tell, as a noun phrase
   */
  record Open(String expression, String missing) implements Addresses {
    @Override
    public String toString() {
      return expression;
    }
  }

  /** Whether every address of the other block is in this one; {@code MAYBE} where some are. */
  default Answer covers(Addresses other) {
    if (equals(Cidr.EVERYTHING)) {
      return Answer.YES;
    }
    return switch (this) {
      case Ipv6 ipv6 -> Answer.NO;
      case Open(String expression, String missing) ->
          other instanceof Open its && expression.equals(its.expression())
              ? Answer.YES
              : Answer.MAYBE;
      case Cidr block ->
          switch (other) {
            case Cidr its when block.contains(its) -> Answer.YES;
            case Cidr its -> its.contains(block) ? Answer.MAYBE : Answer.NO;
            case Open its -> Answer.MAYBE;
            case Ipv6 its -> Answer.NO;
          };
    };
  }
}
