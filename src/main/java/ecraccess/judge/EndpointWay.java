package ecraccess.judge;

import ecraccess.judge.Walk.Hop;
import ecraccess.judge.Walk.Step;
import ecraccess.network.Endpoint;
import ecraccess.network.Vpc;
import java.util.List;

/** The way through an endpoint: by private DNS to its interfaces, or by a route to a gateway. */
record EndpointWay(Trip trip, Endpoint endpoint) {

  /** To the interfaces, wherever they stand: the whole VPC is local to them. */
  List<Step> byName() {
    return List.of(
        new Step(Hop.DNS, privateDns()),
        new Step(Hop.WAY, isThere("interface endpoint")),
        new Step(Hop.SECURITY_GROUPS, new Firewall(trip).to(endpoint)),
        new Step(Hop.NETWORK_ACLS, new Acls(trip).to(endpoint)),
        policy());
  }

  /** From subnets whose route table has the gateway's route. */
  List<Step> byRoute() {
    return List.of(
        new Step(Hop.DNS, new DnsAttributes(trip.network()).support(trip.vpc())),
        new Step(Hop.WAY, isThere("gateway endpoint")),
        new Step(
            Hop.ROUTE_TABLE,
            new Verdict.Can(
                "%s has the route of %s".formatted(trip.routeTable().id(), endpoint.name()))),
        new Step(Hop.SECURITY_GROUPS, new Firewall(trip).toPublic()),
        new Step(Hop.NETWORK_ACLS, new Acls(trip).toPublic()),
        policy());
  }

  private Verdict privateDns() {
    DnsAttributes attributes = new DnsAttributes(trip.network());
    Vpc vpc = trip.network().vpc(endpoint.vpc());
    Verdict worst = attributes.support(vpc).and(attributes.hostnames(vpc));
    return worst instanceof Verdict.Can
        ? new Verdict.Can("private DNS of " + endpoint.name())
        : worst;
  }

  private Verdict isThere(String kind) {
    return new Shape(trip.network())
        .refusal(endpoint)
        .or(() -> Dead.withoutSubnets(endpoint))
        .orElseGet(() -> new Verdict.Can(kind + " " + endpoint.name()));
  }

  private Step policy() {
    return new Step(Hop.POLICY, new Policies(trip, endpoint).verdict());
  }
}
