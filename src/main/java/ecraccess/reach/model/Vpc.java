package ecraccess.reach.model;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import java.util.List;
import java.util.Optional;

/**
 * A VPC.
 *
 * @param blocks its IPv4 blocks, the primary one first
 * @param ownResolver DNS servers of its own that its DHCP options name; empty where it has Amazon's
 * @param nameSources what may answer for some hosts in place of their public names
 * @param dnsFirewall the rules of DNS Firewall in the order in which they are looked at
 * @param unseenZones which private hosted zones may lead hosts of AWS to endpoints that do not take
 *     their names themselves, as a noun phrase; empty where all were seen
 * @param unseen why it may have endpoints that are not among the facts; empty where all were seen
 */
public record Vpc(
    Id id,
    JsonPath path,
    Known<Boolean> dnsSupport,
    Known<Boolean> dnsHostnames,
    List<Addresses> blocks,
    Known<Optional<String>> ownResolver,
    List<NameSource> nameSources,
    List<DnsFirewallRule> dnsFirewall,
    Optional<String> unseenZones,
    Optional<String> unseen) {
  public Vpc {
    blocks = List.copyOf(blocks);
    nameSources = List.copyOf(nameSources);
    dnsFirewall = List.copyOf(dnsFirewall);
  }

  /** The same, where nobody knows what answers for names. */
  public Vpc withUnknownResolver(String missing) {
    return new Vpc(
        id,
        path,
        dnsSupport,
        dnsHostnames,
        blocks,
        Known.unknown(missing),
        nameSources,
        dnsFirewall,
        unseenZones,
        unseen);
  }

  /** The group that what has no other one gets. */
  public Id defaultSecurityGroup() {
    String name = id + ".DefaultSecurityGroup";
    return id instanceof Id.Created
        ? new Id.Created(name)
        : new Id.Open(name, "the default security group of VPC " + id);
  }

  /** Where the attribute is set: of a resource among its properties, of a live VPC as its own. */
  public JsonPath property(String name) {
    if (path.equals(JsonPath.ROOT)) {
      return path;
    }
    return (path.steps().size() == 1 ? path : path.member("Properties")).member(name);
  }

  /** One that nothing is known of. */
  public static Vpc unknown(Id id) {
    String missing = "VPC " + id + ", which is not in the template";
    return new Vpc(
        id,
        JsonPath.ROOT,
        Known.unknown("the DNS attributes of " + missing),
        Known.unknown("the DNS attributes of " + missing),
        List.of(),
        Known.unknown("the DHCP options of " + missing),
        List.of(),
        List.of(),
        Optional.of("the private hosted zones of " + missing),
        Optional.of("the endpoints of " + missing));
  }
}
