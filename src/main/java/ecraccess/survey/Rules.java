package ecraccess.survey;

import ecraccess.json.Json;
import ecraccess.logic.Known;
import ecraccess.network.Addresses;
import ecraccess.network.Id;
import ecraccess.network.Ports;
import ecraccess.network.SecurityGroup.Peer;
import ecraccess.network.SecurityGroup.Rule;
import ecraccess.template.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads rules of security groups. */
final class Rules {
  private final World world;

  Rules(World world) {
    this.world = world;
  }

  Rule read(Place rule) {
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

  private Peer peer(Place rule) {
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

  private Peer block(Place place) {
    return new Peer.Block(world.addresses(place));
  }

  private Peer ipv6(Place place) {
    return new Peer.Block(new Addresses.Ipv6(world.id(place).toString()));
  }

  private Optional<Peer> group(Place rule, String name) {
    return world.member(rule, name).map(place -> new Peer.Group(world.id(place)));
  }

  private Peer prefixList(Place place) {
    Id id = world.id(place);
    return new Peer.PrefixList(
        id,
        id instanceof Id.Created
            ? Known.is(false)
            : Known.unknown("whether prefix list " + id + " is the one of S3"));
  }

  /** What EC2 gives a group that says nothing of what may leave it. */
  static Rule everywhere(Place group, World world) {
    return new Rule(
        world.origin(group.path()), Known.is(Ports.ALL), new Peer.Block(Addresses.Cidr.EVERYTHING));
  }

  static boolean isEmptyList(Place place) {
    return place.value() instanceof Json.Arr(List<Json> items) && items.isEmpty();
  }
}
