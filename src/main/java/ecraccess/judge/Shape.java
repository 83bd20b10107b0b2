package ecraccess.judge;

import ecraccess.logic.Claim;
import static ecraccess.judge.Endpoints.isGateway;
import static ecraccess.judge.Endpoints.isInterface;

import ecraccess.network.Endpoint;
import ecraccess.network.Network;
import ecraccess.service.Service;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What EC2 refuses in an endpoint by itself: properties that do not go together. */
final class Shape {
  private final Network network;

  Shape(Network network) {
    this.network = network;
  }

  /** The first proof that EC2 refuses the endpoint. */
  Optional<Verdict> refusal(Endpoint endpoint) {
    return of(endpoint).filter(Verdict.Cannot.class::isInstance).findFirst();
  }

  /** Every doubt and refusal. */
  Stream<Verdict> of(Endpoint endpoint) {
    Claim noSuchGateway =
        isGateway(endpoint).and(Claim.of(endpoint.service(), Shape::hasNoGateway));
    Stream<Optional<Verdict>> gateway =
        noSuchGateway.isNo()
            ? Stream.of(subnets(endpoint), groups(endpoint), privateDns(endpoint))
            : Stream.of(gatewayOfNone(endpoint, noSuchGateway));
    Stream<Optional<Verdict>> rest =
        Stream.of(
            routeTables(endpoint),
            new ServiceName(network, endpoint).finding(),
            PolicyLength.finding(endpoint));
    return Stream.concat(Stream.concat(gateway, rest).flatMap(Optional::stream), homes(endpoint));
  }

  /** S3 has relatives with gateways of their own. */
  private static boolean hasNoGateway(Optional<Service> service) {
    return service
        .filter(its -> !its.isGateway() && !its.name().startsWith("s3"))
        .filter(its -> Service.known().contains(its.name()))
        .isPresent();
  }

  private static Optional<Verdict> gatewayOfNone(Endpoint endpoint, Claim wrong) {
    return Finding.of(
        wrong,
        endpoint.paths().apply("VpcEndpointType"),
        () ->
            "expected Interface for %s, found Gateway, which is CloudFormation's default; set VpcEndpointType: Interface"
                .formatted(serviceOf(endpoint)),
        () -> endpoint.subnets().isEmpty() ? "" : Symptoms.text(Symptom.SUBNETS_ON_GATEWAY));
  }

  private static Optional<Verdict> subnets(Endpoint endpoint) {
    return Finding.of(
        isGateway(endpoint).and(Claim.of(!endpoint.subnets().isEmpty())),
        endpoint.paths().apply("SubnetIds"),
        () ->
            "expected no SubnetIds on the gateway endpoint %s, which is reached by route tables, found %s; remove them"
                .formatted(endpoint.name(), Texts.list(endpoint.subnets())),
        () -> Symptoms.text(Symptom.SUBNETS_ON_GATEWAY));
  }

  private static Optional<Verdict> groups(Endpoint endpoint) {
    return Finding.of(
        isGateway(endpoint).and(Claim.of(!endpoint.groups().isEmpty())),
        endpoint.paths().apply("SecurityGroupIds"),
        () ->
            "expected no SecurityGroupIds on the gateway endpoint %s, which has no interfaces, found %s; remove them"
                .formatted(endpoint.name(), Texts.list(endpoint.groups())));
  }

  private static Optional<Verdict> privateDns(Endpoint endpoint) {
    return Finding.of(
        isGateway(endpoint).and(Claim.isTrue(endpoint.privateDns())),
        endpoint.paths().apply("PrivateDnsEnabled"),
        () ->
            "expected no PrivateDnsEnabled on the gateway endpoint %s, which is reached by route tables, found true; remove it"
                .formatted(endpoint.name()));
  }

  private static Optional<Verdict> routeTables(Endpoint endpoint) {
    return Finding.of(
        isInterface(endpoint).and(Claim.of(!endpoint.routeTables().isEmpty())),
        endpoint.paths().apply("RouteTableIds"),
        () ->
            "expected no RouteTableIds on the interface endpoint %s, which is reached by DNS, found %s; remove them%s"
                .formatted(
                    endpoint.name(),
                    Texts.list(endpoint.routeTables()),
                    Endpoints.isFor(endpoint, Service.S3).isYes()
                        ? ", or set VpcEndpointType: Gateway"
                        : ""),
        () -> Symptoms.text(Symptom.ROUTE_TABLES_ON_INTERFACE));
  }

  /** Whether its subnets, groups and route tables are of its own VPC. */
  private Stream<Verdict> homes(Endpoint endpoint) {
    Home home = new Home(endpoint);
    return Stream.of(
            endpoint.subnets().stream()
                .map(network::subnet)
                .map(subnet -> home.of("SubnetIds", "a subnet", subnet.id(), subnet.vpc())),
            endpoint.groups().stream()
                .map(network::securityGroup)
                .map(group ->
                    home.of("SecurityGroupIds", "a security group", group.id(), group.vpc())),
            endpoint.routeTables().stream()
                .map(table -> network.routeTable(table, endpoint.vpc()))
                .map(table -> home.of("RouteTableIds", "a route table", table.id(), table.vpc())))
        .flatMap(findings -> findings)
        .flatMap(Optional::stream);
  }

  private static String serviceOf(Endpoint endpoint) {
    return endpoint.service().value().flatMap(its -> its).map(Service::name).orElse("it");
  }

  static List<Verdict> all(Network network) {
    Shape shape = new Shape(network);
    return network.endpoints().stream().flatMap(shape::of).toList();
  }
}
