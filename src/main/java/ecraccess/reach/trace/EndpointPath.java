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
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Trace.StepKind;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The way through an endpoint: by private DNS to its interfaces, or by a route to a gateway. */
record EndpointPath(Flow flow, Request.ToService request, Endpoint endpoint) {

  /** Whether EC2 refuses an endpoint, which no request changes. */
  private record Refusal(String endpoint, String kind) {}

  /** To the interfaces, wherever they stand: the whole VPC is local to them. */
  List<Step> byName() {
    return List.of(
        new Step(StepKind.DNS, privateDns()),
        new Step(StepKind.WAY, isThere("interface endpoint").and(withoutDetour())),
        new Step(StepKind.SECURITY_GROUPS, new SecurityGroupFilter(flow).to(endpoint)),
        new Step(StepKind.NETWORK_ACLS, new NetworkAclFilter(flow).to(endpoint)),
        policy());
  }

  /** From subnets whose route table has the gateway's route. */
  List<Step> byRoute() {
    return List.of(
        new Step(StepKind.DNS, new DnsAttributes(flow.network()).support(flow.vpc())),
        new Step(StepKind.WAY, isThere("gateway endpoint")),
        new Step(
            StepKind.ROUTE_TABLE,
            new Verdict.Can(
                "%s has the route of %s".formatted(flow.routeTable().id(), endpoint.name()))),
        new Step(StepKind.SECURITY_GROUPS, new SecurityGroupFilter(flow).toPublic()),
        new Step(StepKind.NETWORK_ACLS, new NetworkAclFilter(flow).toPublic()),
        policy());
  }

  private Verdict privateDns() {
    DnsAttributes attributes = new DnsAttributes(flow.network());
    Vpc vpc = flow.network().vpc(endpoint.vpc());
    Verdict worst = attributes.support(vpc).and(attributes.hostnames(vpc));
    return worst instanceof Verdict.Can
        ? new Verdict.Can("private DNS of " + endpoint.name())
        : worst;
  }

  /** Both ways: its answers take the route table of its own subnet. */
  private Verdict withoutDetour() {
    return flow.subnets(endpoint).stream()
        .flatMap(subnet ->
            Stream.of(
                RouteChoice.detour(flow, flow.from(), subnet),
                RouteChoice.detour(flow, subnet, flow.from())))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> new Verdict.Can("the local route"));
  }

  private Verdict isThere(String kind) {
    return flow.memo()
        .answer(
            new Refusal(endpoint.name(), kind),
            () ->
                new EndpointProperties(flow.network())
                    .refusal(endpoint)
                    .or(() -> DeadEndpoints.withoutSubnets(endpoint))
                    .orElseGet(() -> new Verdict.Can(kind + " " + endpoint.name())));
  }

  private Step policy() {
    return new Step(StepKind.POLICY, new EndpointPolicy(flow, request, endpoint).verdict());
  }
}
