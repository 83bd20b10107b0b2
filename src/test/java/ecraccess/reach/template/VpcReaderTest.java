package ecraccess.reach.template;

import static ecraccess.reach.template.Surveys.created;
import static ecraccess.reach.template.Surveys.network;
import static ecraccess.reach.template.Surveys.vpc;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.logic.Answer;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Network;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VPCs. */
class VpcReaderTest {
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
                    "Resources:\n"
                        + "  Vpc: {Type: 'AWS::EC2::VPC', Properties: {EnableDnsSupport: often}}"))
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
                    "S: {Type: 'AWS::CloudFormation::Stack', Properties: {Parameters: {V: !GetAtt"
                        + " Vpc.CidrBlock}}}"))
                .unseen())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zone, amazonaws.com | api.ecr.eu-west-1.amazonaws.com | YES",
        "zone, dkr.ecr.eu-west-1.amazonaws.com. | *.dkr.ecr.eu-west-1.amazonaws.com | YES",
        "zone, dkr.ecr.eu-west-1.amazonaws.com. | api.ecr.eu-west-1.amazonaws.com | NO",
        "zone, 1.dkr.ecr.eu-west-1.amazonaws.com | *.dkr.ecr.eu-west-1.amazonaws.com | YES",
        "zone, api.ecr.EU-WEST-1.AmazonAWS.com | api.ecr.eu-west-1.amazonaws.com | YES",
        "zone, ecr.api.eu-west-1.amazonaws.com | api.ecr.eu-west-1.amazonaws.com | NO",
        "zone, com | api.ecr.eu-west-1.amazonaws.com | YES",
        "zone, api.aws | ecr.eu-west-1.api.aws | YES",
        "zone, !Ref P | api.ecr.eu-west-1.amazonaws.com | MAYBE",
        "zone, example.com | api.ecr.eu-west-1.amazonaws.com | NO",
        "zone, notamazonaws.com | api.ecr.eu-west-1.amazonaws.com | NO",
        "rule, amazonaws.com | api.ecr.eu-west-1.amazonaws.com | YES",
        "rule, . | api.ecr.eu-west-1.amazonaws.com | YES",
        "rule, corp.example.com | api.ecr.eu-west-1.amazonaws.com | NO",
        "profile, rp-1 | api.ecr.eu-west-1.amazonaws.com | YES",
      })
  void zonesAndForwardersAnswerForNamesUnderTheirOwn(String written, String host, Answer expected) {
    String[] parts = written.split(", ");
    String resources =
        switch (parts[0]) {
          case "zone" ->
              """
              Zone:
                Type: AWS::Route53::HostedZone
                Properties: {Name: %s, VPCs: [{VPCId: !Ref Vpc, VPCRegion: eu-west-1}]}
              """;
          case "rule" ->
              """
              Rule: {Type: 'AWS::Route53Resolver::ResolverRule', Properties: {DomainName: %s}}
              Forward:
                Type: AWS::Route53Resolver::ResolverRuleAssociation
                Properties: {VPCId: !Ref Vpc, ResolverRuleId: !GetAtt Rule.ResolverRuleId}
              """;
          default ->
              """
              Profile:
                Type: AWS::Route53Profiles::ProfileAssociation
                Properties: {ResourceId: !Ref Vpc, ProfileId: %s}
              """;
        };

    assertThat(vpc(of(resources.formatted(parts[1]))).nameSources())
        .singleElement()
        .satisfies(source -> assertThat(source.answersFor(host).answer()).isEqualTo(expected));
  }

  @Test
  void namesOfAnotherVpcAreNoneOfItsBusiness() {
    assertThat(
            vpc(of(
                    """
                    Zone:
                      Type: AWS::Route53::HostedZone
                      Properties: {Name: amazonaws.com, VPCs: [{VPCId: vpc-1, VPCRegion: eu-west-1}]}
                    """))
                .ownResolver())
        .isEqualTo(Known.is(Optional.empty()));
  }
}
