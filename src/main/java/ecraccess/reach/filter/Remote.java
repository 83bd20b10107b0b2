package ecraccess.reach.filter;

import ecraccess.core.net.AddressSet;
import ecraccess.core.net.Cidr;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.model.Vpc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses at the other end of traffic, as a set that rules and routes can be compared with.
 *
 * <p>Blocks that only the deployment knows are in the set too: each as one address of its own that
 * no written block holds, unless that holds all of IPv4.
 *
 * @param all the set
 * @param symbols the addresses that stand for unknown blocks, by the expression of the block
 * @param itself the expression of the whole, where it is not known
 * @param service the service of AWS that has these addresses, where it is one
 * @param closed whether no address can be outside of the set
 * @param text as it is shown
 * @param missing what would tell the addresses, as a noun phrase
 */
public record Remote(
    AddressSet all,
    Map<String, AddressSet> symbols,
    Optional<String> itself,
    Optional<String> service,
    boolean closed,
    String text,
    String missing) {

  /**
   * The addresses that nothing on the internet has: IANA's special-purpose registry of 2026-11-27
   * (RFC 6890 and its updates), and multicast and reserved space (RFC 1112).
   */
  private static final AddressSet NOT_PUBLIC =
      set(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  private static final AddressSet PUBLIC = AddressSet.IPV4.minus(NOT_PUBLIC);
  private static final AddressSet LOOPBACK = set("127.0.0.0/8");

  /** How many blocks a message shows. */
  private static final int SHOWN = 3;

  /** How much of a remote set other addresses are. */
  record Extent(AddressSet certain, AddressSet possible, Optional<String> missing) {
    private static Extent known(AddressSet set) {
      return new Extent(set, set, Optional.empty());
    }
  }

  private static AddressSet set(String... blocks) {
    return AddressSet.union(
        Stream.of(blocks).map(block -> AddressSet.parse(block).orElseThrow()).toList());
  }

  /** Whether the addresses hold one that something outside of an interface's own host may have. */
  static boolean isSomebody(Addresses addresses) {
    return switch (addresses) {
      case Addresses.Exactly exactly -> exactly.set().minus(LOOPBACK).overlaps(AddressSet.IPV4);
      case Addresses.OfService list -> true;
      case Addresses.Open open -> true;
      case Addresses.OpenIpv6 ipv6 -> false;
    };
  }

  /**
   * Public addresses.
   *
   * @param service the short name of the service of AWS that is called, if it is one
   */
  public static Remote publicOf(Optional<String> service) {
    return new Remote(
        PUBLIC,
        Map.of(),
        Optional.empty(),
        service,
        true,
        "public addresses",
        "which public addresses are called");
  }

  /** The addresses of a subnet; as far as they are not known, those of its VPC. */
  public static Remote of(Subnet subnet, Network network) {
    return switch (subnet.block()) {
      case Addresses.Exactly exactly ->
          new Remote(
              exactly.set(),
              Map.of(),
              Optional.empty(),
              Optional.empty(),
              true,
              exactly.text(),
              "which addresses of " + exactly.text() + " are used");
      case Addresses.Open(String expression, String missing) ->
          within(network.vpc(subnet.vpc()), expression, missing);
      case Addresses.OpenIpv6 ipv6 -> within(network.vpc(subnet.vpc()), ipv6.expression(), "");
      case Addresses.OfService list -> throw new IllegalStateException("a subnet of AWS");
    };
  }

  private static Remote within(Vpc vpc, String expression, String missing) {
    Map<String, AddressSet> symbols = new LinkedHashMap<>();
    List<AddressSet> pieces = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Addresses block : vpc.blocks()) {
      switch (block) {
        case Addresses.Exactly exactly -> pieces.add(exactly.set());
        case Addresses.Open open -> unknown.add(open.expression());
        case Addresses.OfService list -> unknown.add(list.text());
        case Addresses.OpenIpv6 ipv6 -> {}
      }
    }
    if (vpc.blocks().isEmpty()) {
      unknown.add(expression);
    }
    for (String piece : unknown) {
      // Of the range for documentation: no VPC has it, and no rule here is about IPv6.
      AddressSet symbol =
          AddressSet.of(new Cidr(Cidr.Family.IPV6, 0x2001_0db8_ffff_0000L, symbols.size(), 128));
      symbols.putIfAbsent(piece, symbol);
    }
    return new Remote(
        AddressSet.union(pieces).union(AddressSet.union(List.copyOf(symbols.values()))),
        symbols,
        Optional.of(expression),
        Optional.empty(),
        vpc.unseen().isEmpty() && !vpc.blocks().isEmpty(),
        expression,
        missing);
  }

  /** How much of these the addresses are. */
  Extent extent(Addresses addresses) {
    return switch (addresses) {
      case Addresses.Exactly exactly -> extent(exactly.set().minus(LOOPBACK));
      case Addresses.OfService list ->
          service.equals(Optional.of(list.service()))
              ? Extent.known(all)
              : Extent.known(AddressSet.EMPTY);
      case Addresses.OpenIpv6 ipv6 -> Extent.known(AddressSet.EMPTY);
      case Addresses.Open(String expression, String open) -> {
        AddressSet same =
            itself.equals(Optional.of(expression))
                ? all
                : symbols.getOrDefault(expression, AddressSet.EMPTY);
        yield same.contains(all) ? Extent.known(all) : new Extent(same, all, Optional.of(open));
      }
    };
  }

  private Extent extent(AddressSet set) {
    AddressSet ipv4 = set.intersect(AddressSet.IPV4);
    if (ipv4.isEmpty()) {
      return Extent.known(AddressSet.EMPTY);
    }
    if (ipv4.union(LOOPBACK).equals(AddressSet.IPV4)) {
      return Extent.known(all);
    }
    AddressSet certain = all.intersect(ipv4);
    AddressSet unknown = AddressSet.union(List.copyOf(symbols.values()));
    boolean some = !unknown.isEmpty() || (!closed && certain.isEmpty());
    return some
        ? new Extent(certain, closed ? certain.union(unknown) : all, Optional.of(missing))
        : Extent.known(certain);
  }

  /** Whether some of the addresses may be among these. */
  public boolean mayHold(Addresses addresses) {
    return !extent(addresses).possible().isEmpty();
  }

  /**
   * What would tell, where some of the addresses are treated otherwise than others.
   *
   * @param rest those that are treated worse
   */
  String which(AddressSet rest) {
    AddressSet good = all.minus(rest);
    List<Cidr> blocks = good.blocks();
    if (service.isPresent() || text.equals("public addresses")) {
      return blocks.size() <= SHOWN || blocks.size() <= rest.blocks().size()
          ? "whether public addresses that are called are in " + shown(blocks)
          : "whether public addresses that are called are in " + shown(rest.blocks());
    }
    return "which addresses of %s are used, of which only %s pass"
        .formatted(text, shown(good.intersect(AddressSet.IPV4).blocks()));
  }

  private static String shown(List<Cidr> blocks) {
    return blocks.stream().limit(SHOWN).map(Cidr::toString).collect(Collectors.joining(", "))
        + (blocks.size() > SHOWN ? " and others" : "");
  }
}
