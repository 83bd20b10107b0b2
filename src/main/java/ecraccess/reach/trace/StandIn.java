package ecraccess.reach.trace;

import ecraccess.core.logic.Answer;
import ecraccess.reach.flow.Memo;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.RouteTable.Target;
import ecraccess.reach.model.SecurityGroup;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.model.Vpc;
import ecraccess.reach.model.Workload;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Trace.StepKind;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Traces a workload that stands for any task. One task has one set of groups for all its requests,
 * so one set has to let every request through: a group that reaches the endpoints and another that
 * reaches S3 are of no help.
 */
record StandIn(Network network, Workload workload, Memo memo) {
  public static final Check TASK_GROUPS_UNKNOWN =
      Check.of(
          "task-groups-unknown",
          "No security group that is seen lets every request of a task through",
          "A task has one set of security groups for all its requests. Each group that is seen"
              + " here lets some of them through only.",
          "Let the tasks' group out to S3 and to the endpoints, or show the service that runs the"
              + " tasks.",
          "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html");

  /** A group of a task that nobody shows: no rule names it, and it lets everything out. */
  private static final Id STRANGER = new Id.Created("a security group of the tasks");

  List<SubnetTrace> all() {
    return placed().judged();
  }

  /**
   * Where nobody has said where it runs, it may as well run in the VPC's other private subnets: the
   * endpoints may have subnets of their own. Only what fails in all of them is proved to fail.
   */
  private StandIn placed() {
    if (traces(network, workload, memo).stream().noneMatch(StandIn::fails)) {
      return this;
    }
    List<Id> others =
        otherSubnets()
            .map(Subnet::id)
            .filter(from ->
                traces(network, workload.inSubnets(List.of(from)), memo).stream()
                    .noneMatch(StandIn::fails))
            .toList();
    return others.isEmpty() ? this : new StandIn(network, workload.inSubnets(others), memo);
  }

  private Stream<Subnet> otherSubnets() {
    List<Subnet> own = workload.subnets().stream().map(network::subnet).toList();
    return network.subnets().stream()
        .filter(subnet -> own.stream().noneMatch(subnet::equals))
        .filter(subnet -> own.stream().anyMatch(one -> one.vpc().is(subnet.vpc()).isYes()))
        .filter(subnet ->
            network.routeTable(subnet.routeTable(), subnet.vpc()).routes().stream()
                .noneMatch(route -> route.target() instanceof Target.InternetGateway));
  }

  private static boolean fails(SubnetTrace trace) {
    return trace.verdict() instanceof Verdict.Cannot;
  }

  private List<SubnetTrace> judged() {
    List<SubnetTrace> traces = traces(network, workload, memo);
    return traces.stream().allMatch(StandIn::passes) && sets().noneMatch(this::letsAllThrough)
        ? traces.stream().map(this::doubted).toList()
        : traces;
  }

  private static List<SubnetTrace> traces(Network network, Workload workload, Memo memo) {
    return new Tracer(network, workload, memo).all().toList();
  }

  private static boolean passes(SubnetTrace trace) {
    return trace.verdict() instanceof Verdict.Can;
  }

  /** The stranger, which open endpoints admit, and every group that may be of the tasks' VPC. */
  private Stream<Id> sets() {
    List<Id> vpcs =
        workload.subnets().stream().map(network::subnet).map(subnet -> subnet.vpc()).toList();
    return Stream.concat(
        Stream.of(STRANGER),
        network.securityGroups().stream()
            .filter(group -> vpcs.stream().anyMatch(vpc -> group.vpc().same(vpc) != Answer.NO))
            .map(SecurityGroup::id));
  }

  private boolean letsAllThrough(Id group) {
    return traces(withStranger(), workload.in(List.of(group)), memo).stream()
        .allMatch(StandIn::passes);
  }

  private Network withStranger() {
    List<SecurityGroup> groups = new ArrayList<>(network.securityGroups());
    groups.add(
        SecurityGroup.open(
            STRANGER, network.vpcs().stream().findFirst().map(Vpc::id).orElse(STRANGER)));
    return network.with(groups);
  }

  private SubnetTrace doubted(SubnetTrace trace) {
    return trace.with(
        trace.steps().stream()
            .map(step ->
                step.kind() == StepKind.SECURITY_GROUPS
                    ? new Step(
                        step.kind(),
                        new Verdict.CannotTell(
                            TASK_GROUPS_UNKNOWN,
                            workload.path(),
                            "which security groups the tasks have: none that is seen lets every"
                                + " request through"))
                    : step)
            .toList());
  }
}
