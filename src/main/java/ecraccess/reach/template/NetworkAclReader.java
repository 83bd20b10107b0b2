package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.NetworkAcl;
import ecraccess.reach.model.NetworkAcl.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the network ACLs that a template makes, and those that its VPCs come with. */
final class NetworkAclReader {
  private final Scenario world;
  private final AssociationIndex entries;

  NetworkAclReader(Scenario world) {
    this.world = world;
    this.entries = new AssociationIndex(world, "AWS::EC2::NetworkAclEntry", "NetworkAclId");
  }

  List<NetworkAcl> all() {
    return Stream.concat(
            world
                .resources("AWS::EC2::NetworkAcl")
                .map(acl -> read(acl, new Id.Created(acl.logicalId()), List.of())),
            world.resources(VpcReader.TYPE).map(this::ofVpc))
        .toList();
  }

  private NetworkAcl ofVpc(Resource vpc) {
    Id id = new Id.Created(vpc.logicalId() + ".DefaultNetworkAcl");
    return read(vpc, id, NetworkAcl.open(id).entries());
  }

  private NetworkAcl read(Resource resource, Id id, List<Entry> first) {
    List<Entry> all = new ArrayList<>(first);
    entries.to(id).map(this::entry).forEach(all::add);
    return new NetworkAcl(
        id,
        world.origin(resource.path()),
        all,
        world.opaque().reason(id.toString()).or(() -> entries.doubt(id)));
  }

  private Entry entry(Branch entry) {
    Known<String> protocol =
        world
            .member(entry, "Protocol")
            .map(world::text)
            .orElseGet(() -> Known.unknown("the protocol of an entry"));
    Branch range = world.member(entry, "PortRange").orElse(entry);
    return new Entry(
        world.origin(entry.path()),
        Numbers.of(world, entry, "RuleNumber"),
        world.member(entry, "Egress").map(world::bool).orElse(Known.is(false)),
        Numbers.ports(world, protocol, range, "From", "To"),
        block(entry),
        allows(entry));
  }

  private Addresses block(Branch entry) {
    return world
        .member(entry, "CidrBlock")
        .map(world::addresses)
        .or(() ->
            world
                .member(entry, "Ipv6CidrBlock")
                .map(block -> new Addresses.Ipv6(world.id(block).toString())))
        .orElseGet(() -> new Addresses.Open("a block", "the addresses of an entry"));
  }

  private Known<Boolean> allows(Branch entry) {
    Known<String> action =
        world
            .member(entry, "RuleAction")
            .map(world::text)
            .orElseGet(() -> Known.unknown("the action of an entry"));
    return switch (action) {
      case Known.Unknown<String>(String open) -> Known.unknown(open);
      case Known.Is<String>(String text) when text.equals("allow") || text.equals("deny") ->
          Known.is(text.equals("allow"));
      case Known.Is<String> other -> Known.unknown("allow or deny in place of another text");
    };
  }
}
