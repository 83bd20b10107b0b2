package ecraccess.macro.shorthand;

import ecraccess.macro.shorthand.ValueShape.AnyText;
import ecraccess.macro.shorthand.ValueShape.Document;
import ecraccess.macro.shorthand.ValueShape.Flag;
import ecraccess.macro.shorthand.ValueShape.ListOf;
import ecraccess.macro.shorthand.ValueShape.Members;
import ecraccess.macro.shorthand.ValueShape.Text;
import ecraccess.macro.shorthand.ValueShape.Word;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The properties of {@code AWS::EC2::VPCEndpoint}, as in its registry schema. */
final class OverridableProperties {
  static final ValueShape VPC_ID = new Text("a VPC ID");
  static final ValueShape SUBNET_IDS =
      new ListOf("a list of subnet IDs", new Text("a subnet ID"), false);
  static final ValueShape ROUTE_TABLE_IDS =
      new ListOf("a list of route table IDs", new Text("a route table ID"), false);
  static final ValueShape SECURITY_GROUP_IDS =
      new ListOf("a list of security group IDs", new Text("a security group ID"), false);
  static final ValueShape PRIVATE_DNS_ENABLED = new Flag();
  static final ValueShape IP_ADDRESS_TYPE = new Word("ipv4", "ipv6", "dualstack", "not-specified");
  static final ValueShape DNS_OPTIONS = dnsOptions();
  static final ValueShape TAGS =
      new ListOf(
          "a list of tags",
          new Members(
              "a tag with Key and Value",
              ordered("Key", new Text("a tag key"), "Value", new AnyText("a tag value")),
              Set.of("Key", "Value")),
          true);

  static final Map<String, ValueShape> ALL = all();

  private OverridableProperties() {}

  private static Map<String, ValueShape> all() {
    Map<String, ValueShape> all = new LinkedHashMap<>();
    all.put("VpcId", VPC_ID);
    all.put("ServiceName", new Text("a service name"));
    all.put("ServiceRegion", new Text("a region"));
    all.put("VpcEndpointType", new Word("Interface", "Gateway"));
    all.put("SubnetIds", SUBNET_IDS);
    all.put("SecurityGroupIds", SECURITY_GROUP_IDS);
    all.put("RouteTableIds", ROUTE_TABLE_IDS);
    all.put("PrivateDnsEnabled", PRIVATE_DNS_ENABLED);
    all.put("PolicyDocument", new Document("a policy document"));
    all.put("IpAddressType", IP_ADDRESS_TYPE);
    all.put("DnsOptions", DNS_OPTIONS);
    all.put("Tags", TAGS);
    return all;
  }

  private static ValueShape dnsOptions() {
    Map<String, ValueShape> members = new LinkedHashMap<>();
    members.put(
        "DnsRecordIpType",
        new Word("ipv4", "ipv6", "dualstack", "service-defined", "not-specified"));
    members.put(
        "PrivateDnsOnlyForInboundResolverEndpoint",
        new Word("OnlyInboundResolver", "AllResolvers", "NotSpecified"));
    members.put(
        "PrivateDnsPreference",
        new Word(
            "VERIFIED_DOMAINS_ONLY",
            "ALL_DOMAINS",
            "VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS",
            "SPECIFIED_DOMAINS_ONLY"));
    members.put(
        "PrivateDnsSpecifiedDomains", new ListOf("a list of domains", new Text("a domain"), false));
    return new Members("an object of DNS options", members, Set.of());
  }

  private static Map<String, ValueShape> ordered(
      String key, ValueShape shape, String key2, ValueShape shape2) {
    Map<String, ValueShape> ordered = new LinkedHashMap<>();
    ordered.put(key, shape);
    ordered.put(key2, shape2);
    return ordered;
  }
}
