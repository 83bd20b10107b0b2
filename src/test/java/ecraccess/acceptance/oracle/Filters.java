package ecraccess.acceptance.oracle;

import ecraccess.acceptance.oracle.Facts.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Security groups and network ACLs, asked about one packet at a time. */
final class Filters {
  /** AWS's list of S3's addresses in us-east-1, the same in every account. */
  static final String S3_LIST = "pl-63a5400a";

  private static final Resource ALLOW_ALL =
      new Resource("", "", Tree.map("IpProtocol", "-1", "CidrIp", "0.0.0.0/0"));

  private final Facts facts;
  private final Map<String, List<Resource>> acls = new HashMap<>();
  private final Map<String, Optional<String>> aclOf = new HashMap<>();
  private final Map<String, List<Resource>> rules = new HashMap<>();

  Filters(Facts facts) {
    this.facts = facts;
  }

  /**
   * The other end of a packet.
   *
   * @param s3 whether the address is one of S3's in the stack's region
   * @param groups of its interface, where it is one of the VPC's
   */
  record End(long address, boolean s3, List<String> groups) {}

  /** Whether the groups let a packet to port 443 out to, or in from, the other end. */
  Outcome groups(List<String> groups, boolean egress, End other) {
    return groups.stream()
        .map(group -> group(group, egress, other))
        .reduce(Outcome.LOST, Outcome::or);
  }

  private Outcome group(String group, boolean egress, End other) {
    Outcome written =
        Outcome.of(
            rules.computeIfAbsent(group + egress, key -> rules(group, egress)).stream()
                .anyMatch(rule -> isHttps(rule) && isPeer(rule, egress, other)));
    return egress && keepsDefault(group) ? written.or(Outcome.DEPENDS) : written;
  }

  private List<Resource> rules(String group, boolean egress) {
    String inline = egress ? "SecurityGroupEgress" : "SecurityGroupIngress";
    List<Resource> all = new ArrayList<>(separate(group, inline).toList());
    Optional<Resource> shown = facts.of(group, "AWS::EC2::SecurityGroup");
    shown.ifPresent(one -> all.addAll(one.nested(inline)));
    if (shown.isEmpty()) {
      all.add(
          egress
              ? ALLOW_ALL
              : new Resource("", "", Tree.map("IpProtocol", "-1", "SourceSecurityGroupId", group)));
    } else if (egress && all.isEmpty()) {
      all.add(ALLOW_ALL);
    }
    return all;
  }

  private Stream<Resource> separate(String group, String kind) {
    return facts.all("AWS::EC2::" + kind).filter(rule -> rule.text("GroupId").equals(group));
  }

  /** Documentation and practice disagree whether a separate rule takes the default rule away. */
  private boolean keepsDefault(String group) {
    return facts
        .of(group, "AWS::EC2::SecurityGroup")
        .filter(one -> one.get("SecurityGroupEgress").isEmpty())
        .filter(one -> separate(group, "SecurityGroupEgress").findAny().isPresent())
        .isPresent();
  }

  private static boolean isHttps(Resource rule) {
    return switch (rule.text("IpProtocol")) {
      case "-1" -> true;
      case "tcp", "6" -> rule.number("FromPort", 0) <= 443 && 443 <= rule.number("ToPort", 0);
      default -> false;
    };
  }

  private boolean isPeer(Resource rule, boolean egress, End other) {
    String side = egress ? "Destination" : "Source";
    return rule.get("CidrIp").stream()
            .anyMatch(block -> Block.of(block.toString()).holds(other.address()))
        || rule.get(side + "SecurityGroupId").stream()
            .anyMatch(group -> other.groups().contains(group.toString()))
        || rule.get(side + "PrefixListId").stream()
            .anyMatch(list -> isIn(list.toString(), other.address(), other.s3()));
  }

  /** Whether an address is in a prefix list. */
  boolean isIn(String list, long address, boolean s3) {
    return list.equals(S3_LIST)
        ? s3
        : facts.need(list, "AWS::EC2::PrefixList").nested("Entries").stream()
            .anyMatch(entry -> Block.of(entry.text("Cidr")).holds(address));
  }

  /** Whether the subnet's ACL lets a TCP packet out, or in. */
  boolean acl(String subnet, boolean egress, int port, long other) {
    return aclOf
        .computeIfAbsent(subnet, this::aclOf)
        .map(acl -> acls.computeIfAbsent(acl + egress, key -> entries(acl, egress)))
        .map(entries -> passes(entries, port, other))
        .orElse(true);
  }

  private Optional<String> aclOf(String subnet) {
    return facts
        .all("AWS::EC2::SubnetNetworkAclAssociation")
        .filter(one -> one.text("SubnetId").equals(subnet))
        .map(one -> one.text("NetworkAclId"))
        .findFirst();
  }

  private List<Resource> entries(String acl, boolean egress) {
    return facts
        .all("AWS::EC2::NetworkAclEntry")
        .filter(entry -> entry.text("NetworkAclId").equals(acl))
        .filter(entry -> entry.isTrue("Egress", false) == egress)
        .sorted(Comparator.comparing(entry -> entry.number("RuleNumber", 0)))
        .toList();
  }

  private static boolean passes(List<Resource> entries, int port, long other) {
    return entries.stream()
        .filter(entry -> fits(entry, port) && Block.of(entry.text("CidrBlock")).holds(other))
        .findFirst()
        .filter(entry -> entry.text("RuleAction").equals("allow"))
        .isPresent();
  }

  private static boolean fits(Resource entry, int port) {
    int protocol = entry.number("Protocol", -1);
    Resource range = entry.inner("PortRange");
    return protocol == -1
        || (protocol == 6 && range.number("From", 0) <= port && port <= range.number("To", 65_535));
  }

  /** Ports in a range: both ends, and both sides of every border that an ACL draws. */
  List<Integer> ports(int lowest, int highest) {
    TreeSet<Integer> ports = new TreeSet<>(Set.of(lowest, highest));
    facts
        .all("AWS::EC2::NetworkAclEntry")
        .map(entry -> entry.inner("PortRange"))
        .filter(range -> range.get("From").isPresent())
        .forEach(range -> {
          ports.addAll(List.of(range.number("From", 0) - 1, range.number("From", 0)));
          ports.addAll(List.of(range.number("To", 0), range.number("To", 0) + 1));
        });
    return List.copyOf(ports.subSet(lowest, true, highest, true));
  }
}
