package ecraccess.reach.template;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Template;
import ecraccess.core.cfn.eval.Assumptions;
import ecraccess.reach.model.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions name. */
class IdReaderTest {
  private static final String TEMPLATE =
      """
      Parameters:
        Plain: {Type: String}
        Given: {Type: String}
        Secret: {Type: String, NoEcho: true}
        Hidden: {Type: String}
        Stored: {Type: 'AWS::SSM::Parameter::Value<String>'}
        StoredId: {Type: 'AWS::SSM::Parameter::Value<AWS::EC2::VPC::Id>'}
        Subnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
        GivenSubnets: {Type: 'List<AWS::EC2::Subnet::Id>'}
        Commas: {Type: CommaDelimitedList}
      Mappings:
        Ids:
          eu-west-1: {vpc: vpc-mapped}
      Resources:
        Vpc: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: !Ref Plain}}
        Subnet:
          Type: AWS::EC2::Subnet
          Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: eu-west-1b}
        Group: {Type: 'AWS::EC2::SecurityGroup', Properties: {VpcId: !Ref Vpc}}
        Cluster: {Type: 'AWS::EKS::Cluster', Properties: {}}
        Stack: {Type: 'AWS::CloudFormation::Stack', Properties: {}}
        Custom: {Type: 'Custom::Finder', Properties: {}}
        Stored1: {Type: 'AWS::SSM::Parameter', Properties: {Value: !Ref Vpc}}
        Loop1: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: !GetAtt Loop2.VpcId}}
        Loop2: {Type: 'AWS::EC2::Subnet', Properties: {VpcId: !GetAtt Loop1.VpcId}}
        X:
          Type: AWS::EC2::Thing
          Properties: {P: %s}
      """;

  private static final String VALUES =
      """
      {Given: vpc-given, Secret: vpc-secret, Hidden: '****', Stored: name, StoredId: vpc-0a1b2c3d,
       GivenSubnets: [subnet-1, subnet-2], Commas: 'subnet-3, subnet-4'}
      """;

  static Scenario scenario(String expression) {
    Template template = Surveys.template(TEMPLATE.formatted(expression));
    return new Scenario(template, Surveys.context(Surveys.values(VALUES)), Assumptions.NOTHING);
  }

  private static Id id(String expression) {
    Scenario scenario = scenario(expression);
    return scenario.id(place(scenario));
  }

  static Branch place(Scenario scenario) {
    return scenario
        .member(scenario.properties(scenario.resource("X").orElseThrow()), "P")
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!Ref Vpc | Vpc",
        "!GetAtt Vpc.VpcId | Vpc",
        "!Sub '${Vpc}' | Vpc",
        "!GetAtt Group.GroupId | Group",
        "!GetAtt Subnet.VpcId | Vpc",
        "!GetAtt Stored1.Value | Vpc",
        "!GetAtt Vpc.DefaultSecurityGroup | Vpc.DefaultSecurityGroup",
        "!GetAtt Vpc.DefaultNetworkAcl | Vpc.DefaultNetworkAcl",
        "!GetAtt Cluster.ClusterSecurityGroupId | Cluster.ClusterSecurityGroupId",
      })
  void whatTheTemplateMakesIsCreated(String expression, String name) {
    assertThat(id(expression)).isEqualTo(new Id.Created(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vpc-1 | vpc-1",
        "!Ref Given | vpc-given",
        "!Sub '${Given}' | vpc-given",
        "!FindInMap [Ids, !Ref 'AWS::Region', vpc] | vpc-mapped",
        "!Select ['1', !Split [',', 'a,b,c']] | b",
        "!Select [0, !Ref Commas] | subnet-3",
        "!Join ['-', [vpc, x]] | vpc-x",
        "!Join ['', !Ref GivenSubnets] | subnet-1subnet-2",
        "!Ref StoredId | vpc-0a1b2c3d",
        "!Sub '${AWS::Region}a' | eu-west-1a",
        "!Sub '${AWS::AccountId}-${AWS::Partition}-${AWS::URLSuffix}' |"
            + " 111122223333-aws-amazonaws.com",
        "!GetAtt Subnet.AvailabilityZone | eu-west-1b",
      })
  void whatIsWrittenOutIsLiteral(String expression, String text) {
    assertThat(id(expression)).isEqualTo(new Id.Literal(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!Ref Plain | !Ref Plain | the value of parameter Plain",
        "!Sub '${Plain}' | !Ref Plain | the value of parameter Plain",
        "!Ref Secret | !Ref Secret | the value of parameter Secret",
        "!Ref Hidden | !Ref Hidden | the value of parameter Hidden",
        "!Ref Stored | !Ref Stored | the value of parameter Stored",
        "!ImportValue net-vpc | !ImportValue net-vpc | the import of net-vpc",
        "{'Fn::ImportValue': !Sub '${Plain}-vpc'} | !ImportValue !Sub ${Plain}-vpc"
            + " | the import of !Sub ${Plain}-vpc",
        "!Sub 'a-${Plain}' | !Sub a-${Plain} | the value of parameter Plain",
        "!Join ['', [a-, !Ref Plain]] | !Sub a-${Plain} | the value of parameter Plain",
        "!Ref AWS::StackName | !Ref AWS::StackName | the value of AWS::StackName",
        "!GetAtt Stack.Outputs.VpcId | !GetAtt Stack.Outputs.VpcId"
            + " | attribute Outputs.VpcId of Stack, known at deployment only",
        "!Ref Custom | !Ref Custom | the value of !Ref Custom, known at deployment only",
        "!Ref Nothing | !Ref Nothing | the value of !Ref Nothing, known at deployment only",
        "!GetAtt Loop1.VpcId | !GetAtt Loop1.VpcId"
            + " | attribute VpcId of Loop1, known at deployment only",
        "!Select [0, !Ref Subnets] | !Select [0, !Ref Subnets]"
            + " | the value of parameter Subnets",
        "'{{resolve:ssm:vpc}}' | {{resolve:ssm:vpc}} | the value of \"{{resolve:ssm:vpc}}\"",
        "!If [Never, a, b] | !If [Never, a, b] | whether condition Never is true",
        "5 | 5 | the meaning of the number 5",
        "[a] | [a] | the meaning of a list",
        "!Select [!Ref Plain, [a, b]] | !Select [!Ref Plain, [a, b]]"
            + " | the value of parameter Plain",
      })
  void whatOnlyTheDeploymentKnowsIsOpenAndSaysWhatIsMissing(
      String expression, String shown, String missing) {
    assertThat(id(expression)).isEqualTo(new Id.Open(shown, missing));
  }

  /** The import's name holds a value; the way it is shown does not. */
  @Test
  void noValueOfAParameterIsShown() {
    assertThat(id("{'Fn::ImportValue': !Sub '${Given}-vpc'}"))
        .isEqualTo(
            new Id.Open("!ImportValue !Sub ${Given}-vpc", "the import of !Sub ${Given}-vpc"));
    assertThat(id("!FindInMap [Ids, !Ref Given, x]"))
        .isEqualTo(
            new Id.Open(
                "!FindInMap [Ids, !Ref Given, x]", "the value of !FindInMap [Ids, !Ref Given, x]"));
    assertThat(id("!Sub '{{resolve:ssm:${Given}}}'"))
        .isEqualTo(
            new Id.Open("!Sub {{resolve:ssm:${Given}}}", "the value of a dynamic reference"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!Select [0, !GetAZs '']",
        "!Select ['0', !GetAZs '']",
        "!Select [0, {'Fn::GetAZs': !Ref 'AWS::Region'}]",
        "!Select [0, {'Fn::GetAZs': eu-west-1}]",
      })
  void zonesOfTheRegionAreItemsOfOneListInEverySpelling(String expression) {
    assertThat(id(expression)).isEqualTo(new Id.Item("!GetAZs \"\"", 0));
  }
}
