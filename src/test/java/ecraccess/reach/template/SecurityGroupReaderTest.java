package ecraccess.reach.template;

import static ecraccess.reach.template.Surveys.group;
import static ecraccess.reach.template.Surveys.network;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.reach.model.Network;
import ecraccess.reach.model.SecurityGroup;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityGroupReaderTest {
  private static final String EVERYWHERE = "all traffic Block[addresses=0.0.0.0/0]";

  private static Network of(String resources) {
    return network(
        """
        Parameters: {P: {Type: String}}
        Resources:
          Vpc: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: 10.0.0.0/16}}
        """
            + resources.indent(2));
  }

  private static String group(String properties) {
    return "G: {Type: 'AWS::EC2::SecurityGroup', Properties: {VpcId: !Ref Vpc, %s}}\n"
        .formatted(properties);
  }

  private static SecurityGroup groupOf(String resources) {
    return Surveys.group(of(resources), "G");
  }

  private static List<String> rules(SecurityGroup.Rules rules) {
    return rules.all().stream()
        .map(rule -> rule.ports().value().map(Object::toString).orElse("?") + " " + rule.peer())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16}"
            + " | TCP 443 Block[addresses=10.0.0.0/16]",
        "{IpProtocol: '6', FromPort: '0', ToPort: '1023', CidrIp: !GetAtt Vpc.CidrBlock}"
            + " | TCP 0-1023 Block[addresses=10.0.0.0/16]",
        "{IpProtocol: -1, CidrIpv6: '::/0'} | all traffic Block[addresses=::/0]",
        "{IpProtocol: udp, FromPort: 443, ToPort: 443, CidrIp: !Ref P}"
            + " | UDP Block[addresses=!Ref P]",
        "{IpProtocol: tcp, SourceSecurityGroupId: !GetAtt G.GroupId} | ? Group[id=G]",
        "{IpProtocol: !Ref P, SourceSecurityGroupId: sg-1} | ? Group[id=sg-1]",
        "{IpProtocol: all, CidrIp: 10.0.0.0/8} | ? Block[addresses=10.0.0.0/8]",
        "{IpProtocol: 17, CidrIp: 10.0.0.0/8} | UDP Block[addresses=10.0.0.0/8]",
        "{IpProtocol: -1, SourcePrefixListId: pl-1} | all traffic"
            + " Block[addresses=prefix list pl-1]",
        "{IpProtocol: -1} | all traffic Unknown[missing=whom a rule with 0 peers is about]",
      })
  void rulesAreRead(String rule, String expected) {
    assertThat(rules(groupOf(group("SecurityGroupIngress: [%s]".formatted(rule))).ingress()))
        .containsExactly(expected);
  }

  @Test
  void rulesThatStandAloneAreAdded() {
    SecurityGroup group =
        groupOf(
            group("SecurityGroupIngress: [{IpProtocol: -1, CidrIp: 10.0.0.0/8}]")
                + "I: {Type: 'AWS::EC2::SecurityGroupIngress', Properties: {GroupId: !GetAtt"
                + " G.GroupId, IpProtocol: -1, SourceSecurityGroupId: !Ref G}}");

    assertThat(rules(group.ingress()))
        .containsExactly("all traffic Block[addresses=10.0.0.0/8]", "all traffic Group[id=G]");
    assertThat(group.ingress().unseen()).isEmpty();
    assertThat(group.ingress().path()).hasToString("Resources.G.Properties.SecurityGroupIngress");
    assertThat(group.ingress().all().getFirst().path())
        .hasToString("Resources.G.Properties.SecurityGroupIngress[0]");
  }

  @Test
  void aRuleForAGroupThatMayBeThisOneIsUnseen() {
    assertThat(
            groupOf(
                    group("GroupName: g")
                        + "I: {Type: 'AWS::EC2::SecurityGroupIngress', Properties: {GroupId: !Ref"
                        + " P}}")
                .ingress()
                .unseen())
        .contains("whether I is about G");
  }

  @Test
  void whereNothingIsSaidEverythingLeaves() {
    SecurityGroup.Rules egress = groupOf(group("GroupName: g")).egress();

    assertThat(rules(egress)).containsExactly(EVERYWHERE);
    assertThat(egress.unseen()).isEmpty();
  }

  @Test
  void writtenRulesReplaceTheDefaultOne() {
    SecurityGroup.Rules egress =
        groupOf(group("SecurityGroupEgress: [{IpProtocol: -1, CidrIp: 127.0.0.1/32}]")).egress();

    assertThat(rules(egress)).containsExactly("all traffic Block[addresses=127.0.0.1/32]");
    assertThat(egress.unseen()).isEmpty();
  }

  @Test
  void whetherTheDefaultRuleStaysBesideOneThatStandsAloneIsUnknown() {
    String alone =
        "E: {Type: 'AWS::EC2::SecurityGroupEgress', Properties: {GroupId: !Ref G, IpProtocol: -1,"
            + " DestinationSecurityGroupId: sg-1}}";

    SecurityGroup.Rules egress = groupOf(group("GroupName: g") + alone).egress();

    assertThat(rules(egress)).containsExactly("all traffic Group[id=sg-1]");
    assertThat(egress.unseen()).contains("whether EC2's rule that lets everything out of G stays");
    assertThat(groupOf(group("SecurityGroupEgress: []")).egress().unseen())
        .contains("whether EC2's rule that lets everything out of G stays");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!Ref P | the value of parameter P",
        "[!Ref P] | the value of parameter P",
        "[!If [Never, {IpProtocol: -1}, !Ref 'AWS::NoValue']] | whether condition Never is true",
        "[5] | the meaning of the number 5",
        "x | the meaning of the string \"x\"",
      })
  void rulesThatNobodyCanReadAreUnseen(String list, String reason) {
    SecurityGroup.Rules ingress = groupOf(group("SecurityGroupIngress: " + list)).ingress();

    assertThat(ingress.all()).isEmpty();
    assertThat(ingress.unseen()).contains(reason);
  }

  @Test
  void theDefaultGroupIsOpenToItselfAndToEverywhere() {
    SecurityGroup group = Surveys.group(of(""), "Vpc.DefaultSecurityGroup");

    assertThat(rules(group.ingress()))
        .containsExactly("all traffic Group[id=Vpc.DefaultSecurityGroup]");
    assertThat(rules(group.egress())).containsExactly(EVERYWHERE);
    assertThat(group.vpc()).isEqualTo(Surveys.created("Vpc"));
    assertThat(group.ingress().unseen()).isEqualTo(Optional.empty());
  }

  @Test
  void ofADefaultGroupThatOthersAreGivenNothingIsKnown() {
    SecurityGroup group =
        Surveys.group(
            of("C: {Type: 'Custom::Restrict', Properties: {Id: !GetAtt Vpc.DefaultSecurityGroup}}"),
            "Vpc.DefaultSecurityGroup");

    assertThat(group.ingress().all()).isEmpty();
    assertThat(group.egress().unseen()).contains("what C does to Vpc.DefaultSecurityGroup");
  }

  @Test
  void theGroupOfAnEksClusterIsOfTheVpcOfItsSubnets() {
    SecurityGroup group =
        Surveys.group(
            of(
                """
                S: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: !Ref Vpc}}
                K: {Type: 'AWS::EKS::Cluster', Properties: {ResourcesVpcConfig: {SubnetIds: [!Ref S]}}}
                """),
            "K.ClusterSecurityGroupId");

    assertThat(group.vpc()).isEqualTo(Surveys.created("Vpc"));
    assertThat(rules(group.ingress()))
        .containsExactly("all traffic Group[id=K.ClusterSecurityGroupId]");
    assertThat(rules(group.egress())).containsExactly(EVERYWHERE);
  }

  @Test
  void whatIsAddedToAGroupOfOthersIsKnownAndTheRestIsNot() {
    SecurityGroup group =
        of("I: {Type: 'AWS::EC2::SecurityGroupIngress', Properties: {GroupId: sg-9, IpProtocol: -1,"
                + " CidrIp: 10.0.0.0/8}}")
            .securityGroup(new ecraccess.reach.model.Id.Literal("sg-9"));

    assertThat(rules(group.ingress())).containsExactly("all traffic Block[addresses=10.0.0.0/8]");
    assertThat(group.ingress().unseen())
        .contains("the rules of security group sg-9, which is not in the template");
  }
}
