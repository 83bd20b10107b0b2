package ecraccess.judge;

import ecraccess.logic.Claim;
import ecraccess.logic.Answer;
import ecraccess.network.Addresses;
import ecraccess.network.Network;
import ecraccess.network.Subnet;
import ecraccess.network.Vpc;
import java.util.List;
import java.util.stream.Stream;

/** What blocks of addresses in rules and routes are about. */
final class Blocks {
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

  private Blocks() {}

  /** That the block holds addresses that something outside of an interface's own host may have. */
  static Claim holdsAny(Addresses block) {
    return Claim.of(!(block instanceof Addresses.Ipv6) && LOOPBACK.covers(block) != Answer.YES);
  }

  /** That the block holds every address of the subnet. */
  static Claim holds(Addresses block, Subnet subnet, Network network) {
    if (holdsAny(block).isNo()) {
      return Claim.NO;
    }
    Claim direct = Claim.of(block.covers(subnet.block()), missing(block, subnet.block()));
    if (!direct.isOpen()) {
      return direct;
    }
    Vpc vpc = network.vpc(subnet.vpc());
    List<Answer> around = vpc.blocks().stream().map(block::covers).toList();
    if (!around.isEmpty() && around.stream().allMatch(Answer.YES::equals)) {
      return Claim.YES;
    }
    boolean apart = !around.isEmpty() && around.stream().allMatch(Answer.NO::equals);
    return apart && vpc.unseen().isEmpty() ? Claim.NO : direct;
  }

  /** That the block holds the public addresses of a service, whichever those are. */
  static Claim holdsPublic(Addresses block) {
    return switch (block) {
      case Addresses.Cidr cidr when cidr.equals(Addresses.Cidr.EVERYTHING) -> Claim.YES;
      case Addresses.Cidr cidr ->
          NOT_PUBLIC.stream().anyMatch(its -> its.covers(cidr) == Answer.YES)
              ? Claim.NO
              : Claim.open("whether public addresses that are called are in " + cidr);
      case Addresses.Ipv6 ipv6 -> Claim.NO;
      case Addresses.Open open -> Claim.open(open.missing());
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
