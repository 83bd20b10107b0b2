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
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "tgw-", "transit gateway ",
          "pcx-", "VPC peering ",
          "eni-", "network interface ",
          "i-", "instance ",
          "vgw-", "virtual private gateway ",
          "vpce-", "endpoint ");

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
    return Addresses.Cidr.parse(text)
        .<Addresses>map(cidr -> cidr)
        .orElseGet(() ->
            text.contains(":")
                ? new Addresses.Ipv6(text)
                : new Addresses.Open(text, "the addresses of " + text));
  }

  private RouteTable.Target target(Account.Route route) {
    String id = route.target();
    if (route.blackHole()) {
      return new RouteTable.Target.Elsewhere("a black hole, because " + id + " is gone");
    }
    if (id.startsWith("igw-")) {
      return blocked()
          ? new RouteTable.Target.Elsewhere(id + ", which VPC Block Public Access closes")
          : new RouteTable.Target.InternetGateway();
    }
    if (id.startsWith("nat-")) {
      return nat(id);
    }
    return new RouteTable.Target.Elsewhere(
        ELSEWHERE.entrySet().stream()
            .filter(kind -> id.startsWith(kind.getKey()))
            .map(kind -> kind.getValue() + id)
            .findFirst()
            .orElse(id));
  }

  private boolean blocked() {
    return facts.vpc().value().flatMap(vpc -> vpc).filter(Account.Vpc::internetBlocked).isPresent();
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
    return new RouteTable.Target.Nat(id, subnet, isPublic);
  }
}
