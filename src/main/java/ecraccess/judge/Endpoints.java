package ecraccess.judge;

import ecraccess.logic.Claim;
import ecraccess.network.Endpoint;
import ecraccess.network.Id;
import ecraccess.network.Network;
import ecraccess.network.Vpc;
import ecraccess.service.Service;
import java.util.List;
import java.util.Optional;

/** What is claimed of endpoints again and again. */
final class Endpoints {
  private Endpoints() {}

  static Claim isFor(Endpoint endpoint, Service service) {
    return Claim.of(endpoint.service(), Optional.of(service)::equals);
  }

  static Claim isInRegion(Endpoint endpoint) {
    return Claim.isTrue(endpoint.inRegion());
  }

  static Claim isInterface(Endpoint endpoint) {
    return Claim.of(endpoint.type(), Endpoint.Type.INTERFACE::equals);
  }

  static Claim isGateway(Endpoint endpoint) {
    return Claim.of(endpoint.type(), Endpoint.Type.GATEWAY::equals);
  }

  static Claim isIn(Endpoint endpoint, Vpc vpc) {
    return endpoint.vpc().is(vpc.id());
  }

  /** That it makes its service's own host names lead to it, in its whole VPC. */
  static Claim takesTheNames(Endpoint endpoint) {
    return Claim.all(
        List.of(
            isInterface(endpoint),
            isInRegion(endpoint),
            Claim.isTrue(endpoint.privateDns()),
            Claim.isTrue(endpoint.available())));
  }

  /** That packets from subnets of that route table to its service go through it. */
  static Claim takesTheRoute(Endpoint endpoint, Id routeTable) {
    return Claim.all(
        List.of(
            isGateway(endpoint),
            isInRegion(endpoint),
            hasRouteIn(endpoint, routeTable),
            Claim.isTrue(endpoint.available())));
  }

  static Claim hasRouteIn(Endpoint endpoint, Id routeTable) {
    return Claim.any(
        endpoint.routeTables().stream().map(table -> table.is(routeTable)).toList());
  }

  static List<Endpoint> of(Network network, Service service) {
    return network.endpoints().stream()
        .filter(endpoint -> !isFor(endpoint, service).isNo())
        .toList();
  }

  /** Whether the user wrote a shorthand and not the endpoint itself. */
  static boolean isGenerated(Endpoint endpoint) {
    return !endpoint.name().equals(endpoint.maker());
  }
}
