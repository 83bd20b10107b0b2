package ecraccess.reach.template;

import static ecraccess.reach.template.Surveys.created;
import static ecraccess.reach.template.Surveys.endpoint;
import static ecraccess.reach.template.Surveys.network;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import org.junit.jupiter.api.Test;

/** What the look-up of the macro will find. */
class LookUpTest {
  private static final String TEMPLATE =
      """
      Parameters: {P: {Type: String}}
      Resources:
        Vpc: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: 10.0.0.0/16}}
        A: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: !Ref Vpc}}
        B: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: !Ref Vpc}}
        T: {Type: 'AWS::EC2::RouteTable', Properties: {VpcId: !Ref Vpc}}
        TA: {Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: {SubnetId: !Ref A, RouteTableId: !Ref T}}
        Look:
          Type: Custom::PrivateEcrAccessNetwork
          Properties: {VpcId: !Ref Vpc, SubnetIds: [!Ref A, !Ref B, !Ref P]}
        E:
          Type: AWS::EC2::VPCEndpoint
          Properties: {VpcId: !Ref Vpc, %s}
      """;

  private static Endpoint of(String properties) {
    return endpoint(network(TEMPLATE.formatted(properties)), "E");
  }

  @Test
  void theLookUpFindsTheTablesOfItsSubnets() {
    Network network =
        network(
            TEMPLATE.formatted(
                "RouteTableIds: !GetAtt Look.RouteTableIds, SubnetIds: !GetAtt Look.SubnetIds"));
    Endpoint endpoint = endpoint(network, "E");
    Id other = new Id.Open("!Ref P", "the value of parameter P");

    assertThat(endpoint.subnets()).containsExactly(created("A"), created("B"), other);
    assertThat(endpoint.onePerZone()).isTrue();
    assertThat(endpoint.routeTables())
        .containsExactlyElementsOf(
            endpoint.subnets().stream().map(id -> network.subnet(id).routeTable()).toList())
        .contains(created("T"), created("Vpc.MainRouteTable"));
    assertThat(of("SubnetIds: [!Ref A]").onePerZone()).isFalse();
  }

  @Test
  void theLookUpKnowsTheVpcsBlock() {
    Network network =
        network(
            TEMPLATE.formatted("X: 1")
                + "  G: {Type: 'AWS::EC2::SecurityGroup', Properties: {VpcId: !Ref Vpc,"
                + " SecurityGroupIngress: [{IpProtocol: -1, CidrIp: !GetAtt"
                + " Look.VpcCidrBlock}]}}\n");

    assertThat(Surveys.group(network, "G").ingress().all().getFirst().peer())
        .hasToString("Block[addresses=10.0.0.0/16]");
  }
}
