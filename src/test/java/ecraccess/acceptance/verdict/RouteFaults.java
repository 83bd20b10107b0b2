package ecraccess.acceptance.verdict;

import static ecraccess.acceptance.verdict.Fault.Scope.ANYWHERE;
import static ecraccess.acceptance.verdict.Fault.Scope.ISOLATED;
import static ecraccess.acceptance.verdict.Fault.Scope.VPC_INSIDE;
import static ecraccess.acceptance.verdict.View.property;

import ecraccess.acceptance.verdict.Fault.Mutation;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Mistakes on the way to image layers, and out through a NAT gateway. */
final class RouteFaults {
  private static final String ROUTE_TABLES = "RouteTableIds";

  private RouteFaults() {}

  static List<Fault> all() {
    return List.of(
        gatewayWithout("the table of one subnet", Optional.of("[!Ref RoutesA]")),
        gatewayWithout("any route table", Optional.empty()),
        gatewayWithout("a route table in its list", Optional.of("[]")),
        mainTable(),
        otherTable(),
        withoutNat("NatGatewayId of one subnet's route is gone", "RouteToNatB"),
        withoutNat("the NAT gateway's subnet has no route to the internet", "RouteToInternet"),
        privateNat(),
        natWith(
            "no address",
            ANYWHERE,
            "AllocationId",
            (view, nat) ->
                Mutation.of(
                        view.edit().remove(property(nat, "AllocationId")), JsonPath.of("Resources"))
                    .whatever()),
        natWith(
            "a place behind itself",
            VPC_INSIDE,
            "itself",
            (view, nat) ->
                Mutation.of(
                    view.edit().set(property(nat, "SubnetId"), Text.yaml("!Ref SubnetA")),
                    JsonPath.of("Resources"))),
        detached(),
        blocked(),
        natRoute("a NAT gateway as GatewayId", ANYWHERE, "NatGatewayId", "GatewayId", "!Ref Nat"),
        natRoute(
            "a peering as its target",
            VPC_INSIDE,
            "peering",
            "VpcPeeringConnectionId",
            "pcx-0123456789abcdef0"),
        natRoute(
            "an internet gateway as its target, for tasks without public addresses",
            VPC_INSIDE,
            "(?i)public IP",
            "GatewayId",
            "!Ref InternetGateway"));
  }

  private static Fault gatewayWithout(String what, Optional<String> tables) {
    return Fault.of(
        "the gateway endpoint of s3 without " + what,
        "run 3",
        ISOLATED,
        "(?i)route table",
        view ->
            inside(view)
                .map(gateway -> {
                  JsonPath place = property(gateway, ROUTE_TABLES);
                  return Mutation.of(
                      tables.isPresent()
                          ? view.edit().set(place, Text.yaml(tables.get()))
                          : view.edit().remove(place),
                      place);
                }));
  }

  private static Optional<Resource> inside(View view) {
    return view.endpoint("s3").filter(gateway -> view.vpc().isPresent());
  }

  /** A shorthand would look the main table up. */
  private static Fault mainTable() {
    return Fault.of(
        "a subnet without an association",
        "run 3",
        ISOLATED,
        "(?i)main",
        view ->
            inside(view)
                .flatMap(gateway -> association(view))
                .map(association ->
                    Mutation.of(
                        view.without(association),
                        JsonPath.of("Resources", "SubnetB"),
                        property(view.endpoint("s3").orElseThrow(), ROUTE_TABLES))));
  }

  /** An association with a table that the gateway knows nothing of. */
  private static Fault otherTable() {
    return Fault.of(
        "a subnet with a route table of its own",
        "run 3",
        ISOLATED,
        "OwnRoutes",
        view ->
            inside(view)
                .flatMap(gateway -> association(view))
                .map(association ->
                    Mutation.of(
                        view.edit()
                            .set(
                                JsonPath.of("Resources", "OwnRoutes"),
                                Text.block(
                                    """
                                    Type: AWS::EC2::RouteTable
                                    Properties: {VpcId: !Ref Vpc}
                                    """))
                            .set(
                                property(association, "RouteTableId"), Text.yaml("!Ref OwnRoutes")),
                        association.path(),
                        property(view.endpoint("s3").orElseThrow(), ROUTE_TABLES))));
  }

  private static Optional<Resource> association(View view) {
    return view.all("AWS::EC2::SubnetRouteTableAssociation")
        .filter(resource ->
            view.lastSubnet().isPresent()
                && resource.property("SubnetId").equals(Optional.of(Text.yaml("!Ref SubnetB"))))
        .findFirst();
  }

  private static Fault withoutNat(String name, String route) {
    return Fault.of(
        name,
        "run 7",
        VPC_INSIDE,
        "(?i)internet|NAT|0\\.0\\.0\\.0/0",
        view ->
            view.resource(route)
                .filter(resource -> resource.isOfType("AWS::EC2::Route"))
                .map(resource -> Mutation.of(view.without(resource), JsonPath.of("Resources"))));
  }

  private static Fault natWith(
      String what, Fault.Scope scope, String reason, BiFunction<View, Resource, Mutation> make) {
    return Fault.of(
        "a NAT gateway with " + what,
        "run 7",
        scope,
        reason,
        view -> view.only("AWS::EC2::NatGateway").map(nat -> make.apply(view, nat)));
  }

  private static Fault detached() {
    return Fault.of(
        "the internet gateway is not attached",
        "run 7",
        ANYWHERE,
        "attached",
        view ->
            view.only("AWS::EC2::VPCGatewayAttachment")
                .map(
                    attachment -> Mutation.of(view.without(attachment), JsonPath.of("Resources"))));
  }

  private static Fault blocked() {
    return Fault.of(
        "VPC Block Public Access closes the internet gateway",
        "run 7",
        VPC_INSIDE,
        "Block Public Access",
        view ->
            view.only("AWS::EC2::NatGateway")
                .map(nat ->
                    Mutation.of(
                        view.edit()
                            .set(
                                JsonPath.of("Resources", "Blocked"),
                                Text.block(
                                    """
                                    Type: AWS::EC2::VPCBlockPublicAccessOptions
                                    Properties: {InternetGatewayBlockMode: block-bidirectional}
                                    """)),
                        JsonPath.of("Resources", "Blocked"))));
  }

  /** The route of one subnet to its NAT gateway, with another target. */
  private static Fault natRoute(
      String what, Fault.Scope scope, String reason, String property, String target) {
    return Fault.of(
        "a default route with " + what,
        "run 7",
        scope,
        reason,
        view ->
            view.resource("RouteToNatB")
                .map(route ->
                    Mutation.of(
                        view.edit()
                            .remove(property(route, "NatGatewayId"))
                            .set(property(route, property), Text.yaml(target)),
                        JsonPath.of("Resources"))));
  }

  private static Fault privateNat() {
    return Fault.of(
        "the NAT gateway is a private one",
        "run 7",
        VPC_INSIDE,
        "(?i)public|private",
        view ->
            view.only("AWS::EC2::NatGateway")
                .map(nat ->
                    Mutation.of(
                        view.edit()
                            .set(property(nat, "ConnectivityType"), new Json.Str("private"))
                            .remove(property(nat, "AllocationId")),
                        JsonPath.of("Resources"))));
  }
}
