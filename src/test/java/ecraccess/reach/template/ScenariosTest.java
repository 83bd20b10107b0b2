package ecraccess.reach.template;

import static ecraccess.reach.template.Surveys.created;
import static ecraccess.reach.template.Surveys.networks;
import static ecraccess.reach.template.Surveys.template;
import static ecraccess.reach.template.Surveys.vpc;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How conditions turn out. */
class ScenariosTest {
  private static final String TEMPLATE =
      """
      Parameters:
        Stage: {Type: String}
        Kind: {Type: String, AllowedValues: [a, b, c]}
        Nat: {Type: String, AllowedValues: ['true', 'false']}
        List: {Type: CommaDelimitedList}
      Conditions:
        IsProd: !Equals [!Ref Stage, prod]
        IsTest: !Equals [test, !Ref Stage]
        HasNat: !Equals [!Ref Nat, 'true']
        IsA: !Equals [!Ref Kind, a]
        HasList: !Not [!Equals [!Join ['', !Ref List], '']]
        Region: !Equals [!Ref 'AWS::Region', eu-west-1]
        Both: !And [!Condition IsProd, !Condition HasNat]
        Circle1: !Condition Circle2
        Circle2: !Condition Circle1
      Resources:
        Other: {Type: 'AWS::S3::Bucket', Condition: IsTest}
        Vpc:
          Type: AWS::EC2::VPC
          Condition: %s
      """;

  private static List<String> assumptions(String condition) {
    return networks(TEMPLATE.formatted(condition)).stream()
        .map(network -> String.join("; ", network.assumptions()) + " -> " + network.vpcs().size())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Region | ' -> 1'",
        "IsProd | 'parameter Stage is \"prod\" -> 1, parameter Stage is not \"prod\" -> 0'",
        "HasNat | 'parameter Nat is \"true\" -> 1, parameter Nat is \"false\" -> 0'",
        "IsA | 'parameter Kind is \"a\" -> 1, parameter Kind is not \"a\" -> 0'",
        "HasList | 'condition HasList is false -> 0, condition HasList is true -> 1'",
        "Both | 'parameter Stage is \"prod\"; parameter Nat is \"true\" -> 1,"
            + " parameter Stage is \"prod\"; parameter Nat is \"false\" -> 0,"
            + " parameter Stage is not \"prod\"; parameter Nat is \"true\" -> 0,"
            + " parameter Stage is not \"prod\"; parameter Nat is \"false\" -> 0'",
        "Circle1 | ' -> 0'",
        "Nowhere | ' -> 0'",
      })
  void onlyWhatDecidesAConditionThatMattersIsAssumed(String condition, String expected) {
    assertThat("'" + String.join(", ", assumptions(condition)) + "'").isEqualTo(expected);
  }

  @Test
  void aValueDecides() {
    assertThat(networks(TEMPLATE.formatted("IsProd"), "{Stage: prod}"))
        .singleElement()
        .satisfies(network -> assertThat(network.vpcs()).hasSize(1));
    assertThat(networks(TEMPLATE.formatted("IsProd"), "{Stage: dev}"))
        .singleElement()
        .satisfies(network -> assertThat(network.vpcs()).isEmpty());
  }

  @Test
  void anAssumedValueIsUsedEverywhere() {
    List<Network> networks =
        networks(
            """
            Parameters:
              Dns: {Type: String, AllowedValues: ['true', 'false']}
            Conditions: {HasDns: !Equals [!Ref Dns, 'true']}
            Resources:
              Vpc:
                Type: AWS::EC2::VPC
                Properties:
                  EnableDnsHostnames: !Ref Dns
                  CidrBlock: !If [HasDns, 10.0.0.0/16, 10.1.0.0/16]
            """);

    assertThat(networks)
        .extracting(network -> vpc(network).dnsHostnames())
        .containsExactly(Known.is(true), Known.is(false));
    assertThat(networks)
        .extracting(network -> vpc(network).blocks().toString())
        .containsExactly("[10.0.0.0/16]", "[10.1.0.0/16]");
  }

  @Test
  void tagsDecideNothing() {
    assertThat(
            networks(
                """
                Parameters: {Name: {Type: String}}
                Conditions: {Named: !Equals [!Ref Name, x]}
                Resources:
                  Vpc:
                    Type: AWS::EC2::VPC
                    Properties: {Tags: !If [Named, [], !Ref 'AWS::NoValue']}
                """))
        .singleElement()
        .satisfies(network -> assertThat(network.assumptions()).isEmpty());
  }

  private static String manyConditions() {
    String parameters = numbered("P%d: {Type: String}");
    String conditions = numbered("C%1$d: !Equals [!Ref P%1$d, x]");
    String resources =
        numbered("T%1$d: {Type: 'AWS::EC2::RouteTable', Condition: C%1$d, Properties: {VpcId: v}}");
    return "Parameters:\n"
        + parameters
        + "Conditions:\n"
        + conditions
        + "Resources:\n"
        + resources
        + """
          Table: {Type: 'AWS::EC2::RouteTable', Properties: {VpcId: v}}
          Route:
            Type: AWS::EC2::Route
            Condition: C6
            Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: igw-1}
          Endpoint:
            Type: AWS::EC2::VPCEndpoint
            Properties: {VpcId: v, ServiceName: s, RouteTableIds: [!Ref T6]}
        """;
  }

  private static String numbered(String line) {
    return IntStream.range(0, 7)
        .mapToObj(i -> "  " + line.formatted(i) + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void choicesBeyondTheLimitStayOpenAndWhatHangsOnThemIsUnseen() {
    List<Network> networks = networks(manyConditions());

    assertThat(networks).hasSize(32);
    assertThat(networks.getFirst().assumptions()).hasSize(5);
    assertThat(networks)
        .allSatisfy(network -> {
          RouteTable table = network.routeTable(created("Table"), new Id.Literal("v"));
          assertThat(table.routes()).isEmpty();
          assertThat(table.unseen()).contains("whether condition C6 is true");
          assertThat(network.endpoints())
              .extracting(Endpoint::routeTables)
              .containsExactly(List.of(new Id.Open("!Ref T6", "whether condition C6 is true")));
        });
  }

  @Test
  void aTemplateWithoutAnythingIsANetworkWithoutAnything() {
    assertThat(Survey.of(template("{}"), Surveys.context(new Json.Obj(Map.of()))))
        .containsExactly(
            new Network(
                Surveys.REGION,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "111122223333"));
  }
}
