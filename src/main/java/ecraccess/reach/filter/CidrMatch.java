package ecraccess.reach.filter;

import ecraccess.core.logic.Answer;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.model.Vpc;
import java.util.List;
import java.util.stream.Stream;

/** What blocks of addresses in rules and routes are about. */
public final class CidrMatch {
  /** Addresses that nothing on the internet has (RFC 1918, RFC 6598, RFC 3927, RFC 1122). */
  private static final List<Addresses.Cidr> NOT_PUBLIC =
      Stream.of(
              "10.0.0.0/8",
              "172.16.0.0/12",
              "192.168.0.0/16",
              "100.64.0.0/10",
              "169.254.0.0/16",
              "127.0.0.0/8")
          .flatMap(text -> Addresses.Cidr.parse(text).stream())
          .toList();

  private static final Addresses LOOPBACK = new Addresses.Cidr(127L << 24, 8);

  private CidrMatch() {}

  /** That the block holds addresses that something outside of an interface's own host may have. */
  static Ternary holdsAny(Addresses block) {
    return Ternary.of(!(block instanceof Addresses.Ipv6) && LOOPBACK.covers(block) != Answer.YES);
  }

  /** That the block holds every address of the subnet. */
  static Ternary holds(Addresses block, Subnet subnet, Network network) {
    if (holdsAny(block).isNo()) {
      return Ternary.NO;
    }
    Ternary direct = Ternary.of(block.covers(subnet.block()), missing(block, subnet.block()));
    if (!direct.isOpen()) {
      return direct;
    }
    Vpc vpc = network.vpc(subnet.vpc());
    List<Answer> around = vpc.blocks().stream().map(block::covers).toList();
    if (!around.isEmpty() && around.stream().allMatch(Answer.YES::equals)) {
      return Ternary.YES;
    }
    boolean apart = !around.isEmpty() && around.stream().allMatch(Answer.NO::equals);
    return apart && vpc.unseen().isEmpty() ? Ternary.NO : direct;
  }

  /** That the block holds the public addresses of a service, whichever those are. */
  public static Ternary holdsPublic(Addresses block) {
    return switch (block) {
      case Addresses.Cidr cidr when cidr.equals(Addresses.Cidr.EVERYTHING) -> Ternary.YES;
      case Addresses.Cidr cidr ->
          NOT_PUBLIC.stream().anyMatch(its -> its.covers(cidr) == Answer.YES)
              ? Ternary.NO
              : Ternary.open("whether public addresses that are called are in " + cidr);
      case Addresses.Ipv6 ipv6 -> Ternary.NO;
      case Addresses.Open open -> Ternary.open(open.missing());
    };
  }

  private static String missing(Addresses block, Addresses other) {
    return block instanceof Addresses.Open open
        ? open.missing()
        : other instanceof Addresses.Open open
            ? open.missing()
            : "which addresses of " + other + " are used, of which " + block + " holds some";
  }
}
