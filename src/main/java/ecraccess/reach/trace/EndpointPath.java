package ecraccess.reach.trace;

import ecraccess.reach.filter.NetworkAclFilter;
import ecraccess.reach.filter.SecurityGroupFilter;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.Request;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Vpc;
import ecraccess.reach.policy.EndpointPolicy;
import ecraccess.reach.rule.DeadEndpoints;
import ecraccess.reach.rule.DnsAttributes;
import ecraccess.reach.rule.EndpointProperties;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Trace.StepKind;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The way through an endpoint: by private DNS to its interfaces, or by a route to a gateway. */
record EndpointPath(Flow flow, Request.ToService request, Endpoint endpoint) {

  /** Whether EC2 refuses an endpoint, which no request changes. */
  private record Refusal(String endpoint, String kind) {}

  private record AclQuestion(String endpoint, Id from) {}

  /** What the way to an endpoint hangs on, but for its policy. */
  private record Question(String endpoint, Id from, Optional<List<Id>> groups) {}

  /** To the interfaces, wherever they stand: the whole VPC is local to them. */
  List<Step> byName() {
    return withPolicy(this::toInterfaces);
  }

  private List<Step> toInterfaces() {
    return List.of(
        new Step(StepKind.DNS, privateDns()),
        new Step(StepKind.WAY, isThere("interface endpoint").and(withoutDetour())),
        new Step(StepKind.SECURITY_GROUPS, new SecurityGroupFilter(flow).to(endpoint)),
        networkAcls());
  }

  /** From subnets whose route table has the gateway's route. */
  List<Step> byRoute() {
    return withPolicy(this::toGateway);
  }

  private List<Step> toGateway() {
    return List.of(
        new Step(StepKind.DNS, new DnsAttributes(flow.network()).support(flow.vpc())),
        new Step(StepKind.WAY, isThere("gateway endpoint")),
        new Step(
            StepKind.ROUTE_TABLE,
            new Verdict.Can(
                "%s has the route of %s".formatted(flow.routeTable().id(), endpoint.name()))),
        new Step(StepKind.SECURITY_GROUPS, new SecurityGroupFilter(flow).toPublic()),
        new Step(StepKind.NETWORK_ACLS, new NetworkAclFilter(flow).toPublic()));
  }

  private Verdict privateDns() {
    DnsAttributes attributes = new DnsAttributes(flow.network());
    Vpc vpc = flow.network().vpc(endpoint.vpc());
    Verdict worst = attributes.support(vpc).and(attributes.hostnames(vpc));
    return worst instanceof Verdict.Can
        ? new Verdict.Can("private DNS of " + endpoint.name())
        : worst;
  }

  /** The same whatever groups the caller has. */
  private Step networkAcls() {
    return SharedSteps.of(
            flow,
            new AclQuestion(endpoint.name(), flow.from().id()),
            () -> List.of(new Step(StepKind.NETWORK_ACLS, new NetworkAclFilter(flow).to(endpoint))))
        .getFirst();
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

  private List<Step> withPolicy(Supplier<List<Step>> way) {
    List<Step> steps =
        new ArrayList<>(
            SharedSteps.of(
                flow,
                new Question(endpoint.name(), flow.from().id(), flow.workload().groups()),
                way));
    steps.add(policy());
    return List.copyOf(steps);
  }

  /** Its answer may hang on all that the caller is and does. */
  private Step policy() {
    return new Step(StepKind.POLICY, new EndpointPolicy(flow, request, endpoint).verdict());
  }
}
