package ecraccess.reach.rule;

import ecraccess.core.aws.Hosts;
import ecraccess.core.aws.Service;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.flow.EndpointClaims;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.flow.Texts;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Network;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Symptom;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds endpoints that take what a VPC can have once only: the private DNS name of a service, and
 * the route of a gateway in one route table.
 */
record EndpointConflicts(Network network) {
  public static final Check CONFLICT =
      Check.of(
              "endpoint-conflict",
              "Second endpoint for a name or route that a VPC has once",
              "A VPC can have the private DNS name of a service once, and a route table one "
                  + "gateway route to it. EC2 refuses the second.",
              "Use one endpoint for both, or name the service in `ExistingServices`.",
              "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html")
          .saidAs(Symptom.PRIVATE_DNS_TAKEN, Symptom.ROUTE_ALREADY_EXISTS);

  /** Those who wrote the endpoints, and whether it is proved. */
  private record Pair(String earlier, String later, boolean proved) {}

  private record Clash(Endpoint earlier, Endpoint later, Ternary claim) {}

  /** One for each two that clash, however many services they share. */
  Stream<Verdict> findings() {
    Map<Pair, List<Clash>> clashes = new LinkedHashMap<>();
    for (int i = 1; i < network.endpoints().size(); i++) {
      Endpoint later = network.endpoints().get(i);
      network.endpoints().subList(0, i).stream()
          .map(earlier -> new Clash(earlier, later, clash(earlier, later)))
          .filter(clash -> !clash.claim().isNo())
          .reduce((one, other) -> one.claim().isYes() || other.claim().isOpen() ? one : other)
          .ifPresent(
              clash -> clashes.computeIfAbsent(pair(clash), key -> new ArrayList<>()).add(clash));
    }
    return clashes.values().stream().map(this::verdict);
  }

  private static Pair pair(Clash clash) {
    return new Pair(clash.earlier().maker(), clash.later().maker(), clash.claim().isYes());
  }

  private static Ternary clash(Endpoint earlier, Endpoint later) {
    Ternary sameService =
        Ternary.of(
            earlier
                .service()
                .judge(one -> later.service().test(other -> one.isPresent() && one.equals(other))),
            earlier.service().missing().or(() -> later.service().missing()).orElse(""));
    return Ternary.all(
        List.of(
            sameService,
            earlier.vpc().is(later.vpc()),
            EndpointClaims.isInRegion(earlier),
            EndpointClaims.isInRegion(later),
            sharesName(earlier, later).or(sharesRoute(earlier, later))));
  }

  private static Ternary sharesName(Endpoint earlier, Endpoint later) {
    return Ternary.all(
        List.of(
            EndpointClaims.isInterface(earlier),
            EndpointClaims.isInterface(later),
            Ternary.isTrue(earlier.privateDns()),
            Ternary.isTrue(later.privateDns())));
  }

  private static Ternary sharesRoute(Endpoint earlier, Endpoint later) {
    Ternary shared =
        Ternary.any(
            later.routeTables().stream()
                .map(table -> EndpointClaims.hasRouteIn(earlier, table))
                .toList());
    return Ternary.all(
        List.of(EndpointClaims.isGateway(earlier), EndpointClaims.isGateway(later), shared));
  }

  private Verdict verdict(List<Clash> clashes) {
    Clash first = clashes.getFirst();
    return Findings.of(
            CONFLICT,
            first.claim(),
            first.later().path(),
            () -> text(clashes),
            () -> awsText(first))
        .orElseThrow();
  }

  private static String text(List<Clash> clashes) {
    Clash first = clashes.getFirst();
    String services =
        Texts.list(clashes.stream().flatMap(clash -> service(clash).stream()).toList());
    return "creates %s in the same VPC as %s, where each can exist once; %s"
        .formatted(services, first.earlier().maker(), remedy(first, services));
  }

  private static String remedy(Clash clash, String services) {
    if (EndpointClaims.isGenerated(clash.later())) {
      return "use one resource for both, or add ExistingServices: [%s]".formatted(services);
    }
    return EndpointClaims.isGenerated(clash.earlier())
        ? "remove it, or add ExistingServices: [%s] to %s"
            .formatted(services, clash.earlier().maker())
        : "use one of them for both";
  }

  private static Optional<Service> service(Clash clash) {
    return clash.later().service().value().flatMap(service -> service);
  }

  private String awsText(Clash clash) {
    return EndpointClaims.isGateway(clash.later()).isYes()
        ? Symptoms.text(
            Symptom.ROUTE_ALREADY_EXISTS,
            "routeTable",
            clash.later().routeTables().stream()
                .filter(table -> EndpointClaims.hasRouteIn(clash.earlier(), table).isYes())
                .findFirst()
                .orElseThrow()
                .toString())
        : Symptoms.text(
            Symptom.PRIVATE_DNS_TAKEN,
            "host",
            Hosts.of(service(clash).orElseThrow(), network.region()),
            "vpc",
            clash.later().vpc().toString());
  }
}
