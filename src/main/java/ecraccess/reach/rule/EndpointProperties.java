package ecraccess.reach.rule;

import static ecraccess.reach.flow.EndpointClaims.isGateway;
import static ecraccess.reach.flow.EndpointClaims.isInterface;

import ecraccess.core.aws.Service;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.flow.EndpointClaims;
import ecraccess.reach.flow.SameVpc;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.flow.Texts;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Network;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Symptom;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What EC2 refuses in an endpoint by itself: properties that do not go together. */
public final class EndpointProperties {
  public static final Check WRONG_TYPE =
      Check.of(
              "endpoint-type",
              "Gateway type on a service that has interface endpoints only",
              "`Gateway` is CloudFormation's default type. Only S3 and DynamoDB have gateway "
                  + "endpoints, so EC2 refuses the endpoint.",
              "Set `VpcEndpointType: Interface`.",
              "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html")
          .saidAs(Symptom.SUBNETS_ON_GATEWAY);

  public static final Check SUBNETS_ON_GATEWAY =
      Check.of(
              "gateway-with-subnets",
              "Subnets on a gateway endpoint",
              "A gateway endpoint is reached by route tables and has no network interfaces. "
                  + "EC2 refuses `SubnetIds` on it.",
              "Remove `SubnetIds`.",
              "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html")
          .saidAs(Symptom.SUBNETS_ON_GATEWAY);

  public static final Check GROUPS_ON_GATEWAY =
      Check.of(
          "gateway-with-security-groups",
          "Security groups on a gateway endpoint",
          "A gateway endpoint has no network interfaces that a security group could "
              + "guard. EC2 refuses `SecurityGroupIds` on it.",
          "Remove `SecurityGroupIds`.",
          "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html");

  public static final Check PRIVATE_DNS_ON_GATEWAY =
      Check.of(
          "gateway-with-private-dns",
          "Private DNS on a gateway endpoint",
          "A gateway endpoint is reached by route tables, not by names. EC2 refuses "
              + "`PrivateDnsEnabled` on it.",
          "Remove `PrivateDnsEnabled`.",
          "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html");

  public static final Check ROUTE_TABLES_ON_INTERFACE =
      Check.of(
              "interface-with-route-tables",
              "Route tables on an interface endpoint",
              "An interface endpoint is reached by DNS. EC2 refuses `RouteTableIds` on it.",
              "Remove `RouteTableIds`, or make it a gateway endpoint where the service has "
                  + "one.",
              "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html")
          .saidAs(Symptom.ROUTE_TABLES_ON_INTERFACE);

  private final Network network;

  public EndpointProperties(Network network) {
    this.network = network;
  }

  /** The first proof that EC2 refuses the endpoint. */
  public Optional<Verdict> refusal(Endpoint endpoint) {
    return of(endpoint).filter(Verdict.Cannot.class::isInstance).findFirst();
  }

  /** Every doubt and refusal. */
  Stream<Verdict> of(Endpoint endpoint) {
    Ternary noSuchGateway =
        isGateway(endpoint).and(Ternary.of(endpoint.service(), EndpointProperties::hasNoGateway));
    Stream<Optional<Verdict>> gateway =
        noSuchGateway.isNo()
            ? Stream.of(subnets(endpoint), groups(endpoint), privateDns(endpoint))
            : Stream.of(gatewayOfNone(endpoint, noSuchGateway));
    Stream<Optional<Verdict>> rest =
        Stream.of(routeTables(endpoint), new ServiceNameExists(network, endpoint).finding());
    return Stream.of(
            Stream.concat(gateway, rest).flatMap(Optional::stream),
            PolicyAccepted.findings(endpoint),
            homes(endpoint))
        .flatMap(findings -> findings);
  }

  /** S3 has relatives with gateways of their own. */
  private static boolean hasNoGateway(Optional<Service> service) {
    return service
        .filter(its -> !its.isGateway() && !its.name().startsWith("s3"))
        .filter(its -> Service.known().contains(its.name()))
        .isPresent();
  }

  private static Optional<Verdict> gatewayOfNone(Endpoint endpoint, Ternary wrong) {
    return Findings.of(
        WRONG_TYPE,
        wrong,
        endpoint.paths().apply("VpcEndpointType"),
        () ->
            "expected Interface for %s, found Gateway, which is CloudFormation's default; set VpcEndpointType: Interface"
                .formatted(serviceOf(endpoint)),
        () -> endpoint.subnets().isEmpty() ? "" : Symptoms.text(Symptom.SUBNETS_ON_GATEWAY));
  }

  private static Optional<Verdict> subnets(Endpoint endpoint) {
    return Findings.of(
        SUBNETS_ON_GATEWAY,
        isGateway(endpoint).and(Ternary.of(!endpoint.subnets().isEmpty())),
        endpoint.paths().apply("SubnetIds"),
        () ->
            "expected no SubnetIds on the gateway endpoint %s, which is reached by route tables, found %s; remove them"
                .formatted(endpoint.name(), Texts.list(endpoint.subnets())),
        () -> Symptoms.text(Symptom.SUBNETS_ON_GATEWAY));
  }

  private static Optional<Verdict> groups(Endpoint endpoint) {
    return Findings.of(
        GROUPS_ON_GATEWAY,
        isGateway(endpoint).and(Ternary.of(!endpoint.groups().isEmpty())),
        endpoint.paths().apply("SecurityGroupIds"),
        () ->
            "expected no SecurityGroupIds on the gateway endpoint %s, which has no interfaces, found %s; remove them"
                .formatted(endpoint.name(), Texts.list(endpoint.groups())));
  }

  private static Optional<Verdict> privateDns(Endpoint endpoint) {
    return Findings.of(
        PRIVATE_DNS_ON_GATEWAY,
        isGateway(endpoint).and(Ternary.isTrue(endpoint.privateDns())),
        endpoint.paths().apply("PrivateDnsEnabled"),
        () ->
            "expected no PrivateDnsEnabled on the gateway endpoint %s, which is reached by route tables, found true; remove it"
                .formatted(endpoint.name()));
  }

  private static Optional<Verdict> routeTables(Endpoint endpoint) {
    return Findings.of(
        ROUTE_TABLES_ON_INTERFACE,
        isInterface(endpoint).and(Ternary.of(!endpoint.routeTables().isEmpty())),
        endpoint.paths().apply("RouteTableIds"),
        () ->
            "expected no RouteTableIds on the interface endpoint %s, which is reached by DNS, found %s; remove them%s"
                .formatted(
                    endpoint.name(),
                    Texts.list(endpoint.routeTables()),
                    EndpointClaims.isFor(endpoint, Service.S3).isYes()
                        ? ", or set VpcEndpointType: Gateway"
                        : ""),
        () -> Symptoms.text(Symptom.ROUTE_TABLES_ON_INTERFACE));
  }

  /** Whether its subnets, groups and route tables are of its own VPC. */
  private Stream<Verdict> homes(Endpoint endpoint) {
    SameVpc home = new SameVpc(endpoint);
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
    EndpointProperties shape = new EndpointProperties(network);
    return network.endpoints().stream().flatMap(shape::of).toList();
  }
}
