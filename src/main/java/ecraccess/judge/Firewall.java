package ecraccess.judge;

import ecraccess.logic.Claim;
import ecraccess.network.Endpoint;
import ecraccess.network.Ports;
import ecraccess.network.SecurityGroup;
import ecraccess.network.SecurityGroup.Peer;
import ecraccess.network.SecurityGroup.Rule;
import ecraccess.network.SecurityGroup.Rules;
import ecraccess.network.Subnet;
import ecraccess.service.Service;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Security groups on the way of a request. Answers pass without a rule. */
record Firewall(Trip trip) {

  /** To an endpoint's interfaces, of which any may be called. */
  Verdict to(Endpoint endpoint) {
    FirewallTexts texts = new FirewallTexts(trip, endpoint);
    Claim in = admits(endpoint);
    Verdict admitted =
        Finding.of(in.not(), texts.ingressPath(), texts::ingress, () -> Symptoms.lostInVpc(trip))
            .orElseGet(() -> new Verdict.Can(texts.admitted()));
    return trip.groups()
        .map(groups -> letsOut(endpoint, groups))
        .map(out ->
            Finding.of(out.not(), texts.egressPath(), texts::egress, () -> Symptoms.lostInVpc(trip))
                .map(let -> let.and(admitted))
                .orElse(admitted))
        .orElse(admitted);
  }

  /** To public addresses: S3's through a gateway, or any others. */
  Verdict toPublic() {
    boolean s3 =
        trip.request() instanceof Request.ToService call && call.service().equals(Service.S3);
    FirewallTexts texts = new FirewallTexts(trip, null);
    return trip.groups()
        .map(groups -> any(groups, SecurityGroup::egress, peer -> isPublic(peer, s3)))
        .flatMap(out ->
            Finding.of(
                out.not(), texts.egressPath(), texts::egress, () -> Symptoms.lostInPublic(trip)))
        .orElseGet(() -> new Verdict.Can(texts.letOut()));
  }

  /** To wherever it leads: whether any call leaves at all. */
  Verdict toAnywhere() {
    FirewallTexts texts = new FirewallTexts(trip, null);
    return trip.groups()
        .map(groups -> any(groups, SecurityGroup::egress, Firewall::isSomebody))
        .flatMap(out ->
            out.isNo()
                ? Finding.of(
                    out.not(), texts.egressPath(), texts::egress, () -> Symptoms.lostInPublic(trip))
                : Optional.empty())
        .orElseGet(() -> new Verdict.Can(texts.letOut()));
  }

  /** That the endpoint's groups let nobody in at all. */
  static Claim admitsNobody(List<SecurityGroup> groups) {
    return any(groups, SecurityGroup::ingress, Firewall::isSomebody).not();
  }

  /** The rules that let a call through for sure. */
  static Stream<Rule> allowing(
      List<SecurityGroup> groups,
      Function<SecurityGroup, Rules> direction,
      Function<Peer, Claim> about) {
    return groups.stream()
        .flatMap(group -> direction.apply(group).all().stream())
        .filter(rule -> allows(rule, about).isYes());
  }

  /** Anybody else over IPv4. */
  static Claim isSomebody(Peer peer) {
    return peer instanceof Peer.Block(var block) ? Blocks.holdsAny(block) : Claim.YES;
  }

  private Claim admits(Endpoint endpoint) {
    return any(trip.groups(endpoint), SecurityGroup::ingress, this::isPuller);
  }

  Claim isPuller(Peer peer) {
    return switch (peer) {
      case Peer.Block(var block) -> Blocks.holds(block, trip.from(), trip.network());
      case Peer.Group(var id) ->
          trip.groups()
              .map(groups ->
                  Claim.any(groups.stream().map(group -> id.is(group.id())).toList()))
              .orElse(Claim.YES);
      case Peer.PrefixList(var id, var ofS3) ->
          Claim.isTrue(ofS3).isYes() ? Claim.NO : Claim.open("the entries of prefix list " + id);
      case Peer.Unknown(String missing) -> Claim.open(missing);
    };
  }

  private Claim letsOut(Endpoint endpoint, List<SecurityGroup> groups) {
    List<Claim> each =
        trip.subnets(endpoint).stream()
            .map(subnet ->
                any(groups, SecurityGroup::egress, peer -> isEndpoint(peer, endpoint, subnet)))
            .toList();
    return Claim.whichever(each, "which interface of " + endpoint.name() + " is called");
  }

  private Claim isEndpoint(Peer peer, Endpoint endpoint, Subnet subnet) {
    return switch (peer) {
      case Peer.Block(var block) -> Blocks.holds(block, subnet, trip.network());
      case Peer.Group(var id) ->
          Claim.any(
              trip.groups(endpoint).stream().map(group -> id.is(group.id())).toList());
      case Peer.PrefixList(var id, var ofS3) ->
          Claim.isTrue(ofS3).isYes() ? Claim.NO : Claim.open("the entries of prefix list " + id);
      case Peer.Unknown(String missing) -> Claim.open(missing);
    };
  }

  private static Claim isPublic(Peer peer, boolean s3) {
    return switch (peer) {
      case Peer.Block(var block) -> Blocks.holdsPublic(block);
      case Peer.Group group -> Claim.NO;
      case Peer.PrefixList(var id, var ofS3) -> {
        Claim isS3 = Claim.isTrue(ofS3);
        yield isS3.isYes()
            ? Claim.of(s3)
            : s3 && isS3.isOpen() ? isS3 : Claim.open("the entries of prefix list " + id);
      }
      case Peer.Unknown(String missing) -> Claim.open(missing);
    };
  }

  private static Claim any(
      List<SecurityGroup> groups,
      Function<SecurityGroup, Rules> direction,
      Function<Peer, Claim> about) {
    return Claim.any(
        groups.stream()
            .map(direction)
            .flatMap(rules ->
                Stream.concat(
                    rules.all().stream().map(rule -> allows(rule, about)),
                    rules.unseen().stream().map(Claim::open)))
            .toList());
  }

  private static Claim allows(Rule rule, Function<Peer, Claim> about) {
    return Claim.of(
            rule.tcp().judge(ports -> ports.covers(Ports.HTTPS)), rule.tcp().missing().orElse(""))
        .and(about.apply(rule.peer()));
  }
}
