package ecraccess.reach.filter;

import ecraccess.core.aws.Service;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.Request;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Ports;
import ecraccess.reach.model.SecurityGroup;
import ecraccess.reach.model.SecurityGroup.Peer;
import ecraccess.reach.model.SecurityGroup.Rule;
import ecraccess.reach.model.SecurityGroup.Rules;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Symptom;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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

  /** To an endpoint's interfaces, of which any may be called. */
  public Verdict to(Endpoint endpoint) {
    SecurityGroupTexts texts = new SecurityGroupTexts(flow, endpoint);
    Ternary in = admits(endpoint);
    Verdict admitted =
        Findings.of(
                ENDPOINT_GROUP_CLOSED,
                in.not(),
                texts.ingressPath(),
                texts::ingress,
                () -> Symptoms.lostInVpc(flow))
            .orElseGet(() -> new Verdict.Can(texts.admitted()));
    return flow.groups()
        .map(groups -> letsOut(endpoint, groups))
        .map(out ->
            Findings.of(
                    TASK_GROUP_CLOSED,
                    out.not(),
                    texts.egressPath(),
                    texts::egress,
                    () -> Symptoms.lostInVpc(flow))
                .map(let -> let.and(admitted))
                .orElse(admitted))
        .orElse(admitted);
  }

  /** To public addresses: S3's through a gateway, or any others. */
  public Verdict toPublic() {
    boolean s3 =
        flow.request() instanceof Request.ToService call && call.service().equals(Service.S3);
    SecurityGroupTexts texts = new SecurityGroupTexts(flow, null);
    return flow.groups()
        .map(groups -> any(groups, SecurityGroup::egress, peer -> isPublic(peer, s3)))
        .flatMap(out ->
            Findings.of(
                TASK_GROUP_CLOSED,
                out.not(),
                texts.egressPath(),
                texts::egress,
                () -> Symptoms.lostInPublic(flow)))
        .orElseGet(() -> new Verdict.Can(texts.letOut()));
  }

  /** To wherever it leads: whether any call leaves at all. */
  public Verdict toAnywhere() {
    SecurityGroupTexts texts = new SecurityGroupTexts(flow, null);
    return flow.groups()
        .map(groups -> any(groups, SecurityGroup::egress, SecurityGroupFilter::isSomebody))
        .flatMap(out ->
            out.isNo()
                ? Findings.of(
                    TASK_GROUP_CLOSED,
                    out.not(),
                    texts.egressPath(),
                    texts::egress,
                    () -> Symptoms.lostInPublic(flow))
                : Optional.empty())
        .orElseGet(() -> new Verdict.Can(texts.letOut()));
  }

  /** That the endpoint's groups let nobody in at all. */
  public static Ternary admitsNobody(List<SecurityGroup> groups) {
    return any(groups, SecurityGroup::ingress, SecurityGroupFilter::isSomebody).not();
  }

  /** The rules that let a call through for sure. */
  static Stream<Rule> allowing(
      List<SecurityGroup> groups,
      Function<SecurityGroup, Rules> direction,
      Function<Peer, Ternary> about) {
    return groups.stream()
        .flatMap(group -> direction.apply(group).all().stream())
        .filter(rule -> allows(rule, about).isYes());
  }

  /** Anybody else over IPv4. */
  static Ternary isSomebody(Peer peer) {
    return peer instanceof Peer.Block(var block) ? CidrMatch.holdsAny(block) : Ternary.YES;
  }

  private Ternary admits(Endpoint endpoint) {
    return any(flow.groups(endpoint), SecurityGroup::ingress, this::isWorkload);
  }

  Ternary isWorkload(Peer peer) {
    return switch (peer) {
      case Peer.Block(var block) -> CidrMatch.holds(block, flow.from(), flow.network());
      case Peer.Group(var id) ->
          flow.groups()
              .map(groups -> Ternary.any(groups.stream().map(group -> id.is(group.id())).toList()))
              .orElse(Ternary.YES);
      case Peer.PrefixList(var id, var ofS3) ->
          Ternary.isTrue(ofS3).isYes()
              ? Ternary.NO
              : Ternary.open("the entries of prefix list " + id);
      case Peer.Unknown(String missing) -> Ternary.open(missing);
    };
  }

  private Ternary letsOut(Endpoint endpoint, List<SecurityGroup> groups) {
    List<Ternary> each =
        flow.subnets(endpoint).stream()
            .map(subnet ->
                any(groups, SecurityGroup::egress, peer -> isEndpoint(peer, endpoint, subnet)))
            .toList();
    return Ternary.whichever(each, "which interface of " + endpoint.name() + " is called");
  }

  private Ternary isEndpoint(Peer peer, Endpoint endpoint, Subnet subnet) {
    return switch (peer) {
      case Peer.Block(var block) -> CidrMatch.holds(block, subnet, flow.network());
      case Peer.Group(var id) ->
          Ternary.any(flow.groups(endpoint).stream().map(group -> id.is(group.id())).toList());
      case Peer.PrefixList(var id, var ofS3) ->
          Ternary.isTrue(ofS3).isYes()
              ? Ternary.NO
              : Ternary.open("the entries of prefix list " + id);
      case Peer.Unknown(String missing) -> Ternary.open(missing);
    };
  }

  private static Ternary isPublic(Peer peer, boolean s3) {
    return switch (peer) {
      case Peer.Block(var block) -> CidrMatch.holdsPublic(block);
      case Peer.Group group -> Ternary.NO;
      case Peer.PrefixList(var id, var ofS3) -> {
        Ternary isS3 = Ternary.isTrue(ofS3);
        yield isS3.isYes()
            ? Ternary.of(s3)
            : s3 && isS3.isOpen() ? isS3 : Ternary.open("the entries of prefix list " + id);
      }
      case Peer.Unknown(String missing) -> Ternary.open(missing);
    };
  }

  private static Ternary any(
      List<SecurityGroup> groups,
      Function<SecurityGroup, Rules> direction,
      Function<Peer, Ternary> about) {
    return Ternary.any(
        groups.stream()
            .map(direction)
            .flatMap(rules ->
                Stream.concat(
                    rules.all().stream().map(rule -> allows(rule, about)),
                    rules.unseen().stream().map(Ternary::open)))
            .toList());
  }

  private static Ternary allows(Rule rule, Function<Peer, Ternary> about) {
    return Ternary.of(
            rule.tcp().judge(ports -> ports.covers(Ports.HTTPS)), rule.tcp().missing().orElse(""))
        .and(about.apply(rule.peer()));
  }
}
