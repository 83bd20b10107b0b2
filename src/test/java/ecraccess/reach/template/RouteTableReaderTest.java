package ecraccess.reach.template;

import static ecraccess.reach.template.Surveys.created;
import static ecraccess.reach.template.Surveys.network;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.RouteTable;
import ecraccess.reach.model.RouteTable.Target;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Route tables and their routes. */
class RouteTableReaderTest {
  private static final String VPC =
      "  Vpc: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: 10.0.0.0/16}}\n";

  private static Network of(String resources) {
    return network("Parameters: {P: {Type: String}}\nResources:\n" + VPC + resources.indent(2));
  }

  private static RouteTable table(String properties) {
    return of("""
    Igw: {Type: 'AWS::EC2::InternetGateway'}
    Vgw: {Type: 'AWS::EC2::VPNGateway', Properties: {Type: ipsec.1}}
    Nat: {Type: 'AWS::EC2::NatGateway', Properties: {SubnetId: subnet-1}}
    Private: {Type: 'AWS::EC2::NatGateway', Properties: {SubnetId: subnet-1, ConnectivityType: private}}
    T: {Type: 'AWS::EC2::RouteTable', Properties: {VpcId: !Ref Vpc}}
    R: {Type: 'AWS::EC2::Route', Properties: {RouteTableId: !Ref T, DestinationCidrBlock: 0.0.0.0/0, %s}}
    """
            .formatted(properties))
        .routeTable(created("T"), created("Vpc"));
  }

  @Test
  void routesLeadToGateways() {
    assertThat(target("GatewayId: !Ref Igw"))
        .isEqualTo(new Target.InternetGateway("Igw", Known.is(false), Optional.empty()));
    assertThat(target("GatewayId: igw-1"))
        .isEqualTo(new Target.InternetGateway("igw-1", Known.is(false), Optional.empty()));
    assertThat(target("GatewayId: !Ref Vgw"))
        .isEqualTo(new Target.Elsewhere("virtual private gateway Vgw", false));
    assertThat(target("GatewayId: !Ref P"))
        .isEqualTo(new Target.Elsewhere("gateway !Ref P", false));
    assertThat(target("TransitGatewayId: tgw-1"))
        .isEqualTo(new Target.Elsewhere("transit gateway tgw-1", false));
    assertThat(target("Nothing: 1"))
        .isEqualTo(new Target.Elsewhere("a target that the route does not name", false));
  }

  @Test
  void natGatewaysStandInASubnet() {
    assertThat(target("NatGatewayId: !Ref Nat"))
        .isEqualTo(
            new Target.Nat(
                "Nat",
                JsonPath.of("Resources", "Nat"),
                Optional.of(new Id.Literal("subnet-1")),
                Known.is(true),
                Known.is(false),
                Optional.empty()));
    assertThat(target("NatGatewayId: !Ref Private"))
        .isEqualTo(
            new Target.Nat(
                "Private",
                JsonPath.of("Resources", "Private"),
                Optional.of(new Id.Literal("subnet-1")),
                Known.is(false),
                Known.is(false),
                Optional.empty()));
    assertThat(target("NatGatewayId: !Ref P"))
        .isEqualTo(
            new Target.Nat(
                "!Ref P",
                JsonPath.ROOT,
                Optional.of(
                    new Id.Open(
                        "the subnet of NAT gateway !Ref P", "the subnet of NAT gateway !Ref P")),
                Known.unknown("whether NAT gateway !Ref P is public"),
                Known.is(true),
                Optional.empty()));
  }

  private static Target target(String properties) {
    return table(properties).routes().getFirst().target();
  }

  @Test
  void routesThatOthersMayAddAreUnseen() {
    assertThat(table("GatewayId: !Ref Igw").unseen()).isEmpty();
    assertThat(table("GatewayId: !Ref Igw").routes().getFirst().path())
        .hasToString("Resources.R.Properties");
    assertThat(
            tableWith("R: {Type: 'AWS::EC2::Route', Properties: {RouteTableId: !Ref P}}").unseen())
        .contains("whether R is about T");
    assertThat(
            tableWith(
                    "V: {Type: 'AWS::EC2::VPNGatewayRoutePropagation', Properties: {RouteTableIds:"
                        + " [!Ref T]}}")
                .unseen())
        .contains("the routes that V propagates");
    assertThat(
            tableWith(
                    "'Fn::ForEach::Z': [Z, !Ref Zones, {'R${Z}': {Type: 'AWS::EC2::Route',"
                        + " Properties: {RouteTableId: !Ref 'T${Z}'}}}]")
                .unseen())
        .contains("what the loop around R${Z} makes");
    assertThat(
            tableWith(
                    "S: {Type: 'AWS::CloudFormation::Stack', Properties: {Parameters: {T: !Ref"
                        + " T}}}")
                .unseen())
        .contains("what S does to T");
    assertThat(tableWith("S: {Type: 'Custom::Routes', Properties: {T: !Sub 'x-${T}'}}").unseen())
        .contains("what S does to T");
    assertThat(
            tableWith(
                    "S: {Type: 'Custom::PrivateEcrAccessNetwork', Properties: {RouteTableIds: [!Ref"
                        + " T]}}")
                .unseen())
        .isEmpty();
    assertThat(tableWith("'Fn::Transform': {Name: 'AWS::Include'}").unseen())
        .contains("what Fn::Transform adds to the template");
    assertThat(
            tableWith(
                    "R: {Type: 'AWS::EC2::Route', Properties: {RouteTableId: !Ref T,"
                        + " 'Fn::Transform': {Name: 'AWS::Include'}}}")
                .unseen())
        .contains("what Fn::Transform adds to R");
    assertThat(tableWith("R: {Type: 'AWS::EC2::Route', Properties: 5}").unseen())
        .contains("the properties of R");
  }

  private static RouteTable tableWith(String resource) {
    return of("T: {Type: 'AWS::EC2::RouteTable', Properties: {VpcId: !Ref Vpc}}\n" + resource)
        .routeTable(created("T"), created("Vpc"));
  }
}
