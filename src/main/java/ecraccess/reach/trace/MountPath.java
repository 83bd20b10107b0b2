package ecraccess.reach.trace;

import ecraccess.core.logic.Known;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.filter.NetworkAclFilter;
import ecraccess.reach.filter.SecurityGroupFilter;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.PathChoice;
import ecraccess.reach.flow.Request;
import ecraccess.reach.flow.Texts;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.model.Workload.MountTarget;
import ecraccess.reach.rule.DnsAttributes;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Trace.StepKind;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way to a file system: its name leads to the mount target in the caller's own zone (EFS User
 * Guide, Mounting with a DNS name).
 */
record MountPath(Flow flow, Request.ToMountTarget request) {
  public static final Check NO_MOUNT_TARGET =
      Check.of(
          "mount-target-missing",
          "No mount target of a file system in the zone of a task",
          "A task starts only when its file systems are mounted, each by the mount target in the"
              + " task's own zone.",
          "Add an `AWS::EFS::MountTarget` for a subnet of each zone that tasks run in.",
          "https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html");

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(StepKind.DNS, dns()));
    switch (request.mount().targets()) {
      case Known.Unknown<List<MountTarget>>(String missing) ->
          steps.add(way(new Verdict.CannotTell(NO_MOUNT_TARGET, request.path(), missing)));
      case Known.Is<List<MountTarget>>(List<MountTarget> targets) -> steps.addAll(by(targets));
    }
    return steps;
  }

  private static Step way(Verdict verdict) {
    return new Step(StepKind.WAY, verdict);
  }

  private Verdict dns() {
    DnsAttributes attributes = new DnsAttributes(flow.network());
    Verdict worst = attributes.support(flow.vpc()).and(attributes.hostnames(flow.vpc()));
    return worst instanceof Verdict.Can ? new Verdict.Can("Amazon's resolver") : worst;
  }

  private List<Step> by(List<MountTarget> targets) {
    for (MountTarget target : targets) {
      if (isHere(target).isYes()) {
        return through(target);
      }
    }
    Optional<MountTarget> perhaps =
        targets.stream().filter(target -> isHere(target).isOpen()).findFirst();
    return perhaps
        .map(target -> {
          List<Step> steps = new ArrayList<>();
          steps.add(
              way(
                  new Verdict.CannotTell(
                      NO_MOUNT_TARGET, request.path(), isHere(target).missing())));
          steps.addAll(
              PathChoice.soften(
                  through(target).subList(1, through(target).size()), isHere(target).missing()));
          return steps;
        })
        .orElseGet(() -> List.of(way(none(targets))));
  }

  /** In the same subnet, or in another of the same zone. */
  private Ternary isHere(MountTarget target) {
    Subnet there = flow.network().subnet(target.subnet());
    return target
        .subnet()
        .is(flow.from().id())
        .or(there.vpc().is(flow.from().vpc()).and(there.zone().is(flow.from().zone())));
  }

  private Verdict none(List<MountTarget> targets) {
    return new Verdict.Cannot(
        NO_MOUNT_TARGET,
        request.path(),
        "expected a mount target of %s in the zone of %s, found %s; add an AWS::EFS::MountTarget for that subnet"
            .formatted(
                request.mount().fileSystem(),
                flow.from().id(),
                targets.isEmpty()
                    ? "none"
                    : "some in other zones only, in "
                        + Texts.list(targets.stream().map(MountTarget::subnet).toList())),
        "");
  }

  private List<Step> through(MountTarget target) {
    Endpoint interfaces = interfacesOf(target);
    return List.of(
        way(new Verdict.Can("mount target " + target.name())),
        new Step(StepKind.SECURITY_GROUPS, new SecurityGroupFilter(flow).to(interfaces)),
        new Step(StepKind.NETWORK_ACLS, new NetworkAclFilter(flow).to(interfaces)));
  }

  /** Groups and ACLs see a mount target as they see an endpoint. */
  private Endpoint interfacesOf(MountTarget target) {
    return new Endpoint(
        target.name(),
        target.path(),
        target.name(),
        Known.unknown("the service of a mount target"),
        Known.is(Optional.empty()),
        Known.is(true),
        Known.is(Endpoint.Type.INTERFACE),
        flow.from().vpc(),
        List.of(target.subnet()),
        false,
        target.groups(),
        List.of(),
        Known.is(false),
        Known.is(Optional.empty()),
        Known.is(true),
        property -> target.path());
  }
}
