package ecraccess.shorthand;

import ecraccess.shorthand.Shape.AnyText;
import ecraccess.shorthand.Shape.Document;
import ecraccess.shorthand.Shape.Flag;
import ecraccess.shorthand.Shape.ListOf;
import ecraccess.shorthand.Shape.Members;
import ecraccess.shorthand.Shape.Text;
import ecraccess.shorthand.Shape.Word;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The properties of {@code AWS::EC2::VPCEndpoint}, as in its registry schema. */
final class EndpointProperties {
  static final Shape VPC_ID = new Text("a VPC ID");
  static final Shape SUBNET_IDS =
      new ListOf("a list of subnet IDs", new Text("a subnet ID"), false);
  static final Shape ROUTE_TABLE_IDS =
      new ListOf("a list of route table IDs", new Text("a route table ID"), false);
  static final Shape SECURITY_GROUP_IDS =
      new ListOf("a list of security group IDs", new Text("a security group ID"), false);
  static final Shape PRIVATE_DNS_ENABLED = new Flag();
  static final Shape IP_ADDRESS_TYPE = new Word("ipv4", "ipv6", "dualstack", "not-specified");
  static final Shape DNS_OPTIONS = dnsOptions();
  static final Shape TAGS =
      new ListOf(
          "a list of tags",
          new Members(
              "a tag with Key and Value",
              ordered("Key", new Text("a tag key"), "Value", new AnyText("a tag value")),
              Set.of("Key", "Value")),
          true);

  static final Map<String, Shape> ALL = all();

  private EndpointProperties() {}

  private static Map<String, Shape> all() {
    Map<String, Shape> all = new LinkedHashMap<>();
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

  private static Shape dnsOptions() {
    Map<String, Shape> members = new LinkedHashMap<>();
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

  private static Map<String, Shape> ordered(String key, Shape shape, String key2, Shape shape2) {
    Map<String, Shape> ordered = new LinkedHashMap<>();
    ordered.put(key, shape);
    ordered.put(key2, shape2);
    return ordered;
  }
}
