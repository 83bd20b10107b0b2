package ecraccess.reach.flow;

import ecraccess.core.aws.Service;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.Vpc;
import java.util.List;
import java.util.Optional;

/** What is claimed of endpoints again and again. */
public final class EndpointClaims {
  private EndpointClaims() {}

  public static Ternary isFor(Endpoint endpoint, Service service) {
    return Ternary.of(endpoint.service(), Optional.of(service)::equals);
  }

  public static Ternary isInRegion(Endpoint endpoint) {
    return Ternary.isTrue(endpoint.inRegion());
  }

  public static Ternary isInterface(Endpoint endpoint) {
    return Ternary.of(endpoint.type(), Endpoint.Type.INTERFACE::equals);
  }

  public static Ternary isGateway(Endpoint endpoint) {
    return Ternary.of(endpoint.type(), Endpoint.Type.GATEWAY::equals);
  }

  public static Ternary isIn(Endpoint endpoint, Vpc vpc) {
    return endpoint.vpc().is(vpc.id());
  }

  /** That it makes its service's own host names lead to it, in its whole VPC. */
  public static Ternary takesTheNames(Endpoint endpoint) {
    return Ternary.all(
        List.of(
            isInterface(endpoint),
            isInRegion(endpoint),
            Ternary.isTrue(endpoint.privateDns()),
            Ternary.isTrue(endpoint.available())));
  }

  /** That packets from subnets of that route table to its service go through it. */
  public static Ternary takesTheRoute(Endpoint endpoint, Id routeTable) {
    return Ternary.all(
        List.of(
            isGateway(endpoint),
            isInRegion(endpoint),
            hasRouteIn(endpoint, routeTable),
            Ternary.isTrue(endpoint.available())));
  }

  public static Ternary hasRouteIn(Endpoint endpoint, Id routeTable) {
    return Ternary.any(endpoint.routeTables().stream().map(table -> table.is(routeTable)).toList());
  }

  public static List<Endpoint> of(Network network, Service service) {
    return network.endpoints().stream()
        .filter(endpoint -> !isFor(endpoint, service).isNo())
        .toList();
  }

  /** Whether the user wrote a shorthand and not the endpoint itself. */
  public static boolean isGenerated(Endpoint endpoint) {
    return !endpoint.name().equals(endpoint.maker());
  }
}
