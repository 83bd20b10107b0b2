package ecraccess.macro.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningTest {
  private static final Json.Obj TEMPLATE =
      Given.template(
          """
          Resources:
            Group: {Type: AWS::EC2::SecurityGroup}
            Net: {Type: AWS::EC2::Subnet}
            Topic: {Type: AWS::SNS::Topic}
          """);

  private static boolean exactlySame(String region, String one, String other) {
    Meaning meaning = meaning(region);
    return meaning.exact(Given.value(one)).equals(meaning.exact(Given.value(other)));
  }

  private static boolean deployedSame(String one, String other) {
    Meaning meaning = meaning("");
    return meaning.deployed(Given.value(one)).equals(meaning.deployed(Given.value(other)));
  }

  private static Meaning meaning(String region) {
    return new Meaning(new Template(TEMPLATE), Optional.of(region).filter(name -> !name.isEmpty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {ServiceName: !Sub "a.${AWS::Region}.b"} | {ServiceName: !Join [., [a, !Ref AWS::Region, b]]}
          {ServiceName: !Sub ["a.${R}.b", {R: !Ref AWS::Region}]} | {ServiceName: !Sub "a.${AWS::Region}.b"}
          {SecurityGroupIds: [!Ref Group]} | {SecurityGroupIds: [!GetAtt Group.GroupId]}
          {SecurityGroupIds: [!GetAtt Group.GroupId]} | {SecurityGroupIds: [{"Fn::GetAtt": [Group, GroupId]}]}
          {SubnetIds: [!Sub "${Net}"]} | {SubnetIds: [!Ref Net]}
          {PrivateDnsEnabled: true} | {PrivateDnsEnabled: "true"}
          {Tags: !Ref AWS::NoValue} | {}
          {VpcId: a, SubnetIds: [b]} | {SubnetIds: [b], VpcId: a}
          """)
  void theseSpellingsMeanTheSame(String one, String other) {
    assertThat(exactlySame("", one, other)).isTrue();
    assertThat(deployedSame(one, other)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {ServiceName: !Sub "a.${AWS::Region}.b"} | {ServiceName: a.eu-west-1.b}
          {ServiceName: !Sub "a.${AWS::Region}.b"} | {ServiceName: !Sub "a.${!AWS::Region}.b"}
          {SecurityGroupIds: [!Ref Topic]} | {SecurityGroupIds: [!GetAtt Topic.TopicArn]}
          {PrivateDnsEnabled: true} | {PrivateDnsEnabled: "True"}
          {PrivateDnsEnabled: true} | {PrivateDnsEnabled: !Ref Flag}
          {Tags: []} | {}
          {Tags: [{Key: a, Value: !Ref Group}]} | {Tags: [{Key: a, Value: !GetAtt Group.GroupId}]}
          {Tags: [{Key: a, Value: 1}]} | {Tags: [{Key: a, Value: "1"}]}
          {Tags: [{Key: a, Value: b}, {Key: c, Value: d}]} | {Tags: [{Key: c, Value: d}, {Key: a, Value: b}]}
          {PolicyDocument: {Statement: [{Effect: Allow, Principal: "*", Action: "*", Resource: "*"}]}} | {}
          {SubnetIds: [a, b]} | {SubnetIds: [a]}
          {SubnetIds: !Ref Nets} | {SubnetIds: [!Ref Nets]}
          """)
  void theseDoNot(String one, String other) {
    assertThat(exactlySame("", one, other)).isFalse();
    assertThat(deployedSame(one, other)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {VpcEndpointType: Gateway} | {}
          {PrivateDnsEnabled: false} | {}
          {SubnetIds: [a, b]} | {SubnetIds: [b, a]}
          {SecurityGroupIds: [a, a]} | {SecurityGroupIds: [a]}
          {PolicyDocument: {A: b}} | {PolicyDocument: '{"A": "b"}'}
          """)
  void theseDeployTheSameButWouldStandInAChangeSet(String one, String other) {
    assertThat(exactlySame("", one, other)).isFalse();
    assertThat(deployedSame(one, other)).isTrue();
  }

  @Test
  void aLiteralRegionIsTheStacksIfThatIsKnown() {
    String sub = "{ServiceName: !Sub \"com.amazonaws.${AWS::Region}.logs\"}";
    String literal = "{ServiceName: com.amazonaws.eu-west-1.logs}";

    assertThat(exactlySame("eu-west-1", sub, literal)).isTrue();
    assertThat(exactlySame("us-east-1", sub, literal)).isFalse();
  }

  @Test
  void aRegionElsewhereThanInServiceNamesIsNotResolved() {
    assertThat(exactlySame("eu-west-1", "{VpcId: !Sub \"${AWS::Region}\"}", "{VpcId: eu-west-1}"))
        .isFalse();
  }
}
