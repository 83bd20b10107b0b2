package ecraccess.live.network;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.live.lookup.Account;
import ecraccess.live.lookup.NetworkRequest;
import ecraccess.reach.model.Additions;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the routes of a VPC lead. */
record LiveRoutes(NetworkRequest request, VpcSnapshot facts) {
  private static final String PREFIX_LIST = "pl-";

  /** What stands behind a target, by how its ID begins. */
  private static final Map<String, String> OUTSIDE =
      Map.of("tgw-", "transit gateway ", "vgw-", "virtual private gateway ");

  private static final Map<String, String> INSIDE =
      Map.of("eni-", "network interface ", "i-", "instance ", "vpce-", "endpoint ");

  List<RouteTable> tables() {
    return VpcSnapshot.all(facts.routeTables())
        .map(table ->
            new RouteTable(
                new Id.Literal(table.id()),
                JsonPath.of(table.id()),
                new Id.Literal(table.vpc()),
                table.routes().stream()
                    .filter(LiveRoutes::counts)
                    .map(route -> route(table, route))
                    .toList(),
                request.unseen("the routes of " + table.id(), List.of(Additions.ROUTE))))
        .toList();
  }

  /** Not the way within the VPC, nor what gateway endpoints add. */
  private static boolean counts(Account.Route route) {
    return !route.target().equals("local")
        && !(route.target().startsWith("vpce-") && route.destination().startsWith(PREFIX_LIST));
  }

  private RouteTable.Route route(Account.RouteTable table, Account.Route route) {
    return new RouteTable.Route(
        JsonPath.of(table.id(), "Routes"), addresses(route.destination()), target(route));
  }

  /** A block as it is written, or what nobody sees into. */
  static Addresses addresses(String text) {
    return Addresses.parse(text)
        .orElseGet(() ->
            text.contains(":")
                ? new Addresses.OpenIpv6(text)
                : new Addresses.Open(text, "the addresses of " + text));
  }

  private RouteTable.Target target(Account.Route route) {
    String id = route.target();
    if (route.blackHole()) {
      return new RouteTable.Target.DeadEnd("a black hole", "was " + id + ", which is gone");
    }
    if (id.startsWith("igw-")) {
      return new RouteTable.Target.InternetGateway(id, Known.is(true), Optional.empty());
    }
    if (id.startsWith("nat-")) {
      return nat(id);
    }
    if (id.startsWith("pcx-")) {
      return new RouteTable.Target.DeadEnd(
          "VPC peering " + id,
          "leads to the other VPC only: a peering connection carries nothing to its gateways");
    }
    if (id.startsWith("eigw-")) {
      return new RouteTable.Target.DeadEnd(
          "egress-only internet gateway " + id, "carries IPv6 only");
    }
    return shown(INSIDE, id)
        .map(what -> new RouteTable.Target.Elsewhere(what, true))
        .orElseGet(() -> new RouteTable.Target.Elsewhere(shown(OUTSIDE, id).orElse(id), false));
  }

  private static Optional<String> shown(Map<String, String> kinds, String id) {
    return kinds.entrySet().stream()
        .filter(kind -> id.startsWith(kind.getKey()))
        .map(kind -> kind.getValue() + id)
        .findFirst();
  }

  private RouteTable.Target nat(String id) {
    Optional<Account.NatGateway> gateway =
        VpcSnapshot.all(facts.natGateways()).filter(one -> one.id().equals(id)).findFirst();
    String missing = "the subnet of NAT gateway " + id;
    Id subnet =
        gateway
            .flatMap(Account.NatGateway::subnet)
            .<Id>map(Id.Literal::new)
            .orElseGet(() -> new Id.Open(missing, facts.natGateways().missing().orElse(missing)));
    Known<Boolean> isPublic =
        gateway
            .map(one -> Known.is(one.isPublic()))
            .orElseGet(() -> Known.unknown("whether NAT gateway " + id + " is public"));
    return new RouteTable.Target.Nat(
        id, JsonPath.ROOT, Optional.of(subnet), isPublic, Known.is(true), Optional.empty());
  }
}
