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
  private final Scenario scenario;
  private final AssociationIndex entries;

  NetworkAclReader(Scenario scenario) {
    this.scenario = scenario;
    this.entries = new AssociationIndex(scenario, "AWS::EC2::NetworkAclEntry", "NetworkAclId");
  }

  List<NetworkAcl> all() {
    return Stream.concat(
            scenario
                .resources("AWS::EC2::NetworkAcl")
                .map(acl -> read(acl, new Id.Created(acl.logicalId()), List.of())),
            scenario.resources(VpcReader.TYPE).map(this::ofVpc))
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
        scenario.origin(resource.path()),
        all,
        scenario.opaque().reason(id.toString()).or(() -> entries.doubt(id)));
  }

  private Entry entry(Branch entry) {
    Known<String> protocol =
        scenario
            .member(entry, "Protocol")
            .map(scenario::text)
            .orElseGet(() -> Known.unknown("the protocol of an entry"));
    Branch range = scenario.member(entry, "PortRange").orElse(entry);
    return new Entry(
        scenario.origin(entry.path()),
        Numbers.of(scenario, entry, "RuleNumber"),
        scenario.member(entry, "Egress").map(scenario::bool).orElse(Known.is(false)),
        Numbers.ports(scenario, protocol, range, "From", "To"),
        block(entry),
        allows(entry));
  }

  private Addresses block(Branch entry) {
    return scenario
        .member(entry, "CidrBlock")
        .map(scenario::addresses)
        .or(() -> scenario.member(entry, "Ipv6CidrBlock").map(scenario::ipv6Addresses))
        .orElseGet(() -> new Addresses.Open("a block", "the addresses of an entry"));
  }

  private Known<Boolean> allows(Branch entry) {
    Known<String> action =
        scenario
            .member(entry, "RuleAction")
            .map(scenario::text)
            .orElseGet(() -> Known.unknown("the action of an entry"));
    return switch (action) {
      case Known.Unknown<String>(String open) -> Known.unknown(open);
      case Known.Is<String>(String text) when text.equals("allow") || text.equals("deny") ->
          Known.is(text.equals("allow"));
      case Known.Is<String> other -> Known.unknown("allow or deny in place of another text");
    };
  }
}
