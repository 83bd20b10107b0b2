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
import ecraccess.reach.verdict.Trace.Hop;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The way to public addresses: over a NAT gateway, or an internet gateway. */
record InternetPath(Flow trip) {
  /** What launch templates that say nothing leave to the subnet. */
  private static final String SUBNETS_SETTING = "the subnet's setting";

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    List<Step> way = byTable();
    Verdict dns = new DnsAttributes(trip.network()).support(trip.vpc());
    boolean dnsIsTheFault = way.getFirst().hop() == Hop.DNS;
    if (!dnsIsTheFault || !(dns instanceof Verdict.Can)) {
      steps.add(new Step(Hop.DNS, dns instanceof Verdict.Can ? toPublicAddresses() : dns));
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
    RouteTable table = trip.routeTable();
    List<List<Step>> ways = new ArrayList<>();
    List<Verdict.CannotTell> doubts = new ArrayList<>();
    List<Step> otherwise = nowhere("no way to the internet");
    for (Route route : table.routes()) {
      Ternary fits = CidrMatch.holdsPublic(route.destination());
      if (fits.isYes()) {
        otherwise = by(route);
      } else if (fits.isOpen()) {
        ways.add(by(route));
        doubts.add(new Verdict.CannotTell(route.path(), fits.missing()));
      }
    }
    ways.addFirst(otherwise);
    table
        .unseen()
        .ifPresent(missing -> {
          ways.add(UnknownPath.steps(trip, missing));
          doubts.add(new Verdict.CannotTell(trip.at(table.path()), missing));
        });
    return doubts.isEmpty()
        ? otherwise
        : PathChoice.either(Hop.ROUTE_TABLE, doubts.getFirst(), ways);
  }

  private List<Step> nowhere(String found) {
    return List.of(new NoPath(trip, found).step());
  }

  private List<Step> by(Route route) {
    return switch (route.target()) {
      case Target.InternetGateway() -> byInternetGateway(route);
      case Target.Nat nat -> byNat(route, nat);
      case Target.Elsewhere(String what) -> UnknownPath.steps(trip, "what lies behind " + what);
    };
  }

  private List<Step> byInternetGateway(Route route) {
    Ternary isPublic = Ternary.isTrue(publicIp());
    return isPublic.isNo()
        ? nowhere("an internet gateway, but no public IP address to use it with")
        : List.of(
            new Step(
                Hop.WAY,
                isPublic.isYes()
                    ? new Verdict.Can("internet gateway, with a public IP address")
                    : new Verdict.CannotTell(trip.puller().path(), isPublic.missing())),
            defaultRoute(route),
            new Step(Hop.SECURITY_GROUPS, new SecurityGroupFilter(trip).toPublic()),
            new Step(Hop.NETWORK_ACLS, new NetworkAclFilter(trip).toPublic()));
  }

  private Known<Boolean> publicIp() {
    return trip.puller().publicIp().missing().filter(SUBNETS_SETTING::equals).isPresent()
        ? trip.from().mapsPublicIps()
        : trip.puller().publicIp();
  }

  private List<Step> byNat(Route route, Target.Nat nat) {
    Subnet subnet = trip.network().subnet(nat.subnet());
    return List.of(
        new Step(Hop.WAY, new Verdict.Can("NAT gateway " + nat.name())),
        new Step(
            Hop.ROUTE_TABLE,
            new NatPath(trip, nat, subnet).verdict().and(defaultRoute(route).verdict())),
        new Step(Hop.SECURITY_GROUPS, new SecurityGroupFilter(trip).toPublic()),
        new Step(Hop.NETWORK_ACLS, new NetworkAclFilter(trip).through(subnet)));
  }

  private Step defaultRoute(Route route) {
    return new Step(
        Hop.ROUTE_TABLE,
        new Verdict.Can(
            "%s routes %s there".formatted(trip.routeTable().id(), route.destination())));
  }
}
