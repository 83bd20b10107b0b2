package ecraccess.reach.filter;

import ecraccess.core.aws.Service;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.Request;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.SecurityGroup;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Symptom;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** Security groups on the way of a request. Answers pass without a rule. */
public record SecurityGroupFilter(Flow flow) {
  public static final Check ENDPOINT_GROUP_CLOSED =
      Check.of(
              "endpoint-group-closed",
              "Security group of an endpoint does not let the task in",
              "Tasks call endpoints on TCP port 443. A security group lets in only what a "
                  + "rule allows.",
              "Add an ingress rule for TCP 443 from the task's security group or subnet.",
              "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html")
          .saidAs(Symptom.TOKEN_TIMEOUT, Symptom.MANIFEST_TIMEOUT_PRIVATE);

  public static final Check TASK_GROUP_CLOSED =
      Check.of(
              "task-group-closed",
              "Security group of the task does not let its call out",
              "Once a security group has egress rules of its own, only what they allow "
                  + "leaves.",
              "Add an egress rule for TCP 443 to where the call goes.",
              "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html")
          .saidAs(Symptom.TOKEN_TIMEOUT, Symptom.MANIFEST_TIMEOUT_PUBLIC);

  /** What is checked here. */
  public static final List<Check> CHECKS = List.of(ENDPOINT_GROUP_CLOSED, TASK_GROUP_CLOSED);

  /** What the question of one direction hangs on. */
  private record Question(
      List<Id> filter, boolean egress, Remote remote, Optional<List<Id>> groups, int port) {}

  /** To an endpoint's interfaces, of which any may be called. */
  public Verdict to(Endpoint endpoint) {
    SecurityGroupTexts texts = new SecurityGroupTexts(flow, Optional.of(endpoint));
    GroupMatch in =
        match(
            flow.groups(endpoint),
            false,
            Remote.of(flow.from(), flow.network()),
            flow.groups().map(SecurityGroupFilter::ids));
    Verdict admitted =
        Findings.of(
                ENDPOINT_GROUP_CLOSED,
                in.passes().not(),
                texts.ingressPath(),
                () -> texts.ingress(in),
                () -> Symptoms.lostInVpc(flow))
            .orElseGet(() -> new Verdict.Can(texts.admitted(in)));
    return flow.groups()
        .flatMap(groups -> letsOut(endpoint, groups, texts))
        .map(admitted::and)
        .orElse(admitted);
  }

  /** Nothing where every request leaves. */
  private Optional<Verdict> letsOut(
      Endpoint endpoint, List<SecurityGroup> groups, SecurityGroupTexts texts) {
    Optional<List<Id>> theirs = Optional.of(ids(flow.groups(endpoint)));
    List<GroupMatch> each =
        flow.subnets(endpoint).stream()
            .map(subnet -> match(groups, true, Remote.of(subnet, flow.network()), theirs))
            .distinct()
            .toList();
    Ternary passes =
        Ternary.whichever(
            each.stream().map(GroupMatch::passes).toList(),
            "which interface of " + endpoint.name() + " is called");
    return Findings.of(
        TASK_GROUP_CLOSED,
        passes.not(),
        texts.egressPath(),
        () -> texts.egress(each.getFirst()),
        () -> Symptoms.lostInVpc(flow));
  }

  /** To public addresses: S3's through a gateway, or any others. */
  public Verdict toPublic() {
    return outwards(Remote.publicOf(service()), false);
  }

  /** To wherever it leads: whether any call leaves at all. */
  public Verdict toAnywhere() {
    return outwards(Remote.publicOf(service()), true);
  }

  private Verdict outwards(Remote remote, boolean anywhere) {
    SecurityGroupTexts texts = new SecurityGroupTexts(flow, Optional.empty());
    return flow.groups()
        .flatMap(groups -> {
          GroupMatch out = match(groups, true, remote, Optional.of(List.of()));
          Ternary stops =
              anywhere
                  ? Ternary.of(GroupMatch.isClosed(groups, SecurityGroup::egress).isYes())
                  : out.passes().not();
          return Findings.of(
              TASK_GROUP_CLOSED,
              stops,
              texts.egressPath(),
              () -> texts.egress(out),
              () -> Symptoms.lostInPublic(flow));
        })
        .orElseGet(() -> new Verdict.Can(texts.letOut()));
  }

  /** The short name of the service of AWS that is called. */
  private Optional<String> service() {
    return flow.request() instanceof Request.ToService call
        ? Optional.of(call.service()).map(Service::name)
        : Optional.empty();
  }

  /** That the endpoint's groups let nobody in at all. */
  public static Ternary admitsNobody(List<SecurityGroup> groups) {
    return GroupMatch.isClosed(groups, SecurityGroup::ingress);
  }

  private GroupMatch match(
      List<SecurityGroup> filter, boolean egress, Remote remote, Optional<List<Id>> groups) {
    return flow.memo()
        .answer(
            new Question(ids(filter), egress, remote, groups, flow.request().port()),
            () ->
                GroupMatch.of(
                    filter,
                    egress ? SecurityGroup::egress : SecurityGroup::ingress,
                    remote,
                    groups,
                    TrafficPorts.of(flow.request())));
  }

  private static List<Id> ids(List<SecurityGroup> groups) {
    return groups.stream().map(SecurityGroup::id).toList();
  }
}
