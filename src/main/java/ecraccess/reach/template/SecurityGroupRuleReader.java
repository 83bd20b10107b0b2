package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Ports;
import ecraccess.reach.model.SecurityGroup.Peer;
import ecraccess.reach.model.SecurityGroup.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads rules of security groups. */
final class SecurityGroupRuleReader {
  private final Scenario world;

  SecurityGroupRuleReader(Scenario world) {
    this.world = world;
  }

  Rule read(Branch rule) {
    Known<String> protocol =
        world
            .member(rule, "IpProtocol")
            .map(world::text)
            .orElseGet(() -> Known.unknown("the protocol of a rule"));
    return new Rule(
        world.origin(rule.path()),
        Numbers.ports(world, protocol, rule, "FromPort", "ToPort"),
        peer(rule));
  }

  private Peer peer(Branch rule) {
    List<Peer> all =
        Stream.of(
                world.member(rule, "CidrIp").map(this::block),
                world.member(rule, "CidrIpv6").map(this::ipv6),
                group(rule, "SourceSecurityGroupId"),
                group(rule, "DestinationSecurityGroupId"),
                group(rule, "SourceSecurityGroupName"),
                world.member(rule, "SourcePrefixListId").map(this::prefixList),
                world.member(rule, "DestinationPrefixListId").map(this::prefixList))
            .flatMap(Optional::stream)
            .toList();
    return all.size() == 1
        ? all.getFirst()
        : new Peer.Unknown("whom a rule with %d peers is about".formatted(all.size()));
  }

  private Peer block(Branch place) {
    return new Peer.Block(world.addresses(place));
  }

  private Peer ipv6(Branch place) {
    return new Peer.Block(new Addresses.Ipv6(world.id(place).toString()));
  }

  private Optional<Peer> group(Branch rule, String name) {
    return world.member(rule, name).map(place -> new Peer.Group(world.id(place)));
  }

  private Peer prefixList(Branch place) {
    Id id = world.id(place);
    return new Peer.PrefixList(
        id,
        id instanceof Id.Created
            ? Known.is(false)
            : Known.unknown("whether prefix list " + id + " is the one of S3"));
  }

  /** What EC2 gives a group that says nothing of what may leave it. */
  static Rule everywhere(Branch group, Scenario world) {
    return new Rule(
        world.origin(group.path()), Known.is(Ports.ALL), new Peer.Block(Addresses.Cidr.EVERYTHING));
  }

  static boolean isEmptyList(Branch place) {
    return place.value() instanceof Json.Arr(List<Json> items) && items.isEmpty();
  }
}
