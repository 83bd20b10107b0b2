package ecraccess.reach.model;

import ecraccess.core.net.AddressSet;
import ecraccess.core.net.Cidr;
import java.util.List;
import java.util.Optional;

/** The addresses that a rule, an entry or a route is about, or that a subnet has. */
public sealed interface Addresses {
  /** {@code 0.0.0.0/0}. */
  Exactly EVERY_IPV4 = Exactly.of(List.of(new Cidr(Cidr.Family.IPV4, 0, 0, 0)), "0.0.0.0/0");

  /**
   * Addresses that are known.
   *
   * @param blocks as they are written: routes go by their lengths
   * @param set all of them
   * @param text as they are shown: a block, or the list that holds them
   */
  record Exactly(List<Cidr> blocks, AddressSet set, String text) implements Addresses {
    public Exactly {
      blocks = List.copyOf(blocks);
    }

    public static Exactly of(List<Cidr> blocks, String text) {
      return new Exactly(
          blocks, AddressSet.union(blocks.stream().map(AddressSet::of).toList()), text);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * AWS's own list of the addresses of a service in the region: public ones, and nobody else's (VPC
   * User Guide, AWS-managed prefix lists).
   *
   * @param service its short name: {@code s3}
   * @param text as it is shown
   */
  record OfService(String service, String text) implements Addresses {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * Addresses that only the deployment knows.
   *
   * @param expression the same text for the same addresses; as it is shown
   * @param missing what would tell, as a noun phrase
   */
  record Open(String expression, String missing) implements Addresses {
    @Override
    public String toString() {
      return expression;
    }
  }

  /** IPv6 addresses that only the deployment knows. */
  record OpenIpv6(String expression) implements Addresses {
    @Override
    public String toString() {
      return expression;
    }
  }

  /** The block that the text writes out, if it is one. */
  static Optional<Addresses> parse(String text) {
    return Cidr.parse(text).map(block -> Exactly.of(List.of(block), block.toString()));
  }
}
