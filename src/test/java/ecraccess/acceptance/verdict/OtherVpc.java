package ecraccess.acceptance.verdict;

import static ecraccess.acceptance.verdict.Fault.Scope.ISOLATED;
import static ecraccess.acceptance.verdict.Fault.Scope.VPC_INSIDE;
import static ecraccess.acceptance.verdict.View.property;

import ecraccess.acceptance.verdict.Fault.Mutation;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.List;
import java.util.Map;

/**
 * A VPC beside the one of a template, with a subnet, a route table and an open group of its own.
 */
final class OtherVpc {
  private static final Json RESOURCES =
      Text.block(
          """
          OtherVpc:
            Type: AWS::EC2::VPC
            Properties: {CidrBlock: 10.7.0.0/16, EnableDnsHostnames: true}
          OtherSubnet:
            Type: AWS::EC2::Subnet
            Properties:
              VpcId: !Ref OtherVpc
              CidrBlock: 10.7.0.0/24
              AvailabilityZone: !Select [0, !GetAZs ""]
          OtherRoutes:
            Type: AWS::EC2::RouteTable
            Properties: {VpcId: !Ref OtherVpc}
          OtherGroup:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: Everybody
              VpcId: !Ref OtherVpc
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}
          """);

  private OtherVpc() {}

  private static Edit.Draft beside(View view) {
    Edit.Draft draft = view.edit();
    for (Map.Entry<String, Json> resource : ((Json.Obj) RESOURCES).members().entrySet()) {
      draft.set(JsonPath.of("Resources", resource.getKey()), resource.getValue());
    }
    return draft;
  }

  private static Json vpc() {
    return Text.yaml("!Ref OtherVpc");
  }

  private static Json subnets() {
    return Text.yaml("[!Ref OtherSubnet]");
  }

  private static Json groups() {
    return Text.yaml("[!Ref OtherGroup]");
  }

  private static Json routeTables() {
    return Text.yaml("[!Ref OtherRoutes]");
  }

  private static Fault elsewhere() {
    return EndpointFaults.on(
        "the endpoint of ecr.dkr in another VPC",
        "run 2",
        ISOLATED,
        "ecr\\.dkr",
        "ecr.dkr",
        (view, endpoint) ->
            Mutation.of(
                beside(view)
                    .set(property(endpoint, "VpcId"), vpc())
                    .set(property(endpoint, "SubnetIds"), subnets())
                    .set(property(endpoint, "SecurityGroupIds"), groups()),
                JsonPath.of("Resources")));
  }

  /** What endpoints take from there, or all of one there. */
  static List<Fault> faults() {
    return List.of(
        elsewhere(),
        mixed("subnets", "SubnetIds", "ecr.dkr", subnets()),
        mixed("a security group", "SecurityGroupIds", "ecr.dkr", groups()),
        mixed("a route table", "RouteTableIds", "s3", routeTables()));
  }

  private static Fault mixed(String what, String property, String service, Json value) {
    return EndpointFaults.on(
        "the endpoint of %s has %s of another VPC".formatted(service, what),
        "deploy 15",
        VPC_INSIDE,
        "OtherVpc",
        service,
        (view, endpoint) -> {
          JsonPath place = property(endpoint, property);
          return Mutation.of(beside(view).set(place, value), place);
        });
  }
}
