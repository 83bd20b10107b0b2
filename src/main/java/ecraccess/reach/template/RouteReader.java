package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.RouteTable.Route;
import ecraccess.reach.model.RouteTable.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads routes. */
final class RouteReader {

  /**
   * A kind of target: the property of a route that names it, the type whose resources it is (empty
   * where nothing in a template makes it), how its IDs begin, and what it is called.
   */
  private enum Kind {
    NAT("NatGatewayId", "AWS::EC2::NatGateway", "nat-", "NAT gateway"),
    INTERNET("GatewayId", "AWS::EC2::InternetGateway", "igw-", "internet gateway"),
    VIRTUAL_PRIVATE("GatewayId", "AWS::EC2::VPNGateway", "vgw-", "virtual private gateway"),
    TRANSIT("TransitGatewayId", "AWS::EC2::TransitGateway", "tgw-", "transit gateway"),
    PEERING(
        "VpcPeeringConnectionId",
        "AWS::EC2::VPCPeeringConnection",
        "pcx-",
        "VPC peering connection"),
    INTERFACE("NetworkInterfaceId", "AWS::EC2::NetworkInterface", "eni-", "network interface"),
    INSTANCE("InstanceId", "AWS::EC2::Instance", "i-", "instance"),
    ENDPOINT("VpcEndpointId", "AWS::EC2::VPCEndpoint", "vpce-", "endpoint"),
    LOCAL_GATEWAY("LocalGatewayId", "", "lgw-", "local gateway"),
    CARRIER("CarrierGatewayId", "AWS::EC2::CarrierGateway", "cagw-", "carrier gateway"),
    EGRESS_ONLY(
        "EgressOnlyInternetGatewayId",
        "AWS::EC2::EgressOnlyInternetGateway",
        "eigw-",
        "egress-only internet gateway"),
    CORE_NETWORK("CoreNetworkArn", "", "arn:", "core network");

    private final String property;
    private final String type;
    private final String prefix;
    private final String noun;

    Kind(String property, String type, String prefix, String noun) {
      this.property = property;
      this.type = type;
      this.prefix = prefix;
      this.noun = noun;
    }
  }

  /** A target as a route names it. */
  private record Named(String property, Branch place, Id id) {}

  private final Scenario scenario;
  private final InternetGatewayReader gateways;

  RouteReader(Scenario scenario) {
    this.scenario = scenario;
    this.gateways = new InternetGatewayReader(scenario);
  }

  /**
   * Reads one.
   *
   * @param vpc of its route table
   */
  Route read(Branch route, Id vpc) {
    return new Route(scenario.origin(route.path()), destination(route), target(route, vpc));
  }

  private Addresses destination(Branch route) {
    return scenario
        .member(route, "DestinationCidrBlock")
        .map(scenario::addresses)
        .or(() -> scenario.member(route, "DestinationIpv6CidrBlock").map(scenario::ipv6Addresses))
        .or(() -> scenario.member(route, "DestinationPrefixListId").map(scenario::prefixList))
        .orElseGet(() -> new Addresses.Open("a destination", "the destination of a route"));
  }

  private Target target(Branch route, Id vpc) {
    List<Named> named = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (named.stream().noneMatch(one -> one.property().equals(kind.property))) {
        scenario
            .member(route, kind.property)
            .ifPresent(place -> named.add(new Named(kind.property, place, scenario.id(place))));
      }
    }
    return switch (named.size()) {
      case 0 -> new Target.Elsewhere("a target that the route does not name", false);
      case 1 -> target(named.getFirst(), vpc);
      default ->
          new Target.Refused(
              scenario.origin(route.path()),
              "expected one target, found %s; remove all but one"
                  .formatted(
                      named.stream().map(Named::property).collect(Collectors.joining(" and "))));
    };
  }

  private Target target(Named named, Id vpc) {
    if (named.property().equals("GatewayId") && named.id().equals(new Id.Literal("local"))) {
      return new Target.Local();
    }
    Optional<Kind> kind = kind(named.id());
    Optional<Kind> misplaced =
        kind.filter(one -> !one.property.equals(named.property()))
            .filter(one -> !mayStand(one, named));
    if (misplaced.isPresent()) {
      return new Target.Refused(
          scenario.origin(named.place().path()),
          "expected %s in %s, found the %s %s; name it in %s"
              .formatted(
                  nouns(named.property()),
                  named.property(),
                  misplaced.get().noun,
                  named.id(),
                  misplaced.get().property));
    }
    return target(
        kind.orElseGet(() -> standard(named.property())), kind.isPresent(), named.id(), vpc);
  }

  /** Endpoints of appliances are named as gateways too, as EC2 shows them. */
  private static boolean mayStand(Kind kind, Named named) {
    return kind == Kind.ENDPOINT && named.property().equals("GatewayId");
  }

  private static String nouns(String property) {
    return property.equals("GatewayId")
        ? "an internet gateway or a virtual private gateway"
        : "a " + standard(property).noun;
  }

  private static Kind standard(String property) {
    for (Kind kind : Kind.values()) {
      if (kind.property.equals(property)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(property);
  }

  /** What the ID is of: a resource tells by its type, and one that is written out by its text. */
  private Optional<Kind> kind(Id id) {
    for (Kind kind : Kind.values()) {
      boolean is =
          switch (id) {
            case Id.Created(String name) ->
                !kind.type.isEmpty() && made(name, kind.type).isPresent();
            case Id.Literal(String text) -> text.startsWith(kind.prefix);
            case Id.Item item -> false;
            case Id.Open open -> false;
          };
      if (is) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private Target target(Kind kind, boolean certain, Id id, Id vpc) {
    return switch (kind) {
      case NAT -> nat(id);
      case INTERNET ->
          certain ? gateways.read(id, vpc) : new Target.Elsewhere("gateway " + id, false);
      case PEERING ->
          new Target.DeadEnd(
              kind.noun + " " + id,
              "leads to the other VPC only: a peering connection carries nothing to its gateways");
      case EGRESS_ONLY -> new Target.DeadEnd(kind.noun + " " + id, "carries IPv6 only");
      case INTERFACE, INSTANCE, ENDPOINT -> new Target.Elsewhere(kind.noun + " " + id, true);
      case VIRTUAL_PRIVATE, TRANSIT, LOCAL_GATEWAY, CARRIER, CORE_NETWORK ->
          new Target.Elsewhere(kind.noun + " " + id, false);
    };
  }

  /** Whatever it is, it is a NAT gateway: no other ID is taken here. */
  private Target nat(Id id) {
    Optional<Resource> made =
        id instanceof Id.Created(String name)
            ? made(name, "AWS::EC2::NatGateway")
            : Optional.empty();
    String elsewhere = "the subnet of NAT gateway " + id;
    return made.map(resource -> nat(id, resource))
        .orElseGet(() ->
            new Target.Nat(
                id.toString(),
                JsonPath.ROOT,
                Optional.of(new Id.Open(elsewhere, elsewhere)),
                Known.unknown("whether NAT gateway " + id + " is public"),
                Known.is(true),
                Optional.empty()));
  }

  private Target nat(Id id, Resource resource) {
    Branch nat = scenario.properties(resource);
    Known<Boolean> isPublic =
        text(nat, "ConnectivityType")
            .map(type -> type.map("public"::equals))
            .orElse(Known.is(true));
    Known<Boolean> isRegional =
        text(nat, "AvailabilityMode")
            .map(mode -> mode.map("regional"::equals))
            .orElse(Known.is(false));
    boolean hasAddress = scenario.member(nat, "AllocationId").isPresent();
    String elsewhere = "the subnet of NAT gateway " + id;
    Optional<Id> subnet =
        scenario
            .member(nat, "SubnetId")
            .map(scenario::id)
            .or(() ->
                isRegional.equals(Known.is(true))
                    ? Optional.empty()
                    : Optional.of(new Id.Open(elsewhere, isRegional.missing().orElse(elsewhere))));
    return new Target.Nat(
        id.toString(),
        scenario.origin(resource.path()),
        subnet,
        isPublic,
        hasAddress ? Known.is(true) : isRegional,
        subnet.isPresent()
            ? Optional.empty()
            : scenario.member(nat, "VpcId").map(scenario::id).map(gateways::ofVpc));
  }

  private Optional<Known<String>> text(Branch place, String name) {
    return scenario.member(place, name).map(scenario::text);
  }

  private Optional<Resource> made(String name, String type) {
    return scenario.resource(name).filter(resource -> resource.isOfType(type));
  }
}
