package ecraccess.reach.template;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.cfn.Branch;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.SecurityGroup;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lists name, and blocks of addresses. */
class ListsTest {
  private static List<Id> ids(String expression) {
    Scenario scenario = IdReaderTest.scenario(expression);
    return scenario.ids(scenario.properties(scenario.resource("X").orElseThrow()), "P");
  }

  @Test
  void listsAreTheirItems() {
    assertThat(ids("[!Ref Subnet, subnet-9, !Ref Plain, !Ref 'AWS::NoValue']"))
        .containsExactly(
            new Id.Created("Subnet"),
            new Id.Literal("subnet-9"),
            new Id.Open("!Ref Plain", "the value of parameter Plain"));
    assertThat(ids("!Ref GivenSubnets"))
        .containsExactly(new Id.Literal("subnet-1"), new Id.Literal("subnet-2"));
    assertThat(ids("!Ref Commas"))
        .containsExactly(new Id.Literal("subnet-3"), new Id.Literal("subnet-4"));
    assertThat(ids("!Split [',', 'a,b']"))
        .containsExactly(new Id.Literal("a"), new Id.Literal("b"));
  }

  @Test
  void aListThatOnlyTheDeploymentKnowsIsOneId() {
    assertThat(ids("!Ref Subnets"))
        .containsExactly(new Id.Open("!Ref Subnets", "the value of parameter Subnets"));
    assertThat(ids("!Split [',', !ImportValue subnets]"))
        .containsExactly(
            new Id.Open("!Split [\",\", !ImportValue subnets]", "the import of subnets"));
  }

  @Test
  void anItemThatMayBeNothingIsOpen() {
    assertThat(ids("[!If [Never, !Ref Subnet, !Ref 'AWS::NoValue']]"))
        .containsExactly(
            new Id.Open(
                "!If [Never, !Ref Subnet, !Ref AWS::NoValue]", "whether condition Never is true"));
  }

  @Test
  void blocksOfOneValueAreEqual() {
    Scenario scenario = IdReaderTest.scenario("!GetAtt Vpc.CidrBlock");

    assertThat(scenario.addresses(IdReaderTest.place(scenario)))
        .isEqualTo(new Addresses.Open("!Ref Plain", "the value of parameter Plain"));
    assertThat(
            IdReaderTest.scenario("10.0.0.7/16")
                .addresses(IdReaderTest.place(IdReaderTest.scenario("10.0.0.7/16"))))
        .isEqualTo(Addresses.parse("10.0.0.0/16").orElseThrow());
    assertThat(
            IdReaderTest.scenario("'::/0'")
                .addresses(IdReaderTest.place(IdReaderTest.scenario("'::/0'"))))
        .isEqualTo(Addresses.parse("::/0").orElseThrow());
  }

  @Test
  void textsOfALengthWithoutBoundStayOpen() {
    StringBuilder resources = new StringBuilder("Resources:\n");
    for (int i = 0; i < 60; i++) {
      resources.append(
          "  P%d: {Type: 'AWS::SSM::Parameter', Properties: {Value: !Sub '${P%d.Value}${P%d.Value}'}}\n"
              .formatted(i, i + 1, i + 1));
    }
    resources.append("  P60: {Type: 'AWS::SSM::Parameter', Properties: {Value: x}}\n");
    Scenario scenario = new Scenario(Surveys.template(resources.toString()));
    Branch place =
        new Branch(
            JsonPath.ROOT,
            Json.Obj.of("Fn::GetAtt", new Json.Str("P0.Value")),
            Branch.Conditions.OPEN);

    assertThat(scenario.text(place).missing())
        .hasValueSatisfying(missing -> assertThat(missing).startsWith("attribute Value of P"));
  }

  @Test
  void aListThatIsNoneIsNotShownWhereItCameFromAParameter() {
    SecurityGroup group =
        Surveys.group(
            Surveys.network(
                """
                Parameters: {P: {Type: String}}
                Resources:
                  G: {Type: 'AWS::EC2::SecurityGroup', Properties: {SecurityGroupIngress: !Ref P}}
                """,
                "{P: value}"),
            "G");

    assertThat(group.ingress().unseen()).contains("the meaning of the function Ref");
  }
}
