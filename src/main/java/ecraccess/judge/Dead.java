package ecraccess.judge;

import ecraccess.logic.Claim;
import ecraccess.network.Endpoint;
import ecraccess.network.Id;
import ecraccess.network.Network;
import ecraccess.network.SecurityGroup;
import ecraccess.network.Vpc;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Endpoints that EC2 accepts and that let nothing through. Where they take the names or the route
 * of their service, everything that Amazon's resolver or that route table serves loses it.
 *
 * @param withUseless whether those count as well that are of no use, but in nobody's way
 */
record Dead(Network network, boolean withUseless) {

  /** What is wrong with each of them. */
  Stream<Verdict> findings() {
    return network.endpoints().stream()
        .flatMap(endpoint -> cutsOff(endpoint) ? faults(endpoint) : Stream.of())
        .filter(Verdict.Cannot.class::isInstance);
  }

  private boolean cutsOff(Endpoint endpoint) {
    return withUseless
        || Endpoints.takesTheNames(endpoint)
            .or(Endpoints.isGateway(endpoint).and(Claim.of(!endpoint.routeTables().isEmpty())))
            .isYes();
  }

  private Stream<Verdict> faults(Endpoint endpoint) {
    return Stream.of(
            withoutSubnets(endpoint),
            withoutRouteTables(endpoint),
            closed(endpoint),
            denying(endpoint))
        .flatMap(Optional::stream);
  }

  static Optional<Verdict> withoutSubnets(Endpoint endpoint) {
    return Finding.of(
        Endpoints.isInterface(endpoint).and(Claim.of(endpoint.subnets().isEmpty())),
        endpoint.paths().apply("SubnetIds"),
        () ->
            "expected at least one subnet for the interfaces of %s, found none; name one of each zone"
                .formatted(endpoint.name()));
  }

  static Optional<Verdict> withoutRouteTables(Endpoint endpoint) {
    return Finding.of(
        Endpoints.isGateway(endpoint).and(Claim.of(endpoint.routeTables().isEmpty())),
        endpoint.paths().apply("RouteTableIds"),
        () ->
            "expected the route tables of the subnets that images are pulled in, found none, so that nothing goes through %s; name them in RouteTableIds"
                .formatted(endpoint.name()));
  }

  private Optional<Verdict> closed(Endpoint endpoint) {
    Vpc vpc = network.vpc(endpoint.vpc());
    List<Id> ids =
        endpoint.groups().isEmpty() ? List.of(vpc.defaultSecurityGroup()) : endpoint.groups();
    List<SecurityGroup> groups = ids.stream().map(network::securityGroup).toList();
    return Finding.of(
        Endpoints.isInterface(endpoint).and(Firewall.admitsNobody(groups)),
        groups.getFirst().ingress().path(),
        () -> FirewallTexts.closed(groups));
  }

  private static Optional<Verdict> denying(Endpoint endpoint) {
    return endpoint
        .policy()
        .value()
        .flatMap(policy -> policy)
        .flatMap(PolicyText::statements)
        .flatMap(statements -> Policies.nothing(endpoint, statements, () -> ""));
  }
}
