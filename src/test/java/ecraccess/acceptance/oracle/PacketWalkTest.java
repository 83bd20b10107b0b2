package ecraccess.acceptance.oracle;

import static ecraccess.acceptance.oracle.Tree.list;
import static ecraccess.acceptance.oracle.Tree.map;
import static ecraccess.acceptance.oracle.Tree.ref;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.acceptance.oracle.PacketWalk.Truth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second opinion on networks, held against what AWS's guides say. */
class PacketWalkTest {
  private final Map<String, Object> resources = new LinkedHashMap<>();
  private final RandomNetwork network = new RandomNetwork(new Dice(1), resources);

  @BeforeEach
  void soundNetwork() {
    resources.putAll(Tree.asMap(RandomPolicy.network(1).get("Resources")));
    network.properties("S3").remove("PolicyDocument");
    RandomPolicy.SERVICES.forEach(
        service -> network.properties(RandomNetwork.endpointId(service)).remove("PolicyDocument"));
  }

  private Truth truth() {
    return new PacketWalk(new Facts(map("Resources", resources), RandomNetwork.REGION, Map.of()))
        .truth();
  }

  private void acl(int from, int to) {
    network.add("Acl", "AWS::EC2::NetworkAcl", "VpcId", ref("Vpc"));
    network.add(
        "AclOfA",
        "AWS::EC2::SubnetNetworkAclAssociation",
        "SubnetId",
        ref("SubnetA"),
        "NetworkAclId",
        ref("Acl"));
    network.add(
        "Out",
        "AWS::EC2::NetworkAclEntry",
        "NetworkAclId",
        ref("Acl"),
        "Egress",
        true,
        "RuleNumber",
        1,
        "RuleAction",
        "allow",
        "Protocol",
        -1,
        "CidrBlock",
        "0.0.0.0/0");
    network.add(
        "In",
        "AWS::EC2::NetworkAclEntry",
        "NetworkAclId",
        ref("Acl"),
        "Egress",
        false,
        "RuleNumber",
        1,
        "RuleAction",
        "allow",
        "Protocol",
        6,
        "CidrBlock",
        "0.0.0.0/0",
        "PortRange",
        map("From", from, "To", to));
  }

  @Test
  void soundNetworkWorks() {
    assertThat(truth().outcome()).isEqualTo(Outcome.ARRIVES);
  }

  @Test
  void privateNamesNeedTheAttributesOfTheVpc() {
    network.properties("Vpc").remove("EnableDnsHostnames");

    assertThat(truth().cause()).contains("private DNS");
  }

  @Test
  void subnetWithoutAssociationHasNoWayToS3() {
    resources.remove("TableOfSubnetA");

    assertThat(truth().cause()).isEqualTo("s3: no route");
  }

  @Test
  void closedGroupLosesTheRequest() {
    network.add(
        "Closed", "AWS::EC2::SecurityGroup", "GroupDescription", "closed", "VpcId", ref("Vpc"));
    network.properties("Endpointecrdkr").put("SecurityGroupIds", list(ref("Closed")));

    assertThat(truth().cause()).isEqualTo("ecr.dkr: group of the endpoint");
  }

  @Test
  void answersNeedEveryPortThatLinuxCallsFrom() {
    acl(32_768, 60_999);
    assertThat(truth().outcome()).isEqualTo(Outcome.ARRIVES);

    acl(32_768, 60_998);
    assertThat(truth().outcome()).isEqualTo(Outcome.DEPENDS);

    acl(443, 443);
    assertThat(truth().cause()).isEqualTo("s3: network ACL");
  }

  @Test
  void halvesOfTheInternetAreAllOfIt() {
    resources.remove("S3");
    network
        .properties("Service")
        .put(
            "NetworkConfiguration",
            map(
                "AwsvpcConfiguration",
                map("Subnets", list(ref("SubnetA")), "AssignPublicIp", "ENABLED")));
    network.add("Igw", "AWS::EC2::InternetGateway");
    network.add(
        "Attachment",
        "AWS::EC2::VPCGatewayAttachment",
        "VpcId",
        ref("Vpc"),
        "InternetGatewayId",
        ref("Igw"));
    network.add(
        "Low",
        "AWS::EC2::Route",
        "RouteTableId",
        ref("Routes"),
        "DestinationCidrBlock",
        "0.0.0.0/1",
        "GatewayId",
        ref("Igw"));
    assertThat(truth().outcome()).isEqualTo(Outcome.DEPENDS);

    network.add(
        "High",
        "AWS::EC2::Route",
        "RouteTableId",
        ref("Routes"),
        "DestinationCidrBlock",
        "128.0.0.0/1",
        "GatewayId",
        ref("Igw"));
    assertThat(truth().outcome()).isEqualTo(Outcome.ARRIVES);

    network.add(
        "Blocked",
        "AWS::EC2::VPCBlockPublicAccessOptions",
        "InternetGatewayBlockMode",
        "block-ingress");
    assertThat(truth().cause()).isEqualTo("s3: public access is blocked");
  }
}
