package ecraccess.reach.trace;

import ecraccess.reach.filter.NetworkAclFilter;
import ecraccess.reach.filter.SecurityGroupFilter;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.Request;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Vpc;
import ecraccess.reach.policy.EndpointPolicy;
import ecraccess.reach.rule.DeadEndpoints;
import ecraccess.reach.rule.DnsAttributes;
import ecraccess.reach.rule.EndpointProperties;
import ecraccess.reach.verdict.Trace.Hop;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Verdict;
import java.util.List;

/** The way through an endpoint: by private DNS to its interfaces, or by a route to a gateway. */
record EndpointPath(Flow trip, Request.ToService request, Endpoint endpoint) {

  /** To the interfaces, wherever they stand: the whole VPC is local to them. */
  List<Step> byName() {
    return List.of(
        new Step(Hop.DNS, privateDns()),
        new Step(Hop.WAY, isThere("interface endpoint")),
        new Step(Hop.SECURITY_GROUPS, new SecurityGroupFilter(trip).to(endpoint)),
        new Step(Hop.NETWORK_ACLS, new NetworkAclFilter(trip).to(endpoint)),
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
        new Step(Hop.SECURITY_GROUPS, new SecurityGroupFilter(trip).toPublic()),
        new Step(Hop.NETWORK_ACLS, new NetworkAclFilter(trip).toPublic()),
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
    return new EndpointProperties(trip.network())
        .refusal(endpoint)
        .or(() -> DeadEndpoints.withoutSubnets(endpoint))
        .orElseGet(() -> new Verdict.Can(kind + " " + endpoint.name()));
  }

  private Step policy() {
    return new Step(Hop.POLICY, new EndpointPolicy(trip, request, endpoint).verdict());
  }
}
