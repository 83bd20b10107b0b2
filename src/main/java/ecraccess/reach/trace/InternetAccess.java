package ecraccess.reach.trace;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.model.InternetBlock;
import ecraccess.reach.model.InternetBlock.Mode;
import ecraccess.reach.model.RouteTable;
import ecraccess.reach.model.RouteTable.Target.InternetGateway;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.rule.RouteTargets;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Whether an internet gateway carries what is routed to it.
 *
 * @param route where the route to it is written
 */
record InternetAccess(Flow flow, JsonPath route) {
  public static final Check INTERNET_BLOCKED =
      Check.of(
          "internet-blocked",
          "VPC Block Public Access closes the internet gateway",
          "Block Public Access counts for every VPC of the region, whatever the routes say. "
              + "`block-bidirectional` stops NAT gateways too, `block-ingress` stops tasks with "
              + "public addresses.",
          "Exclude the VPC or the subnet, or use endpoints in place of the internet.",
          "https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html");

  /** From the subnet itself, with a public address; nothing where it does. */
  Optional<Verdict> direct(InternetGateway gateway) {
    Subnet from = flow.from();
    return worst(
        List.of(attached(gateway, from), blocked(from, false), comesBackOtherwise(gateway, from)));
  }

  /** From a NAT gateway in that subnet; nothing where it does. */
  Optional<Verdict> fromNat(InternetGateway gateway, Subnet nat) {
    Optional<Verdict> atNat = blocked(nat, true);
    return worst(
        List.of(
            attached(gateway, nat),
            atNat,
            atNat.isPresent() ? Optional.empty() : blocked(flow.from(), true).map(this::perhaps),
            comesBackOtherwise(gateway, nat)));
  }

  /** From a regional NAT gateway, which stands in no subnet; nothing where it does. */
  Optional<Verdict> fromRegionalNat(InternetGateway gateway) {
    return worst(List.of(attached(gateway, flow.from()), blocked(flow.from(), true)));
  }

  private static Optional<Verdict> worst(List<Optional<Verdict>> found) {
    return found.stream().flatMap(Optional::stream).reduce(Verdict::and);
  }

  private Optional<Verdict> attached(InternetGateway gateway, Subnet subnet) {
    return RouteTargets.attached(flow.at(route), gateway, subnet.vpc());
  }

  private Optional<Verdict> blocked(Subnet subnet, boolean byNat) {
    InternetBlock block = subnet.internet();
    Ternary closed =
        Ternary.of(
            block.mode(), mode -> mode == Mode.CLOSED || (mode == Mode.EGRESS_ONLY && !byNat));
    return Findings.of(
        INTERNET_BLOCKED,
        closed,
        flow.at(block.path()),
        () ->
            "expected VPC Block Public Access to let %s of subnet %s through to the internet, found %s, which blocks it; add an AWS::EC2::VPCBlockPublicAccessExclusion, or endpoints in place of the internet"
                .formatted(
                    byNat ? "the NAT gateway's traffic" : "traffic with public IP addresses",
                    subnet.id(),
                    block.name()),
        () -> Symptoms.lostInPublic(flow));
  }

  /** AWS tells what an exclusion of the NAT gateway's subnet does for itself, not for others. */
  private Verdict perhaps(Verdict blocked) {
    return new Verdict.CannotTell(
        INTERNET_BLOCKED,
        flow.at(flow.from().internet().path()),
        "whether %s closes the internet to subnet %s, whose NAT gateway it leaves open"
            .formatted(flow.from().internet().name(), flow.from().id()));
  }

  /** What comes in through the gateway takes the gateway's own route table first, if it has one. */
  private Optional<Verdict> comesBackOtherwise(InternetGateway gateway, Subnet to) {
    return gateway
        .edgeTable()
        .flatMap(id -> {
          RouteTable table = flow.network().routeTable(id, to.vpc());
          return table
              .unseen()
              .<Verdict>map(missing ->
                  new Verdict.CannotTell(
                      RouteChoice.ROUTE_OVERRIDES_LOCAL, flow.at(table.path()), missing))
              .or(() -> RouteChoice.detour(flow, table, to));
        });
  }
}
