package ecraccess.reach.template;

import static ecraccess.reach.template.Surveys.created;
import static ecraccess.reach.template.Surveys.network;
import static ecraccess.reach.template.Surveys.subnet;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.logic.Known;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.NetworkAcl;
import ecraccess.reach.model.RouteTable;
import ecraccess.reach.model.Subnet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Subnets and their network ACLs. */
class SubnetReaderTest {
  private static final String VPC =
      "  Vpc: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: 10.0.0.0/16}}\n";

  private static Network of(String resources) {
    return network("Parameters: {P: {Type: String}}\nResources:\n" + VPC + resources.indent(2));
  }

  @Test
  void aSubnetTakesWhatIsAssociatedOrElseTheVpcsOwn() {
    Network network =
        of(
            """
            A: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [0, !GetAZs '']}}
            B: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, MapPublicIpOnLaunch: 'true'}}
            C: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: vpc-1, CidrBlock: 10.0.2.0/24}}
            T: {Type: 'AWS::EC2::RouteTable', Properties: {VpcId: !Ref Vpc}}
            N: {Type: 'AWS::EC2::NetworkAcl', Properties: {VpcId: !Ref Vpc}}
            TA: {Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: {SubnetId: !GetAtt A.SubnetId, RouteTableId: !Ref T}}
            NA: {Type: 'AWS::EC2::SubnetNetworkAclAssociation', Properties: {SubnetId: !Ref A, NetworkAclId: !Ref N}}
            """);

    Subnet a = subnet(network, "A");
    assertThat(a.routeTable()).isEqualTo(created("T"));
    assertThat(a.networkAcl()).isEqualTo(created("N"));
    assertThat(a.zone()).isEqualTo(new Id.Item("!GetAZs \"\"", 0));
    assertThat(a.vpc()).isEqualTo(created("Vpc"));
    assertThat(a.block()).hasToString("10.0.1.0/24");
    assertThat(a.mapsPublicIps()).isEqualTo(Known.is(false));
    Subnet b = subnet(network, "B");
    assertThat(b.routeTable()).isEqualTo(created("Vpc.MainRouteTable"));
    assertThat(b.networkAcl()).isEqualTo(created("Vpc.DefaultNetworkAcl"));
    assertThat(b.zone())
        .isEqualTo(new Id.Open("the zone of B", "the zone of B, which EC2 chooses"));
    assertThat(b.mapsPublicIps()).isEqualTo(Known.is(true));
    assertThat(subnet(network, "C").routeTable())
        .isEqualTo(
            new Id.Open(
                "the main route table of vpc-1",
                "the main route table of vpc-1, which is not in the template"));
    assertThat(network.routeTable(created("Vpc.MainRouteTable"), created("Vpc")).unseen())
        .isEmpty();
    assertThat(network.networkAcl(created("Vpc.DefaultNetworkAcl")).entries()).hasSize(2);
    assertThat(network.networkAcl(created("N")).entries()).isEmpty();
  }

  @Test
  void anAssociationThatMayBeTheSubnetsLeavesItsTableOpen() {
    Network network =
        of(
            """
            A: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: !Ref Vpc}}
            TA: {Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: {SubnetId: !Ref P, RouteTableId: rtb-1}}
            """);

    assertThat(subnet(network, "A").routeTable())
        .isEqualTo(new Id.Open("the route table of A", "whether TA is about A"));
    assertThat(network.subnet(new Id.Open("!Ref P", "the value of parameter P")).routeTable())
        .isEqualTo(new Id.Literal("rtb-1"));
  }

  @Test
  void zonesByIdCannotBeComparedWithZonesByName() {
    String byId =
        "B: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: !Ref Vpc, AvailabilityZoneId:"
            + " euw1-az1}}\n";
    String byName =
        "A: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: !Ref Vpc, AvailabilityZone:"
            + " eu-west-1a}}\n";

    assertThat(subnet(of(byId), "B").zone()).isEqualTo(new Id.Literal("euw1-az1"));
    assertThat(subnet(of(byId + byName), "B").zone())
        .isEqualTo(new Id.Open("zone euw1-az1", "the name of zone euw1-az1"));
  }

  @Test
  void aSubnetOfAnEndpointIsOfItsVpc() {
    Network network =
        of(
            "E: {Type: 'AWS::EC2::VPCEndpoint', Properties: {VpcId: vpc-9, ServiceName: x,"
                + " SubnetIds: [!Ref P], SecurityGroupIds: [sg-1], RouteTableIds: [rtb-1]}}");

    assertThat(network.subnet(new Id.Open("!Ref P", "")).vpc()).isEqualTo(new Id.Literal("vpc-9"));
    assertThat(network.securityGroup(new Id.Literal("sg-1")).vpc())
        .isEqualTo(new Id.Literal("vpc-9"));
    assertThat(network.routeTables())
        .filteredOn(table -> table.id().equals(new Id.Literal("rtb-1")))
        .extracting(RouteTable::vpc, RouteTable::unseen)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                new Id.Literal("vpc-9"), Optional.of("the routes of rtb-1")));
    assertThat(network.vpc(new Id.Literal("vpc-9")).blocks()).isEqualTo(List.of());
  }

  @Test
  void networkAclsAreTheirEntries() {
    NetworkAcl acl =
        of("""
        N: {Type: 'AWS::EC2::NetworkAcl', Properties: {VpcId: !Ref Vpc}}
        E1: {Type: 'AWS::EC2::NetworkAclEntry', Properties: {NetworkAclId: !Ref N, RuleNumber: '100', Protocol: 6, Egress: 'true', RuleAction: allow, CidrBlock: 0.0.0.0/0, PortRange: {From: '443', To: 443}}}
        E2: {Type: 'AWS::EC2::NetworkAclEntry', Properties: {NetworkAclId: !GetAtt N.Id, RuleNumber: 110, Protocol: -1, RuleAction: deny, CidrBlock: !Ref P}}
        E3: {Type: 'AWS::EC2::NetworkAclEntry', Properties: {NetworkAclId: !Ref N, RuleNumber: x, Protocol: 17, RuleAction: allow, Ipv6CidrBlock: '::/0'}}
        """)
            .networkAcl(created("N"));

    assertThat(
            acl.entries().stream()
                .map(entry ->
                    entry.number()
                        + " "
                        + entry.egress()
                        + " "
                        + entry.ports()
                        + " "
                        + entry.block()
                        + " "
                        + entry.allow()))
        .containsExactly(
            "Is[it=100] Is[it=true] Is[it=TCP 443] 0.0.0.0/0 Is[it=true]",
            "Is[it=110] Is[it=false] Is[it=all traffic] !Ref P Is[it=false]",
            "Unknown[open=a number in place of \"x\"] Is[it=false] Is[it=UDP]"
                + " ::/0 Is[it=true]");
    assertThat(acl.unseen()).isEmpty();
  }
}
