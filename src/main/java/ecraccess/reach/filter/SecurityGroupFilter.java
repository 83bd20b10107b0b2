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
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Security groups on the way of a request. Answers pass without a rule. */
public record SecurityGroupFilter(Flow trip) {

  /** To an endpoint's interfaces, of which any may be called. */
  public Verdict to(Endpoint endpoint) {
    SecurityGroupTexts texts = new SecurityGroupTexts(trip, endpoint);
    Ternary in = admits(endpoint);
    Verdict admitted =
        Findings.of(in.not(), texts.ingressPath(), texts::ingress, () -> Symptoms.lostInVpc(trip))
            .orElseGet(() -> new Verdict.Can(texts.admitted()));
    return trip.groups()
        .map(groups -> letsOut(endpoint, groups))
        .map(out ->
            Findings.of(
                    out.not(), texts.egressPath(), texts::egress, () -> Symptoms.lostInVpc(trip))
                .map(let -> let.and(admitted))
                .orElse(admitted))
        .orElse(admitted);
  }

  /** To public addresses: S3's through a gateway, or any others. */
  public Verdict toPublic() {
    boolean s3 =
        trip.request() instanceof Request.ToService call && call.service().equals(Service.S3);
    SecurityGroupTexts texts = new SecurityGroupTexts(trip, null);
    return trip.groups()
        .map(groups -> any(groups, SecurityGroup::egress, peer -> isPublic(peer, s3)))
        .flatMap(out ->
            Findings.of(
                out.not(), texts.egressPath(), texts::egress, () -> Symptoms.lostInPublic(trip)))
        .orElseGet(() -> new Verdict.Can(texts.letOut()));
  }

  /** To wherever it leads: whether any call leaves at all. */
  public Verdict toAnywhere() {
    SecurityGroupTexts texts = new SecurityGroupTexts(trip, null);
    return trip.groups()
        .map(groups -> any(groups, SecurityGroup::egress, SecurityGroupFilter::isSomebody))
        .flatMap(out ->
            out.isNo()
                ? Findings.of(
                    out.not(), texts.egressPath(), texts::egress, () -> Symptoms.lostInPublic(trip))
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
    return any(trip.groups(endpoint), SecurityGroup::ingress, this::isPuller);
  }

  Ternary isPuller(Peer peer) {
    return switch (peer) {
      case Peer.Block(var block) -> CidrMatch.holds(block, trip.from(), trip.network());
      case Peer.Group(var id) ->
          trip.groups()
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
        trip.subnets(endpoint).stream()
            .map(subnet ->
                any(groups, SecurityGroup::egress, peer -> isEndpoint(peer, endpoint, subnet)))
            .toList();
    return Ternary.whichever(each, "which interface of " + endpoint.name() + " is called");
  }

  private Ternary isEndpoint(Peer peer, Endpoint endpoint, Subnet subnet) {
    return switch (peer) {
      case Peer.Block(var block) -> CidrMatch.holds(block, subnet, trip.network());
      case Peer.Group(var id) ->
          Ternary.any(trip.groups(endpoint).stream().map(group -> id.is(group.id())).toList());
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
