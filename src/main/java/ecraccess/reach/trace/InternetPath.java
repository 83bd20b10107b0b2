package ecraccess.reach.trace;

import ecraccess.core.logic.Known;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.filter.CidrMatch;
import ecraccess.reach.filter.NetworkAclFilter;
import ecraccess.reach.filter.SecurityGroupFilter;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.PathChoice;
import ecraccess.reach.model.RouteTable;
import ecraccess.reach.model.RouteTable.Route;
import ecraccess.reach.model.RouteTable.Target;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.rule.DnsAttributes;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Trace.StepKind;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The way to public addresses: over a NAT gateway, or an internet gateway. */
record InternetPath(Flow flow) {
  public static final Check PUBLIC_IP_MISSING =
      Check.of(
          "public-ip-missing",
          "No public address on the way over an internet gateway",
          "An internet gateway serves only interfaces that have a public IPv4 address.",
          "Assign a public address, or add endpoints or a NAT gateway.",
          "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html");

  /** What launch templates that say nothing leave to the subnet. */
  private static final String SUBNETS_SETTING = "the subnet's setting";

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    List<Step> way = byTable();
    Verdict dns = new DnsAttributes(flow.network()).support(flow.vpc());
    boolean dnsIsTheFault = way.getFirst().kind() == StepKind.DNS;
    if (!dnsIsTheFault || !(dns instanceof Verdict.Can)) {
      steps.add(new Step(StepKind.DNS, dns instanceof Verdict.Can ? toPublicAddresses() : dns));
    }
    if (!dnsIsTheFault || dns instanceof Verdict.Can) {
      steps.addAll(way);
    }
    return steps;
  }

  private static Verdict toPublicAddresses() {
    return new Verdict.Can("public addresses");
  }

  /** A default route decides, unless one that is not known well enough is more specific. */
  private List<Step> byTable() {
    RouteTable table = flow.routeTable();
    List<List<Step>> ways = new ArrayList<>();
    List<Verdict.CannotTell> doubts = new ArrayList<>();
    List<Step> otherwise = nowhere("no way to the internet");
    for (Route route : table.routes()) {
      Ternary fits = CidrMatch.holdsPublic(route.destination());
      if (fits.isYes()) {
        otherwise = by(route);
      } else if (fits.isOpen()) {
        ways.add(by(route));
        doubts.add(new Verdict.CannotTell(UnknownPath.PATH_UNKNOWN, route.path(), fits.missing()));
      }
    }
    ways.addFirst(otherwise);
    table
        .unseen()
        .ifPresent(missing -> {
          ways.add(UnknownPath.steps(flow, missing));
          doubts.add(
              new Verdict.CannotTell(UnknownPath.PATH_UNKNOWN, flow.at(table.path()), missing));
        });
    return doubts.isEmpty()
        ? otherwise
        : PathChoice.either(StepKind.ROUTE_TABLE, doubts.getFirst(), ways);
  }

  private List<Step> nowhere(String found) {
    return List.of(new NoPath(flow, found).step());
  }

  private List<Step> by(Route route) {
    return switch (route.target()) {
      case Target.InternetGateway() -> byInternetGateway(route);
      case Target.Nat nat -> byNat(route, nat);
      case Target.Elsewhere(String what) -> UnknownPath.steps(flow, "what lies behind " + what);
    };
  }

  private List<Step> byInternetGateway(Route route) {
    Ternary isPublic = Ternary.isTrue(publicIp());
    return isPublic.isNo()
        ? nowhere("an internet gateway, but no public IP address to use it with")
        : List.of(
            new Step(
                StepKind.WAY,
                isPublic.isYes()
                    ? new Verdict.Can("internet gateway, with a public IP address")
                    : new Verdict.CannotTell(
                        PUBLIC_IP_MISSING, flow.workload().path(), isPublic.missing())),
            defaultRoute(route),
            new Step(StepKind.SECURITY_GROUPS, new SecurityGroupFilter(flow).toPublic()),
            new Step(StepKind.NETWORK_ACLS, new NetworkAclFilter(flow).toPublic()));
  }

  private Known<Boolean> publicIp() {
    return flow.workload().publicIp().missing().filter(SUBNETS_SETTING::equals).isPresent()
        ? flow.from().mapsPublicIps()
        : flow.workload().publicIp();
  }

  private List<Step> byNat(Route route, Target.Nat nat) {
    Subnet subnet = flow.network().subnet(nat.subnet());
    return List.of(
        new Step(StepKind.WAY, new Verdict.Can("NAT gateway " + nat.name())),
        new Step(
            StepKind.ROUTE_TABLE,
            new NatPath(flow, nat, subnet).verdict().and(defaultRoute(route).verdict())),
        new Step(StepKind.SECURITY_GROUPS, new SecurityGroupFilter(flow).toPublic()),
        new Step(StepKind.NETWORK_ACLS, new NetworkAclFilter(flow).through(subnet)));
  }

  private Step defaultRoute(Route route) {
    return new Step(
        StepKind.ROUTE_TABLE,
        new Verdict.Can(
            "%s routes %s there".formatted(flow.routeTable().id(), route.destination())));
  }
}
