package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.RouteTable.Route;
import ecraccess.reach.model.RouteTable.Target;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads routes. */
final class RouteReader {
  /** Targets that nobody sees behind, by the property that names them. */
  private static final Map<String, String> ELSEWHERE = elsewhere();

  private final Scenario scenario;

  RouteReader(Scenario scenario) {
    this.scenario = scenario;
  }

  private static Map<String, String> elsewhere() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("TransitGatewayId", "transit gateway");
    kinds.put("VpcPeeringConnectionId", "VPC peering connection");
    kinds.put("NetworkInterfaceId", "network interface");
    kinds.put("InstanceId", "instance");
    kinds.put("VpcEndpointId", "endpoint");
    kinds.put("LocalGatewayId", "local gateway");
    kinds.put("CarrierGatewayId", "carrier gateway");
    kinds.put("EgressOnlyInternetGatewayId", "egress-only internet gateway");
    kinds.put("CoreNetworkArn", "core network");
    return Collections.unmodifiableMap(kinds);
  }

  Route read(Branch route) {
    return new Route(scenario.origin(route.path()), destination(route), target(route));
  }

  private Addresses destination(Branch route) {
    return scenario
        .member(route, "DestinationCidrBlock")
        .map(scenario::addresses)
        .or(() ->
            scenario
                .member(route, "DestinationIpv6CidrBlock")
                .map(block -> new Addresses.Ipv6(scenario.id(block).toString())))
        .or(() -> scenario.member(route, "DestinationPrefixListId").map(this::prefixList))
        .orElseGet(() -> new Addresses.Open("a destination", "the destination of a route"));
  }

  private Addresses prefixList(Branch place) {
    Id list = scenario.id(place);
    return new Addresses.Open("prefix list " + list, "the addresses of prefix list " + list);
  }

  private Target target(Branch route) {
    Optional<Target> target =
        scenario
            .member(route, "NatGatewayId")
            .map(this::nat)
            .or(() -> scenario.member(route, "GatewayId").map(this::gateway));
    for (Map.Entry<String, String> kind : ELSEWHERE.entrySet()) {
      target =
          target.or(() ->
              scenario
                  .member(route, kind.getKey())
                  .map(place -> new Target.Elsewhere(kind.getValue() + " " + scenario.id(place))));
    }
    return target.orElseGet(() -> new Target.Elsewhere("a target that the route does not name"));
  }

  /** An ID that is written out tells by its beginning what it is of. */
  private Target gateway(Branch place) {
    Id id = scenario.id(place);
    boolean isInternet =
        switch (id) {
          case Id.Created(String name) -> made(name, "AWS::EC2::InternetGateway").isPresent();
          case Id.Literal(String text) -> text.startsWith("igw-");
          case Id.Item item -> false;
          case Id.Open open -> false;
        };
    return isInternet ? new Target.InternetGateway() : new Target.Elsewhere("gateway " + id);
  }

  /** Whatever it is, it is a NAT gateway: no other ID is taken here. */
  private Target nat(Branch place) {
    Id id = scenario.id(place);
    Optional<Branch> properties =
        (id instanceof Id.Created(String name)
                ? made(name, "AWS::EC2::NatGateway")
                : Optional.<Resource>empty())
            .map(scenario::properties);
    String elsewhere = "the subnet of NAT gateway " + id;
    return new Target.Nat(
        id.toString(),
        properties
            .flatMap(nat -> scenario.member(nat, "SubnetId"))
            .map(scenario::id)
            .orElseGet(() -> new Id.Open(elsewhere, elsewhere)),
        properties
            .map(this::isPublic)
            .orElseGet(() -> Known.unknown("whether NAT gateway " + id + " is public")));
  }

  private Known<Boolean> isPublic(Branch nat) {
    return scenario
        .member(nat, "ConnectivityType")
        .map(scenario::text)
        .map(type -> type.map("public"::equals))
        .orElse(Known.is(true));
  }

  private Optional<Resource> made(String name, String type) {
    return scenario.resource(name).filter(resource -> resource.isOfType(type));
  }
}
