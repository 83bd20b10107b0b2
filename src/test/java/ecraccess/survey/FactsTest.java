package ecraccess.survey;

import static ecraccess.survey.Surveys.created;
import static ecraccess.survey.Surveys.network;
import static ecraccess.survey.Surveys.subnet;
import static ecraccess.survey.Surveys.vpc;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.logic.Known;
import ecraccess.network.Id;
import ecraccess.network.Network;
import ecraccess.network.NetworkAcl;
import ecraccess.network.RouteTable;
import ecraccess.network.RouteTable.Target;
import ecraccess.network.Subnet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VPCs, subnets, route tables and network ACLs. */
class FactsTest {
  private static final String VPC =
      "  Vpc: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: 10.0.0.0/16}}\n";

  private static Network of(String resources) {
    return network("Parameters: {P: {Type: String}}\nResources:\n" + VPC + resources.indent(2));
  }

  @Test
  void aVpcHasAmazonsDefaults() {
    Network network = of("");

    assertThat(vpc(network).dnsSupport()).isEqualTo(Known.is(true));
    assertThat(vpc(network).dnsHostnames()).isEqualTo(Known.is(false));
    assertThat(vpc(network).ownResolver()).isEqualTo(Known.is(Optional.empty()));
    assertThat(vpc(network).blocks()).hasToString("[10.0.0.0/16]");
    assertThat(vpc(network).unseen()).isEmpty();
    assertThat(vpc(network).path()).hasToString("Resources.Vpc");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "'''true''',true", "'''False''',false"})
  void attributesMayBeTexts(String written, boolean expected) {
    Network network =
        network(
            "Resources: {Vpc: {Type: 'AWS::EC2::VPC', Properties: {EnableDnsSupport: %s}}}"
                .formatted(written)
                .replace("Resources: {", "Resources:\n  {"));

    assertThat(vpc(network).dnsSupport()).isEqualTo(Known.is(expected));
  }

  @Test
  void anAttributeThatIsNoneIsUnknown() {
    assertThat(
            vpc(network(
                    "Resources:\n  Vpc: {Type: 'AWS::EC2::VPC', Properties: {EnableDnsSupport: often}}"))
                .dnsSupport())
        .isEqualTo(Known.unknown("true or false in place of \"often\""));
  }

  @Test
  void furtherBlocksCount() {
    assertThat(
            vpc(of(
                    """
                    B: {Type: 'AWS::EC2::VPCCidrBlock', Properties: {VpcId: !Ref Vpc, CidrBlock: 10.1.0.0/16}}
                    C: {Type: 'AWS::EC2::VPCCidrBlock', Properties: {VpcId: vpc-1, CidrBlock: 10.2.0.0/16}}
                    """))
                .blocks())
        .hasToString("[10.0.0.0/16, 10.1.0.0/16]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[AmazonProvidedDNS] | Is[it=Optional.empty]",
        "[10.0.0.2, 10.0.0.3] | Is[it=Optional[10.0.0.2, 10.0.0.3]]",
        "[!Ref P] | Unknown[open=the value of parameter P]",
        "!Ref P | Unknown[open=the value of parameter P]",
        "!Ref 'AWS::NoValue' | Unknown[open=the DNS servers of the DHCP options Dhcp]",
      })
  void dnsServersOfItsOwnAreSeen(String servers, String expected) {
    assertThat(
            vpc(of(
                    """
                    Dhcp: {Type: 'AWS::EC2::DHCPOptions', Properties: {DomainNameServers: %s}}
                    A:
                      Type: AWS::EC2::VPCDHCPOptionsAssociation
                      Properties: {VpcId: !Ref Vpc, DhcpOptionsId: !Ref Dhcp}
                    """
                        .formatted(servers)))
                .ownResolver())
        .hasToString(expected);
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
        "B: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: !Ref Vpc, AvailabilityZoneId: euw1-az1}}\n";
    String byName =
        "A: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: !Ref Vpc, AvailabilityZone: eu-west-1a}}\n";

    assertThat(subnet(of(byId), "B").zone()).isEqualTo(new Id.Literal("euw1-az1"));
    assertThat(subnet(of(byId + byName), "B").zone())
        .isEqualTo(new Id.Open("zone euw1-az1", "the name of zone euw1-az1"));
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
    assertThat(target("GatewayId: !Ref Igw")).isEqualTo(new Target.InternetGateway());
    assertThat(target("GatewayId: igw-1")).isEqualTo(new Target.InternetGateway());
    assertThat(target("GatewayId: !Ref Vgw")).isEqualTo(new Target.Elsewhere("gateway Vgw"));
    assertThat(target("GatewayId: !Ref P")).isEqualTo(new Target.Elsewhere("gateway !Ref P"));
    assertThat(target("TransitGatewayId: tgw-1"))
        .isEqualTo(new Target.Elsewhere("transit gateway tgw-1"));
    assertThat(target("Nothing: 1"))
        .isEqualTo(new Target.Elsewhere("a target that the route does not name"));
  }

  @Test
  void natGatewaysStandInASubnet() {
    assertThat(target("NatGatewayId: !Ref Nat"))
        .isEqualTo(new Target.Nat("Nat", new Id.Literal("subnet-1"), Known.is(true)));
    assertThat(target("NatGatewayId: !Ref Private"))
        .isEqualTo(new Target.Nat("Private", new Id.Literal("subnet-1"), Known.is(false)));
    assertThat(target("NatGatewayId: !Ref P"))
        .isEqualTo(
            new Target.Nat(
                "!Ref P",
                new Id.Open("the subnet of NAT gateway !Ref P", "the subnet of NAT gateway !Ref P"),
                Known.unknown("whether NAT gateway !Ref P is public")));
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
                    "V: {Type: 'AWS::EC2::VPNGatewayRoutePropagation', Properties: {RouteTableIds: [!Ref T]}}")
                .unseen())
        .contains("the routes that V propagates");
    assertThat(
            tableWith(
                    "'Fn::ForEach::Z': [Z, [a], {'R${Z}': {Type: 'AWS::EC2::Route', Properties: {RouteTableId: !Ref 'T${Z}'}}}]")
                .unseen())
        .contains("what the loop around R${Z} makes");
    assertThat(
            tableWith(
                    "S: {Type: 'AWS::CloudFormation::Stack', Properties: {Parameters: {T: !Ref T}}}")
                .unseen())
        .contains("what S does to T");
    assertThat(tableWith("S: {Type: 'Custom::Routes', Properties: {T: !Sub 'x-${T}'}}").unseen())
        .contains("what S does to T");
    assertThat(
            tableWith(
                    "S: {Type: 'Custom::PrivateEcrAccessNetwork', Properties: {RouteTableIds: [!Ref T]}}")
                .unseen())
        .isEmpty();
    assertThat(tableWith("'Fn::Transform': {Name: 'AWS::Include'}").unseen())
        .contains("what Fn::Transform adds to the template");
    assertThat(
            tableWith(
                    "R: {Type: 'AWS::EC2::Route', Properties: {RouteTableId: !Ref T, 'Fn::Transform': {Name: 'AWS::Include'}}}")
                .unseen())
        .contains("what Fn::Transform adds to R");
    assertThat(tableWith("R: {Type: 'AWS::EC2::Route', Properties: 5}").unseen())
        .contains("the properties of R");
  }

  private static RouteTable tableWith(String resource) {
    return of("T: {Type: 'AWS::EC2::RouteTable', Properties: {VpcId: !Ref Vpc}}\n" + resource)
        .routeTable(created("T"), created("Vpc"));
  }

  @Test
  void aVpcThatOthersAreGivenMayHaveMoreThanIsSeen() {
    Network network =
        of("S: {Type: 'AWS::CloudFormation::Stack', Properties: {Parameters: {V: !Ref Vpc}}}");

    assertThat(vpc(network).unseen()).contains("what S does to Vpc");
    assertThat(vpc(network).dnsHostnames()).isEqualTo(Known.unknown("what S does to Vpc"));
    assertThat(vpc(network).dnsSupport()).isEqualTo(Known.is(true));
    assertThat(network.networkAcl(created("Vpc.DefaultNetworkAcl")).unseen())
        .contains("what S does to Vpc");
    assertThat(
            vpc(of(
                    "S: {Type: 'AWS::CloudFormation::Stack', Properties: {Parameters: {V: !GetAtt Vpc.CidrBlock}}}"))
                .unseen())
        .isEmpty();
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
                        + entry.tcp()
                        + " "
                        + entry.block()
                        + " "
                        + entry.allow()))
        .containsExactly(
            "Is[it=100] Is[it=true] Is[it=Ports[first=443, last=443]] 0.0.0.0/0 Is[it=true]",
            "Is[it=110] Is[it=false] Is[it=Ports[first=0, last=65535]] !Ref P Is[it=false]",
            "Unknown[open=a number in place of \"x\"] Is[it=false] Is[it=Ports[first=1, last=0]] ::/0 Is[it=true]");
    assertThat(acl.unseen()).isEmpty();
  }

  @Test
  void aSubnetOfAnEndpointIsOfItsVpc() {
    Network network =
        of(
            "E: {Type: 'AWS::EC2::VPCEndpoint', Properties: {VpcId: vpc-9, ServiceName: x, SubnetIds: [!Ref P], SecurityGroupIds: [sg-1], RouteTableIds: [rtb-1]}}");

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
}
