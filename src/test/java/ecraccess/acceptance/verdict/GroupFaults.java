package ecraccess.acceptance.verdict;

import static ecraccess.acceptance.verdict.Fault.Scope.ANYWHERE;
import static ecraccess.acceptance.verdict.Fault.Scope.VPC_INSIDE;
import static ecraccess.acceptance.verdict.View.property;

import ecraccess.acceptance.verdict.Fault.Mutation;
import ecraccess.acceptance.verdict.Fault.Scope;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Mistakes in security groups: the endpoints' and the tasks'. */
final class GroupFaults {
  private static final String EGRESS = "SecurityGroupEgress";
  private static final String GROUPS = "SecurityGroupIds";

  private GroupFaults() {}

  static List<Fault> all() {
    return List.of(
        ingress("without a rule", Optional.empty()),
        ingress(
            "for another port",
            Optional.of("{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0}")),
        ingress(
            "for UDP",
            Optional.of("{IpProtocol: udp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}")),
        ingress(
            "for another network",
            Optional.of("{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 192.168.0.0/16}")),
        otherClient(),
        endpointGroups("none, though one was made", "run 5", Optional.empty()),
        endpointGroups(
            "the VPC's default one", "run 5", Optional.of("[!GetAtt Vpc.DefaultSecurityGroup]")),
        egress(
            "the VPC only, not S3",
            "ask 19",
            VPC_INSIDE,
            "S3",
            "[{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16}]"),
        egress(
            "elsewhere only, not the endpoints",
            "run 1",
            VPC_INSIDE,
            "443",
            "[{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 192.0.2.0/24}]"),
        egress(
            "port 80 only",
            "run 1",
            ANYWHERE,
            "443",
            "[{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0}]"),
        egress(
            "nowhere", "run 1", ANYWHERE, "443", "[{IpProtocol: \"-1\", CidrIp: 127.0.0.1/32}]"));
  }

  /** The endpoints' group with one other rule, or none, in place of all that it has. */
  private static Fault ingress(String how, Optional<String> rule) {
    return onEndpointGroup(
        "the endpoints' security group " + how,
        "run 5",
        (view, group) -> {
          Edit.Draft draft = withoutIngress(view, group);
          if (rule.isPresent()) {
            draft.set(property(group, "SecurityGroupIngress"), Json.Arr.of(Text.yaml(rule.get())));
          }
          return Mutation.of(draft, group.path());
        });
  }

  private static Edit.Draft withoutIngress(View view, Resource group) {
    Optional<Resource> rule = view.ingressRule();
    return rule.isPresent()
        ? view.without(rule.get())
        : view.edit().remove(property(group, "SecurityGroupIngress"));
  }

  private static Fault otherClient() {
    return onEndpointGroup(
        "the endpoints' security group for another group than the tasks'",
        "run 5",
        view -> view.vpc().isPresent(),
        (view, group) ->
            Mutation.of(
                withoutIngress(view, group)
                    .set(
                        JsonPath.of("Resources", "Others"),
                        Text.block(
                            """
                            Type: AWS::EC2::SecurityGroup
                            Properties: {GroupDescription: Others, VpcId: !Ref Vpc}
                            """))
                    .set(
                        property(group, "SecurityGroupIngress"),
                        Text.yaml(
                            "[{IpProtocol: tcp, FromPort: 443, ToPort: 443,"
                                + " SourceSecurityGroupId: !Ref Others}]")),
                group.path()));
  }

  private static Fault onEndpointGroup(
      String name, String row, BiFunction<View, Resource, Mutation> make) {
    return onEndpointGroup(name, row, view -> true, make);
  }

  private static Fault onEndpointGroup(
      String name, String row, Predicate<View> fits, BiFunction<View, Resource, Mutation> make) {
    return Fault.of(
        name,
        row,
        VPC_INSIDE,
        "443",
        view ->
            view.endpointGroup()
                .filter(group -> fits.test(view))
                .filter(group -> !Optional.of(group).equals(view.clientGroup()))
                .map(group -> make.apply(view, group)));
  }

  private static Fault endpointGroups(String how, String row, Optional<String> groups) {
    return Fault.of(
        "the security groups of ecr.dkr's endpoint: " + how,
        row,
        VPC_INSIDE,
        "(?i)default",
        view ->
            view.endpoint("ecr.dkr")
                .filter(endpoint -> view.vpc().isPresent())
                .map(endpoint -> {
                  JsonPath place = property(endpoint, GROUPS);
                  return Mutation.of(
                      groups.isPresent()
                          ? view.edit().set(place, Text.yaml(groups.get()))
                          : view.edit().remove(place),
                      place);
                }));
  }

  private static Fault egress(String how, String row, Scope scope, String reason, String rules) {
    return Fault.of(
        "the tasks' security group lets out to " + how,
        row,
        scope,
        reason,
        view ->
            view.clientGroup()
                .map(group -> {
                  JsonPath place = property(group, EGRESS);
                  return Mutation.of(view.edit().set(place, Text.yaml(rules)), place);
                }));
  }
}
