package ecraccess.reach.trace;

import ecraccess.core.net.AddressSet;
import ecraccess.core.net.Cidr;
import ecraccess.reach.filter.Remote;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.RouteTable;
import ecraccess.reach.model.RouteTable.Route;
import ecraccess.reach.model.RouteTable.Target;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.trace.LongestPrefix.Candidate;
import ecraccess.reach.trace.LongestPrefix.Part;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a route table sends requests, by sets of addresses.
 *
 * @param shares what goes to one target, the share of the least specific route first
 * @param rest what goes nowhere
 * @param open routes whose destination nobody knows, so that they may take any of it
 */
record RouteChoice(List<Share> shares, AddressSet rest, List<Route> open) {
  public static final Check ROUTE_OVERRIDES_LOCAL =
      Check.of(
          "route-overrides-local",
          "Route as specific as the local one, or more",
          "Traffic within the VPC takes the most specific route. One to an appliance leads it "
              + "there first, and nobody sees what the appliance does.",
          "Remove the route, or make sure that the appliance lets TCP 443 through both ways.",
          "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html");

  /**
   * What goes to one target.
   *
   * @param routes that lead there: the halves of the internet are two
   */
  record Share(Target target, List<Route> routes, AddressSet addresses) {}

  private record Question(Id table, Remote remote) {}

  static RouteChoice of(Flow flow, RouteTable table, Remote remote) {
    return flow.memo().answer(new Question(table.id(), remote), () -> of(table.routes(), remote));
  }

  private static RouteChoice of(List<Route> routes, Remote remote) {
    List<Candidate<Route>> candidates = new ArrayList<>();
    for (Route route : routes) {
      candidates.add(new Candidate<>(route, blocks(route.destination(), remote)));
    }
    LongestPrefix<Route> choice = LongestPrefix.of(remote.all(), candidates);
    List<Share> shares = new ArrayList<>();
    for (Part<Route> part : choice.parts().reversed()) {
      add(shares, part);
    }
    return new RouteChoice(List.copyOf(shares), choice.rest(), choice.open());
  }

  /** Nothing where nobody knows them. */
  private static Optional<List<Cidr>> blocks(Addresses destination, Remote remote) {
    return switch (destination) {
      case Addresses.Exactly exactly -> Optional.of(exactly.blocks());
      // The entries of a list of AWS are more specific than what people write.
      case Addresses.OfService list ->
          Optional.of(
              remote.service().equals(Optional.of(list.service()))
                  ? remote.all().blocks()
                  : List.of());
      case Addresses.OpenIpv6 ipv6 -> Optional.of(List.of());
      case Addresses.Open open -> Optional.empty();
    };
  }

  private static void add(List<Share> shares, Part<Route> part) {
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      if (share.target().equals(part.route().target())) {
        List<Route> routes = new ArrayList<>(share.routes());
        routes.addFirst(part.route());
        shares.set(i, new Share(share.target(), routes, share.addresses().union(part.addresses())));
        return;
      }
    }
    shares.add(new Share(part.route().target(), List.of(part.route()), part.addresses()));
  }

  /**
   * What the requests meet that one subnet sends another of its VPC: the local route leads there,
   * unless one that is as specific, or more, leads to something else first.
   */
  static Optional<Verdict> detour(Flow flow, Subnet from, Subnet to) {
    if (from.id().is(to.id()).isYes()) {
      return Optional.empty();
    }
    RouteTable table = flow.network().routeTable(from.routeTable(), from.vpc());
    return detour(flow, table, to);
  }

  /** The same for what comes by that table, whoever has it. */
  static Optional<Verdict> detour(Flow flow, RouteTable table, Subnet to) {
    Remote remote = Remote.of(to, flow.network());
    List<Addresses> local = flow.network().vpc(to.vpc()).blocks();
    for (Route route : table.routes()) {
      if (route.destination() instanceof Addresses.Open open
          && mayStandBeforeLocal(route.target())) {
        return Optional.of(
            new Verdict.CannotTell(ROUTE_OVERRIDES_LOCAL, flow.at(route.path()), open.missing()));
      }
      if (!(route.target() instanceof Target.Local)
          && route.destination() instanceof Addresses.Exactly destination
          && isAsSpecific(route.target(), destination, local)
          && remote.mayHold(destination)) {
        return Optional.of(
            new Verdict.CannotTell(
                ROUTE_OVERRIDES_LOCAL,
                flow.at(route.path()),
                "what lies behind %s, where %s routes %s, which %s has"
                    .formatted(shown(route.target()), table.id(), destination, to.id())));
      }
    }
    return Optional.empty();
  }

  /** VPCs have blocks from /16 to /28, so a wider route is less specific than any. */
  private static boolean isAsSpecific(
      Target target, Addresses.Exactly destination, List<Addresses> local) {
    boolean known = false;
    for (Addresses block : local) {
      if (block instanceof Addresses.Exactly its) {
        known = true;
        if (its.set().contains(destination.set())) {
          return true;
        }
      }
    }
    return !known
        && mayStandBeforeLocal(target)
        && destination.blocks().stream().anyMatch(block -> block.prefix() >= 16);
  }

  /** What EC2 takes as the target of a route more specific than the local one. */
  private static boolean mayStandBeforeLocal(Target target) {
    return target instanceof Target.Nat
        || (target instanceof Target.Elsewhere(var w, var in) && in);
  }

  static String shown(Target target) {
    return switch (target) {
      case Target.InternetGateway gateway -> gateway.name();
      case Target.Nat nat -> "NAT gateway " + nat.name();
      case Target.Local local -> "the VPC";
      case Target.DeadEnd end -> end.what();
      case Target.Refused refused -> "a target that EC2 refuses";
      case Target.Elsewhere elsewhere -> elsewhere.what();
    };
  }
}
