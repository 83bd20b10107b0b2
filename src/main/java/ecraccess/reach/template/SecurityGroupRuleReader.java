package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Known;
import ecraccess.core.net.PortSet;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.SecurityGroup.Peer;
import ecraccess.reach.model.SecurityGroup.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads rules of security groups. */
final class SecurityGroupRuleReader {
  private final Scenario scenario;

  SecurityGroupRuleReader(Scenario scenario) {
    this.scenario = scenario;
  }

  Rule read(Branch rule) {
    Known<String> protocol =
        scenario
            .member(rule, "IpProtocol")
            .map(scenario::text)
            .orElseGet(() -> Known.unknown("the protocol of a rule"));
    return new Rule(
        scenario.origin(rule.path()),
        Numbers.ports(scenario, protocol, rule, "FromPort", "ToPort"),
        peer(rule));
  }

  private Peer peer(Branch rule) {
    List<Peer> all =
        Stream.of(
                scenario.member(rule, "CidrIp").map(this::block),
                scenario
                    .member(rule, "CidrIpv6")
                    .map(scenario::ipv6Addresses)
                    .<Peer>map(Peer.Block::new),
                group(rule, "SourceSecurityGroupId"),
                group(rule, "DestinationSecurityGroupId"),
                scenario.member(rule, "SourceSecurityGroupName").map(this::named),
                scenario.member(rule, "SourcePrefixListId").map(this::prefixList),
                scenario.member(rule, "DestinationPrefixListId").map(this::prefixList))
            .flatMap(Optional::stream)
            .toList();
    return all.size() == 1
        ? all.getFirst()
        : new Peer.Unknown("whom a rule with %d peers is about".formatted(all.size()));
  }

  private Peer block(Branch place) {
    return new Peer.Block(scenario.addresses(place));
  }

  private Optional<Peer> group(Branch rule, String name) {
    return scenario.member(rule, name).map(place -> new Peer.Group(scenario.id(place)));
  }

  /**
   * A name may be that of any group; a group that the template makes is named by a reference too.
   */
  private Peer named(Branch place) {
    Id id = scenario.id(place);
    return id instanceof Id.Created
        ? new Peer.Group(id)
        : new Peer.Unknown("which security group is called " + id);
  }

  private Peer prefixList(Branch place) {
    return new Peer.Block(scenario.prefixList(place));
  }

  /** What EC2 gives a group that says nothing of what may leave it. */
  static Rule everywhere(Branch group, Scenario scenario) {
    return new Rule(
        scenario.origin(group.path()), Known.is(PortSet.ALL), new Peer.Block(Addresses.EVERY_IPV4));
  }

  static boolean isEmptyList(Branch place) {
    return place.value() instanceof Json.Arr(List<Json> items) && items.isEmpty();
  }
}
