package ecraccess.verdict;

import ecraccess.json.Json;
import ecraccess.json.Path;
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

  static Edit.Draft beside(View view) {
    Edit.Draft draft = view.edit();
    for (Map.Entry<String, Json> resource : ((Json.Obj) RESOURCES).members().entrySet()) {
      draft.set(Path.of("Resources", resource.getKey()), resource.getValue());
    }
    return draft;
  }

  static Json vpc() {
    return Text.yaml("!Ref OtherVpc");
  }

  static Json subnets() {
    return Text.yaml("[!Ref OtherSubnet]");
  }

  static Json groups() {
    return Text.yaml("[!Ref OtherGroup]");
  }

  static Json routeTables() {
    return Text.yaml("[!Ref OtherRoutes]");
  }
}
