package ecraccess.acceptance.verdict;

import static ecraccess.acceptance.verdict.View.property;

import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A change that leaves everything working: another spelling, something wider, something unused.
 *
 * @param make empty where a template has no place for it
 */
record Harmless(String name, Function<View, Optional<Edit>> make) {

  static List<Harmless> all() {
    List<Harmless> all = new ArrayList<>();
    all.addAll(spellings());
    all.addAll(groups());
    all.addAll(acls());
    all.addAll(routes());
    all.addAll(endpoints());
    all.addAll(HarmlessPolicies.all());
    all.addAll(HarmlessNeighbours.all());
    return List.copyOf(all);
  }

  private static List<Harmless> spellings() {
    return List.of(
        vpc("EnableDnsHostnames", "\"true\""),
        vpc("EnableDnsSupport", "\"true\""),
        new Harmless(
            "EnableDnsSupport is not written",
            view ->
                view.vpc()
                    .map(vpc -> view.edit().remove(property(vpc, "EnableDnsSupport")).done())),
        endpoint(
            "private DNS is the text true",
            "ecr.dkr",
            (view, e) -> view.edit().set(property(e, "PrivateDnsEnabled"), Text.yaml("\"true\""))),
        endpoint("the service name is joined", "ecr.api", Harmless::joined),
        endpoint(
            "the type of a gateway is not written",
            "s3",
            (view, e) -> view.edit().remove(property(e, "VpcEndpointType"))),
        endpoint("one subnet is enough for an endpoint", "ecr.dkr", Harmless::oneSubnet),
        new Harmless(
            "the zones are written out",
            view ->
                view.resource("SubnetA")
                    .filter(subnet ->
                        view.lastSubnet().isPresent() && view.resource("EndpointSubnetA").isEmpty())
                    .map(subnet ->
                        view.edit()
                            .set(
                                property(subnet, "AvailabilityZone"),
                                Text.yaml("!Sub \"${AWS::Region}a\""))
                            .set(
                                property(view.lastSubnet().orElseThrow(), "AvailabilityZone"),
                                Text.yaml("!Sub \"${AWS::Region}b\""))
                            .done())));
  }

  private static Harmless vpc(String attribute, String value) {
    return new Harmless(
        "%s is %s".formatted(attribute, value),
        view ->
            view.vpc()
                .map(vpc -> view.edit().set(property(vpc, attribute), Text.yaml(value)).done()));
  }

  private static Edit.Draft joined(View view, Resource endpoint) {
    String prefix = View.serviceName(endpoint).replace("${AWS::Region}.ecr.api", "");
    return view.edit()
        .set(
            property(endpoint, "ServiceName"),
            Text.yaml("!Join [\"\", [%s, !Ref AWS::Region, .ecr.api]]".formatted(prefix)));
  }

  private static Edit.Draft oneSubnet(View view, Resource endpoint) {
    Json subnets = endpoint.property("SubnetIds").orElseThrow();
    return view.edit()
        .set(
            property(endpoint, "SubnetIds"),
            subnets instanceof Json.Arr(List<Json> items)
                ? Json.Arr.of(items.getFirst())
                : subnets);
  }

  private static List<Harmless> groups() {
    return List.of(
        egress("is not written", Optional.empty()),
        egress(
            "names the protocol by number",
            Optional.of(
                "[{IpProtocol: \"6\", FromPort: \"443\", ToPort: \"443\", CidrIp: 0.0.0.0/0}]")),
        egress("is for all protocols", Optional.of("[{IpProtocol: -1, CidrIp: 0.0.0.0/0}]")),
        egress(
            "is for all ports",
            Optional.of("[{IpProtocol: tcp, FromPort: 0, ToPort: 65535, CidrIp: 0.0.0.0/0}]")),
        egress(
            "is for everywhere in another spelling",
            Optional.of("[{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/0}]")),
        egress(
            "is for the halves of the internet",
            Optional.of(
                "[{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/1}, {IpProtocol:"
                    + " \"-1\", CidrIp: 128.0.0.0/1}]")),
        egress(
            "has a rule for IPv6 besides",
            Optional.of(
                "[{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}, {IpProtocol:"
                    + " \"-1\", CidrIpv6: \"::/0\"}]")),
        ingress("everybody", "[{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}]"),
        ingress(
            "both subnets, each by a rule",
            "[{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/24}, {IpProtocol: tcp,"
                + " FromPort: 443, ToPort: 443, CidrIp: 10.0.1.0/24}]"),
        ingress(
            "both subnets, each by the rules of its halves",
            "[{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/25}, {IpProtocol: tcp,"
                + " FromPort: 0, ToPort: 443, CidrIp: 10.0.0.128/25}, {IpProtocol: \"-1\", CidrIp:"
                + " 10.0.1.0/25}, {IpProtocol: tcp, FromPort: 443, ToPort: 65535, CidrIp:"
                + " 10.0.1.128/25}]"),
        ingress(
            "the VPC's block by its attribute",
            "[{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !GetAtt Vpc.CidrBlock}]"));
  }

  private static Harmless egress(String how, Optional<String> rules) {
    return new Harmless(
        "what the tasks' group lets out " + how,
        view ->
            view.clientGroup()
                .map(group -> {
                  JsonPath place = property(group, "SecurityGroupEgress");
                  return rules.isPresent()
                      ? view.edit().set(place, Text.yaml(rules.get())).done()
                      : view.edit().remove(place).done();
                }));
  }

  private static Harmless ingress(String whom, String rules) {
    return new Harmless(
        "the endpoints' group admits " + whom,
        view ->
            view.endpointGroup()
                .filter(group -> view.vpc().isPresent())
                .map(group ->
                    view.edit()
                        .set(property(group, "SecurityGroupIngress"), Text.yaml(rules))
                        .done()));
  }

  private static List<Harmless> acls() {
    return List.of(
        acl("for all protocols", "Protocol", "-1"),
        acl("with its protocol as a text", "Protocol", "\"6\""),
        acl("with another number", "RuleNumber", "\"32000\""),
        new Harmless(
            "a network ACL entry for half of the addresses, and one for the rest",
            view ->
                view.aclEntry(true, 443)
                    .map(entry -> {
                      JsonPath block = property(entry, "CidrBlock");
                      Edit.Draft draft = view.edit();
                      draft.set(
                          JsonPath.of("Resources", "OtherHalf"),
                          Tree.put(
                              Tree.put(
                                  entry.value(),
                                  JsonPath.of("Properties", "CidrBlock").steps(),
                                  Optional.of(new Json.Str("128.0.0.0/1")),
                                  0),
                              JsonPath.of("Properties", "RuleNumber").steps(),
                              Optional.of(new Json.Num("31000")),
                              0));
                      return draft.set(block, new Json.Str("0.0.0.0/1")).done();
                    })));
  }

  private static List<Harmless> routes() {
    return List.of(
        new Harmless(
            "the default route to a NAT gateway is written as two halves",
            view ->
                view.resource("RouteToNatA")
                    .map(route ->
                        view.edit()
                            .set(
                                JsonPath.of("Resources", "OtherHalf"),
                                Tree.put(
                                    route.value(),
                                    JsonPath.of("Properties", "DestinationCidrBlock").steps(),
                                    Optional.of(new Json.Str("128.0.0.0/1")),
                                    0))
                            .set(property(route, "DestinationCidrBlock"), new Json.Str("0.0.0.0/1"))
                            .done())),
        new Harmless(
            "what comes in is blocked, but not what goes out",
            view ->
                view.vpc()
                    .map(vpc ->
                        view.edit()
                            .set(
                                JsonPath.of("Resources", "Ingress"),
                                Text.block(
                                    """
                                    Type: AWS::EC2::VPCBlockPublicAccessOptions
                                    Properties: {InternetGatewayBlockMode: block-ingress}
                                    """))
                            .done())));
  }

  private static Harmless acl(String how, String property, String value) {
    return new Harmless(
        "a network ACL entry " + how,
        view ->
            view.aclEntry(true, 443)
                .map(entry -> {
                  Edit.Draft draft = view.edit().set(property(entry, property), Text.yaml(value));
                  return (property.equals("Protocol") && value.equals("-1")
                          ? draft.remove(property(entry, "PortRange"))
                          : draft)
                      .done();
                }));
  }

  private static List<Harmless> endpoints() {
    return List.of(
        endpoint(
            "no endpoint for ECS Exec, without which tasks start",
            "ssmmessages",
            (view, e) -> view.without(e)),
        endpoint(
            "a second endpoint without private DNS",
            "ecr.dkr",
            (view, e) ->
                view.edit()
                    .set(
                        JsonPath.of("Resources", "Again"),
                        Tree.put(
                            e.value(),
                            JsonPath.of("Properties", "PrivateDnsEnabled").steps(),
                            Optional.of(new Json.Bool(false)),
                            0))));
  }

  static Harmless endpoint(
      String name, String service, BiFunction<View, Resource, Edit.Draft> make) {
    return new Harmless(
        name + " (" + service + ")",
        view -> view.endpoint(service).map(e -> make.apply(view, e).done()));
  }

  static Json text(Json value) {
    return new Json.Str(JsonText.compact(value));
  }

  @Override
  public String toString() {
    return name;
  }
}
