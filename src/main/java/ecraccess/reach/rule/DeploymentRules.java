package ecraccess.reach.rule;

import ecraccess.core.aws.Service;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.flow.EndpointClaims;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Network;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What EC2 says to the endpoints of a network. */
public record DeploymentRules(Network network) {
  public static final Check UNSEEN_ENDPOINTS =
      Check.of(
          "endpoints-unseen",
          "Endpoints that nobody sees may be in the way",
          "Something outside of what was read may have made an endpoint in this VPC. A "
              + "second one with the same name or route is refused.",
          "Judge the templates together, or name what exists in `ExistingServices`.",
          "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html");

  public static final Check INBOUND_DNS =
      Check.of(
          "s3-inbound-dns",
          "Private DNS of an S3 interface endpoint may need a gateway endpoint",
          "By default private DNS of an S3 interface endpoint answers inbound resolvers "
              + "only, and EC2 wants a gateway endpoint beside it.",
          "Add a gateway endpoint for S3, or set `DnsOptions`.",
          "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html");

  /** Every doubt and refusal; each missing thing once. */
  public List<Verdict> findings() {
    Set<String> missing = new LinkedHashSet<>();
    return Stream.of(
            EndpointProperties.all(network).stream(),
            new OneSubnetPerZone(network).findings(),
            new EndpointConflicts(network).findings(),
            new DnsAttributes(network).findings(),
            new RouteTargets(network).findings(),
            new AddressTypes(network).findings(),
            new WorkloadVpc(network).findings(),
            network.endpoints().stream().flatMap(endpoint -> others(endpoint).stream()),
            network.endpoints().stream().flatMap(endpoint -> inbound(endpoint).stream()))
        .flatMap(findings -> findings)
        .distinct()
        .filter(
            verdict -> !(verdict instanceof Verdict.CannotTell open) || missing.add(open.missing()))
        .toList();
  }

  /** Endpoints that nobody sees may have taken the name or the route already. */
  private Optional<Verdict> others(Endpoint endpoint) {
    Ternary takes =
        EndpointClaims.isGateway(endpoint)
            .or(EndpointClaims.isInterface(endpoint).and(Ternary.isTrue(endpoint.privateDns())));
    return takes.isNo()
        ? Optional.empty()
        : network
            .vpc(endpoint.vpc())
            .unseen()
            .map(missing ->
                new Verdict.CannotTell(UNSEEN_ENDPOINTS, endpoint.paths().apply("VpcId"), missing));
  }

  /**
   * Private DNS of an S3 interface endpoint is for resolvers outside only, unless it says
   * otherwise, and then EC2 wants a gateway endpoint beside it. What it says is not among the
   * facts.
   */
  private Optional<Verdict> inbound(Endpoint endpoint) {
    Ternary asks =
        Ternary.all(
            List.of(
                EndpointClaims.isFor(endpoint, Service.S3),
                EndpointClaims.isInterface(endpoint),
                Ternary.isTrue(endpoint.privateDns())));
    Ternary hasGateway =
        Ternary.any(
            EndpointClaims.of(network, Service.S3).stream()
                .map(other -> EndpointClaims.isGateway(other).and(other.vpc().is(endpoint.vpc())))
                .toList());
    return asks.isNo() || hasGateway.isYes()
        ? Optional.empty()
        : Optional.of(
            new Verdict.CannotTell(
                INBOUND_DNS,
                endpoint.paths().apply("DnsOptions"),
                "whether private DNS of %s is for inbound resolvers only, which takes a gateway endpoint"
                    .formatted(endpoint.name())));
  }
}
