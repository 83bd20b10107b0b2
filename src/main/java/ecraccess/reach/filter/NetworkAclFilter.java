package ecraccess.reach.filter;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.PathChoice;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.NetworkAcl;
import ecraccess.reach.model.Ports;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Network ACLs on the way of a request, and on the way back of its answer. */
public record NetworkAclFilter(Flow flow) {
  public static final Check ACL_CLOSED =
      Check.of(
          "network-acl-closed",
          "Network ACL stops requests or answers",
          "A network ACL decides by its first entry that fits, and it knows no "
              + "connections. Answers come back to ephemeral ports and need an entry of their "
              + "own.",
          "Add entries that let TCP 443 and the ephemeral ports through.",
          "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html");

  /** What is checked here. */
  public static final List<Check> CHECKS = List.of(ACL_CLOSED);

  /** Where a NAT gateway calls from (VPC guide, NAT gateway basics). */
  private static final Ports NAT_PORTS = new Ports(1024, 65_535);

  /**
   * One look at an ACL.
   *
   * @param shown which way and which ports, as a message names them
   */
  private record Look(NetworkAcl acl, Ternary passes, String shown) {}

  /** To an endpoint's interfaces, of which any may be called. */
  public Verdict to(Endpoint endpoint) {
    List<Verdict> each =
        flow.subnets(endpoint).stream().map(this::toInterfaceIn).distinct().toList();
    if (each.isEmpty()) {
      return open();
    }
    if (each.stream().allMatch(Verdict.Cannot.class::isInstance)
        || each.stream().noneMatch(Verdict.Cannot.class::isInstance)) {
      return each.stream().reduce(Verdict::and).orElseThrow();
    }
    return new Verdict.CannotTell(
        ACL_CLOSED,
        flow.at(flow.from().path()),
        "which interface of " + endpoint.name() + " is called");
  }

  private Verdict toInterfaceIn(Subnet there) {
    Subnet here = flow.from();
    Ternary within = within(here, there);
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
            () -> Symptoms.lostInVpc(flow));
    return within.isNo() ? between : PathChoice.soften(between, within.missing());
  }

  /** An ID that stands for several subnets is not one subnet. */
  private static Ternary within(Subnet here, Subnet there) {
    Ternary same = here.id().is(there.id());
    return same.isYes() && here.id() instanceof Id.Open(String expression, String missing)
        ? Ternary.open(missing)
        : same;
  }

  /** To public addresses, straight from the subnet. */
  public Verdict toPublic() {
    return verdict(fromHere(), () -> Symptoms.lostInPublic(flow));
  }

  /** To public addresses, through a NAT gateway in that subnet. */
  public Verdict through(Subnet nat) {
    Subnet here = flow.from();
    Stream<Look> atNat =
        Stream.of(
            in(nat, Ports.HTTPS, isIn(here)),
            out(nat, Ports.HTTPS, CidrMatch::holdsPublic),
            in(nat, NAT_PORTS, CidrMatch::holdsPublic),
            out(nat, Ports.EPHEMERAL, isIn(here)));
    return verdict(Stream.concat(fromHere(), atNat), () -> Symptoms.lostInPublic(flow));
  }

  private Stream<Look> fromHere() {
    return Stream.of(
        out(flow.from(), Ports.HTTPS, CidrMatch::holdsPublic),
        in(flow.from(), Ports.EPHEMERAL, CidrMatch::holdsPublic));
  }

  private Look out(Subnet subnet, Ports ports, Function<Addresses, Ternary> to) {
    return look(subnet, true, ports, to);
  }

  private Look in(Subnet subnet, Ports ports, Function<Addresses, Ternary> from) {
    return look(subnet, false, ports, from);
  }

  private Look look(
      Subnet subnet, boolean egress, Ports ports, Function<Addresses, Ternary> isThere) {
    NetworkAcl acl = flow.network().networkAcl(subnet.networkAcl());
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

  private Function<Addresses, Ternary> isIn(Subnet subnet) {
    return block -> CidrMatch.holds(block, subnet, flow.network());
  }

  private Verdict verdict(Stream<Look> looks, Supplier<String> awsText) {
    return looks.map(look -> verdict(look, awsText)).reduce(Verdict::and).orElseThrow();
  }

  private Verdict verdict(Look look, Supplier<String> awsText) {
    JsonPath path = flow.at(look.acl().path());
    return Findings.of(
            ACL_CLOSED,
            look.passes().not(),
            path,
            () ->
                "expected network ACL %s to let %s, found no entry that allows it before one that denies it; add an entry"
                    .formatted(look.acl().id(), look.shown()),
            awsText)
        .orElseGet(NetworkAclFilter::open);
  }

  private static Verdict open() {
    return new Verdict.Can("the network ACLs let requests and answers through");
  }
}
