package ecraccess.acceptance.oracle;

import ecraccess.acceptance.oracle.Facts.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What EC2 refuses of a random network: the documented refusals that the generator can run into.
 */
record Refusals(Facts facts) {

  List<String> all() {
    List<String> all = new ArrayList<>();
    endpoints().filter(this::isInterface).forEach(one -> ofInterface(one).forEach(all::add));
    if (hasDouble(endpoints().filter(this::takesNames), one -> one.text("ServiceName"))) {
      all.add("refused: two endpoints with the private names of one service");
    }
    if (hasDouble(
        endpoints()
            .filter(one -> !isInterface(one))
            .flatMap(one -> one.texts("RouteTableIds").stream()),
        table -> table)) {
      all.add("refused: two gateways on one table");
    }
    facts.all("AWS::EC2::Route").forEach(route -> ofRoute(route).ifPresent(all::add));
    if (hasDouble(
        facts.all("AWS::EC2::Route").filter(route -> route.get("DestinationCidrBlock").isPresent()),
        route -> route.text("RouteTableId") + route.text("DestinationCidrBlock"))) {
      all.add("refused: two routes to one block");
    }
    facts
        .all("AWS::EC2::NatGateway")
        .filter(this::isUsed)
        .forEach(nat -> ofNat(nat).ifPresent(all::add));
    return all;
  }

  private Stream<Resource> endpoints() {
    return facts.all("AWS::EC2::VPCEndpoint");
  }

  private boolean isInterface(Resource endpoint) {
    return endpoint.text("VpcEndpointType", "Gateway").equals("Interface");
  }

  private boolean takesNames(Resource endpoint) {
    return isInterface(endpoint) && endpoint.isTrue("PrivateDnsEnabled", false);
  }

  private Stream<String> ofInterface(Resource endpoint) {
    Resource vpc = facts.need(endpoint.text("VpcId"), "AWS::EC2::VPC");
    Stream<Resource> subnets =
        endpoint.texts("SubnetIds").stream().map(id -> facts.need(id, "AWS::EC2::Subnet"));
    return Stream.concat(
        takesNames(endpoint)
                && !(vpc.isTrue("EnableDnsHostnames", false)
                    && vpc.isTrue("EnableDnsSupport", true))
            ? Stream.of("refused: private DNS in a VPC without DNS attributes")
            : Stream.of(),
        hasDouble(subnets, one -> one.text("AvailabilityZone"))
            ? Stream.of("refused: two subnets of one zone")
            : Stream.of());
  }

  private Optional<String> ofRoute(Resource route) {
    return route
        .get("GatewayId")
        .map(Object::toString)
        .filter(gateway -> facts.of(gateway, "AWS::EC2::InternetGateway").isPresent())
        .filter(gateway -> !isAttached("InternetGatewayId", gateway))
        .map(gateway -> "refused: route to a detached gateway");
  }

  private boolean isAttached(String property, String gateway) {
    return facts
        .all("AWS::EC2::VPCGatewayAttachment")
        .anyMatch(one -> one.text(property, "").equals(gateway));
  }

  /** What no route leads to is not looked at, as little as any other resource of the template. */
  private boolean isUsed(Resource nat) {
    return facts
        .all("AWS::EC2::Route")
        .anyMatch(route -> route.text("NatGatewayId", "").equals(nat.token()));
  }

  private Optional<String> ofNat(Resource nat) {
    boolean isPublic = nat.text("ConnectivityType", "public").equals("public");
    boolean regional = nat.text("AvailabilityMode", "zonal").equals("regional");
    if (isPublic && !regional && nat.get("AllocationId").isEmpty()) {
      return Optional.of("refused: public NAT gateway without address");
    }
    return isPublic && facts.all("AWS::EC2::VPCGatewayAttachment").findAny().isEmpty()
        ? Optional.of("refused: NAT gateway in a VPC without internet gateway")
        : Optional.empty();
  }

  private static <T> boolean hasDouble(Stream<T> all, Function<T, String> key) {
    Set<String> seen = new HashSet<>();
    return !all.allMatch(one -> seen.add(key.apply(one)));
  }
}
