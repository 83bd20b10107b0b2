package ecraccess.reach.rule;

import ecraccess.core.logic.Ternary;
import ecraccess.reach.filter.SecurityGroupFilter;
import ecraccess.reach.filter.SecurityGroupTexts;
import ecraccess.reach.flow.EndpointClaims;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.SecurityGroup;
import ecraccess.reach.model.Vpc;
import ecraccess.reach.policy.EndpointPolicy;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Endpoints that EC2 accepts and that let nothing through. Where they take the names or the route
 * of their service, everything that Amazon's resolver or that route table serves loses it.
 *
 * @param withUseless whether those count as well that are of no use, but in nobody's way
 */
public record DeadEndpoints(Network network, boolean withUseless) {

  /** What is wrong with each of them. */
  public Stream<Verdict> findings() {
    return network.endpoints().stream()
        .flatMap(endpoint -> cutsOff(endpoint) ? faults(endpoint) : Stream.of())
        .filter(Verdict.Cannot.class::isInstance);
  }

  private boolean cutsOff(Endpoint endpoint) {
    return withUseless
        || EndpointClaims.takesTheNames(endpoint)
            .or(
                EndpointClaims.isGateway(endpoint)
                    .and(Ternary.of(!endpoint.routeTables().isEmpty())))
            .isYes();
  }

  private Stream<Verdict> faults(Endpoint endpoint) {
    return Stream.of(
            withoutSubnets(endpoint),
            withoutRouteTables(endpoint),
            closed(endpoint),
            EndpointPolicy.denyOnly(endpoint, () -> ""))
        .flatMap(Optional::stream);
  }

  public static Optional<Verdict> withoutSubnets(Endpoint endpoint) {
    return Findings.of(
        EndpointClaims.isInterface(endpoint).and(Ternary.of(endpoint.subnets().isEmpty())),
        endpoint.paths().apply("SubnetIds"),
        () ->
            "expected at least one subnet for the interfaces of %s, found none; name one of each zone"
                .formatted(endpoint.name()));
  }

  public static Optional<Verdict> withoutRouteTables(Endpoint endpoint) {
    return Findings.of(
        EndpointClaims.isGateway(endpoint).and(Ternary.of(endpoint.routeTables().isEmpty())),
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
    return Findings.of(
        EndpointClaims.isInterface(endpoint).and(SecurityGroupFilter.admitsNobody(groups)),
        groups.getFirst().ingress().path(),
        () -> SecurityGroupTexts.closed(groups));
  }
}
