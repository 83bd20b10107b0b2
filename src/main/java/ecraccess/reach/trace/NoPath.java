package ecraccess.reach.trace;

import ecraccess.core.aws.Service;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.flow.EndpointClaims;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.ImageOrigin;
import ecraccess.reach.flow.Request;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.flow.Texts;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Image.Registry;
import ecraccess.reach.rule.DeadEndpoints;
import ecraccess.reach.rule.EndpointProperties;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Trace.Hop;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says why there is no way at all: an endpoint that nearly is one, or none.
 *
 * @param found what there is instead of a way, as a message says it
 */
record NoPath(Flow trip, String found) {

  Step step() {
    return switch (trip.request()) {
      case Request.ToService call -> nearMiss(call.service()).orElseGet(() -> none(call));
      case Request.ToRegistry call -> none(call);
    };
  }

  private Optional<Step> nearMiss(Service service) {
    List<Endpoint> near =
        trip.network().endpoints().stream()
            .filter(endpoint -> EndpointClaims.isFor(endpoint, service).isYes())
            .filter(endpoint -> EndpointClaims.isIn(endpoint, trip.vpc()).isYes())
            .toList();
    return first(
            near, endpoint -> new EndpointProperties(trip.network()).refusal(endpoint), Hop.WAY)
        .or(() -> first(near, this::wrongRegion, Hop.WAY))
        .or(() -> first(near, this::withoutPrivateDns, Hop.DNS))
        .or(() -> first(near, this::withoutRoute, Hop.ROUTE_TABLE))
        .or(() -> first(near, this::notForLayers, Hop.WAY));
  }

  private static Optional<Step> first(
      List<Endpoint> near, Function<Endpoint, Optional<Verdict>> fault, Hop hop) {
    return near.stream()
        .flatMap(endpoint -> fault.apply(endpoint).stream())
        .filter(Verdict.Cannot.class::isInstance)
        .findFirst()
        .map(verdict -> new Step(hop, verdict));
  }

  private Optional<Verdict> wrongRegion(Endpoint endpoint) {
    return Findings.of(
        EndpointClaims.isInRegion(endpoint).not(),
        endpoint.paths().apply("ServiceRegion"),
        () ->
            "expected an endpoint of %s, where images are pulled, found %s, which leads to another region; remove ServiceRegion"
                .formatted(trip.network().region(), endpoint.name()),
        () -> Symptoms.lostInPublic(trip));
  }

  private Optional<Verdict> withoutPrivateDns(Endpoint endpoint) {
    return Findings.of(
        EndpointClaims.isInterface(endpoint)
            .and(Ternary.isTrue(endpoint.privateDns()).not())
            .and(Ternary.of(!isS3())),
        endpoint.paths().apply("PrivateDnsEnabled"),
        () ->
            "expected PrivateDnsEnabled: true on %s, found false, CloudFormation's default, so that %s leads to public addresses, and no way there; set it to true"
                .formatted(endpoint.name(), trip.request().purpose().host()),
        () -> Symptoms.lostInPublic(trip));
  }

  private Optional<Verdict> withoutRoute(Endpoint endpoint) {
    return endpoint.routeTables().isEmpty()
        ? DeadEndpoints.withoutRouteTables(endpoint)
            .map(verdict -> said(verdict, Symptoms.lostInPublic(trip)))
        : Findings.of(
            EndpointClaims.isGateway(endpoint)
                .and(EndpointClaims.hasRouteIn(endpoint, trip.from().routeTable()).not()),
            endpoint.paths().apply("RouteTableIds"),
            () ->
                "expected %s, the route table of a subnet that images are pulled in, among the route tables of %s, found %s; add it"
                    .formatted(
                        trip.from().routeTable(),
                        endpoint.name(),
                        Texts.list(endpoint.routeTables())),
            () -> Symptoms.lostInPublic(trip));
  }

  private static Verdict said(Verdict verdict, String awsText) {
    return verdict instanceof Verdict.Cannot(var path, String text, String none)
        ? new Verdict.Cannot(path, text, awsText)
        : verdict;
  }

  private Optional<Verdict> notForLayers(Endpoint endpoint) {
    return Findings.of(
        EndpointClaims.isInterface(endpoint).and(Ternary.of(isForLayers())),
        endpoint.paths().apply("VpcEndpointType"),
        () ->
            "expected a gateway endpoint for S3, found %s, an interface endpoint, which ECR cannot use for image layers; set VpcEndpointType: Gateway and RouteTableIds"
                .formatted(endpoint.name()),
        () -> Symptoms.lostInPublic(trip));
  }

  private boolean isS3() {
    return trip.request() instanceof Request.ToService call && call.service().equals(Service.S3);
  }

  private boolean isForLayers() {
    return trip.request() instanceof Request.ToService call && call.isForLayers();
  }

  private Step none(Request.ToService call) {
    String name = call.service().name();
    String ours =
        Service.OF_A_PULL.contains(call.service())
            ? "add one, as a PrivateEcrAccess does unless ExistingServices names %s".formatted(name)
            : "add one, with PrivateEcrAccess: AdditionalServices: [%s]".formatted(name);
    return new Step(
        Hop.WAY,
        new Verdict.Cannot(
            call.path(),
            "expected an endpoint for %s in VPC %s, found none, and %s; %s"
                .formatted(name, trip.vpc().id(), found, ours),
            Symptoms.lostInPublic(trip)));
  }

  private Step none(Request.ToRegistry call) {
    String host = call.purpose().host();
    if (call.image().registry() instanceof Registry.Internet && !ImageOrigin.isPublic(host)) {
      return new Step(
          Hop.WAY, new Verdict.CannotTell(call.path(), "where the registry " + host + " stands"));
    }
    return new Step(
        Hop.WAY,
        new Verdict.Cannot(
            call.path(),
            "expected an image in private ECR of %s, which endpoints reach, found %s on %s, and %s; %s"
                .formatted(
                    trip.network().region(),
                    call.image().text(),
                    host,
                    found,
                    remedy(call.image().registry())),
            Symptoms.lostInPublic(trip)));
  }

  private static String remedy(Registry registry) {
    return switch (registry) {
      case Registry.PrivateEcr ecr ->
          "replicate the repository into this region, or add a NAT gateway";
      case Registry.FipsEcr fips ->
          "name ECR's usual host, since no endpoint serves its FIPS hosts, or add a NAT gateway";
      case Registry.DualStackEcr dual -> "name ECR's usual host, or add a NAT gateway";
      case Registry.Internet internet -> "copy it into private ECR, or add a NAT gateway";
      case Registry.Unknown unknown -> "name one in private ECR, or add a NAT gateway";
    };
  }
}
