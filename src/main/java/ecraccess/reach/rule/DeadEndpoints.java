package ecraccess.reach.rule;

import ecraccess.core.aws.Service;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.filter.SecurityGroupFilter;
import ecraccess.reach.filter.SecurityGroupTexts;
import ecraccess.reach.flow.EndpointClaims;
import ecraccess.reach.flow.Request;
import ecraccess.reach.flow.Requests;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.SecurityGroup;
import ecraccess.reach.model.Vpc;
import ecraccess.reach.policy.EndpointPolicy;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Note;
import ecraccess.reach.verdict.Symptom;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Endpoints that EC2 accepts and that let nothing through. Where they take the names or the route
 * of their service, everything that Amazon's resolver or that route table serves loses it.
 *
 * @param withUseless whether those count as well that are of no use, but in nobody's way
 */
public record DeadEndpoints(Network network, boolean withUseless) {
  public static final Check NO_SUBNETS =
      Check.of(
          "endpoint-without-subnets",
          "Interface endpoint without subnets",
          "An interface endpoint without a subnet has no network interface, so nothing "
              + "reaches it.",
          "Name one subnet of each zone in `SubnetIds`.",
          "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html");

  public static final Check NO_ROUTE_TABLES =
      Check.of(
              "gateway-without-route-tables",
              "Gateway endpoint without route tables",
              "A gateway endpoint without a route table takes no traffic. It looks healthy, "
                  + "and no layer arrives through it.",
              "Name the route tables of the subnets that images are pulled in.",
              "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html")
          .saidAs(Symptom.LAYER_TIMEOUT);

  /**
   * What is wrong with each of them that something here calls for sure. What may be called is
   * judged by its trace.
   */
  public Stream<Verdict> findings() {
    return faults(endpoint -> isAmong(endpoint, called(Requests::certainServices)))
        .map(fault -> fault);
  }

  /** The same of those that nothing here calls: no image is kept away, nor a task. */
  public Stream<Note> notes() {
    return faults(endpoint -> !isAmong(endpoint, called(Requests::services)))
        .map(fault ->
            new Note(
                fault.check(),
                fault.path(),
                fault.text() + "; it stops nothing here, since nothing here calls the service"));
  }

  private Stream<Verdict.Cannot> faults(Predicate<Endpoint> which) {
    return network.endpoints().stream()
        .filter(which)
        .flatMap(endpoint -> cutsOff(endpoint) ? faults(endpoint) : Stream.of())
        .filter(Verdict.Cannot.class::isInstance)
        .map(Verdict.Cannot.class::cast);
  }

  private static boolean isAmong(Endpoint endpoint, Stream<Service> services) {
    return services.anyMatch(service -> !EndpointClaims.isFor(endpoint, service).isNo());
  }

  /** By a pull, or by something else that a workload starts with. */
  private Stream<Service> called(Function<Requests, Stream<Service>> byOne) {
    return network.workloads().isEmpty()
        ? Service.OF_A_PULL.stream()
        : network.workloads().stream()
            .flatMap(workload -> byOne.apply(new Requests(network, workload)));
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
        NO_SUBNETS,
        EndpointClaims.isInterface(endpoint).and(Ternary.of(endpoint.subnets().isEmpty())),
        endpoint.paths().apply("SubnetIds"),
        () ->
            "expected at least one subnet for the interfaces of %s, found none; name one of each zone"
                .formatted(endpoint.name()));
  }

  public static Optional<Verdict> withoutRouteTables(Endpoint endpoint) {
    return Findings.of(
        NO_ROUTE_TABLES,
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
        SecurityGroupFilter.ENDPOINT_GROUP_CLOSED,
        EndpointClaims.isInterface(endpoint).and(SecurityGroupFilter.admitsNobody(groups)),
        groups.getFirst().ingress().path(),
        () -> SecurityGroupTexts.closed(groups, Request.HTTPS));
  }
}
