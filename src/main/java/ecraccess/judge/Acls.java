package ecraccess.judge;

import ecraccess.logic.Claim;
import ecraccess.json.Path;
import ecraccess.network.Addresses;
import ecraccess.network.Endpoint;
import ecraccess.network.Id;
import ecraccess.network.NetworkAcl;
import ecraccess.network.Ports;
import ecraccess.network.Subnet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Network ACLs on the way of a request, and on the way back of its answer. */
record Acls(Trip trip) {
  /** Where a NAT gateway calls from (VPC guide, NAT gateway basics). */
  private static final Ports NAT_PORTS = new Ports(1024, 65_535);

  /**
   * One look at an ACL.
   *
   * @param shown which way and which ports, as a message names them
   */
  private record Look(NetworkAcl acl, Claim passes, String shown) {}

  /** To an endpoint's interfaces, of which any may be called. */
  Verdict to(Endpoint endpoint) {
    List<Verdict> each =
        trip.subnets(endpoint).stream().map(this::toInterfaceIn).distinct().toList();
    if (each.isEmpty()) {
      return open();
    }
    if (each.stream().allMatch(Verdict.Cannot.class::isInstance)
        || each.stream().noneMatch(Verdict.Cannot.class::isInstance)) {
      return each.stream().reduce(Verdict::and).orElseThrow();
    }
    return new Verdict.CannotTell(
        trip.at(trip.from().path()), "which interface of " + endpoint.name() + " is called");
  }

  private Verdict toInterfaceIn(Subnet there) {
    Subnet here = trip.from();
    Claim within = within(here, there);
    if (within.isYes()) {
      return open();
    }
    Verdict between =
        verdict(
            Stream.of(
                out(here, Ports.HTTPS, isIn(there)),
                in(there, Ports.HTTPS, isIn(here)),
                out(there, Ports.EPHEMERAL, isIn(here)),
                in(here, Ports.EPHEMERAL, isIn(there))),
            () -> Symptoms.lostInVpc(trip));
    return within.isNo() ? between : Ways.soften(between, within.missing());
  }

  /** An ID that stands for several subnets is not one subnet. */
  private static Claim within(Subnet here, Subnet there) {
    Claim same = here.id().is(there.id());
    return same.isYes() && here.id() instanceof Id.Open(String expression, String missing)
        ? Claim.open(missing)
        : same;
  }

  /** To public addresses, straight from the subnet. */
  Verdict toPublic() {
    return verdict(fromHere(), () -> Symptoms.lostInPublic(trip));
  }

  /** To public addresses, through a NAT gateway in that subnet. */
  Verdict through(Subnet nat) {
    Subnet here = trip.from();
    Stream<Look> atNat =
        Stream.of(
            in(nat, Ports.HTTPS, isIn(here)),
            out(nat, Ports.HTTPS, Blocks::holdsPublic),
            in(nat, NAT_PORTS, Blocks::holdsPublic),
            out(nat, Ports.EPHEMERAL, isIn(here)));
    return verdict(Stream.concat(fromHere(), atNat), () -> Symptoms.lostInPublic(trip));
  }

  private Stream<Look> fromHere() {
    return Stream.of(
        out(trip.from(), Ports.HTTPS, Blocks::holdsPublic),
        in(trip.from(), Ports.EPHEMERAL, Blocks::holdsPublic));
  }

  private Look out(Subnet subnet, Ports ports, Function<Addresses, Claim> to) {
    return look(subnet, true, ports, to);
  }

  private Look in(Subnet subnet, Ports ports, Function<Addresses, Claim> from) {
    return look(subnet, false, ports, from);
  }

  private Look look(
      Subnet subnet, boolean egress, Ports ports, Function<Addresses, Claim> isThere) {
    NetworkAcl acl = trip.network().networkAcl(subnet.networkAcl());
    String shown =
        "TCP %s %s"
            .formatted(
                ports.first() == ports.last()
                    ? "port " + ports.first()
                    : "ports %d to %d, where answers arrive,"
                        .formatted(ports.first(), ports.last()),
                egress ? "out" : "in");
    return new Look(acl, AclRules.of(acl, egress).lets(egress, ports, isThere), shown);
  }

  private Function<Addresses, Claim> isIn(Subnet subnet) {
    return block -> Blocks.holds(block, subnet, trip.network());
  }

  private Verdict verdict(Stream<Look> looks, Supplier<String> awsText) {
    return looks.map(look -> verdict(look, awsText)).reduce(Verdict::and).orElseThrow();
  }

  private Verdict verdict(Look look, Supplier<String> awsText) {
    Path path = trip.at(look.acl().path());
    return Finding.of(
            look.passes().not(),
            path,
            () ->
                "expected network ACL %s to let %s, found no entry that allows it before one that denies it; add an entry"
                    .formatted(look.acl().id(), look.shown()),
            awsText)
        .orElseGet(Acls::open);
  }

  private static Verdict open() {
    return new Verdict.Can("the network ACLs let requests and answers through");
  }
}
