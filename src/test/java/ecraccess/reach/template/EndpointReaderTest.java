package ecraccess.reach.template;

import static ecraccess.reach.template.Surveys.created;
import static ecraccess.reach.template.Surveys.endpoint;
import static ecraccess.reach.template.Surveys.network;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonText;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.Resolved;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Endpoints. */
class EndpointReaderTest {
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!Sub 'com.amazonaws.${AWS::Region}.ecr.dkr' | ecr.dkr | Is[it=true]",
        "com.amazonaws.eu-west-1.s3 | s3 | Is[it=true]",
        "!Join ['.', [com, amazonaws, !Ref 'AWS::Region', logs]] | logs | Is[it=true]",
        "com.amazonaws.us-east-1.ecr.api | ecr.api | Is[it=true]",
        "cn.com.amazonaws.eu-west-1.ecr.api | ecr.api | Is[it=true]",
        "!Sub 'com.amazonaws.${P}.s3' | s3 | Unknown[open=the value of parameter P]",
        "com.amazonaws.vpce.eu-west-1.vpce-svc-0a | '' | Is[it=true]",
        "aws.sagemaker.eu-west-1.notebook | '' | Is[it=true]",
        "!Ref P | ? | Unknown[open=the value of parameter P]",
        "5 | '' | Is[it=true]",
        "'com.amazonaws.eu-west-1.ecr.api, ServiceRegion: us-east-1' | ecr.api | Is[it=false]",
      })
  void theServiceIsReadFromAnySpelling(String name, String service, String inRegion) {
    Endpoint endpoint = of("ServiceName: " + name);

    assertThat(
            endpoint
                .service()
                .value()
                .map(known -> known.map(s -> s.name()).orElse(""))
                .orElse("?"))
        .isEqualTo(service);
    assertThat(endpoint.inRegion()).hasToString(inRegion);
  }

  @Test
  void cloudFormationsDefaultsHold() {
    Endpoint endpoint = of("ServiceName: com.amazonaws.eu-west-1.s3");

    assertThat(endpoint.type()).isEqualTo(Known.is(Endpoint.Type.GATEWAY));
    assertThat(endpoint.privateDns()).isEqualTo(Known.is(false));
    assertThat(endpoint.policy()).isEqualTo(Known.is(Optional.empty()));
    assertThat(endpoint.available()).isEqualTo(Known.is(true));
    assertThat(endpoint.subnets()).isEmpty();
    assertThat(endpoint.vpc()).isEqualTo(created("Vpc"));
    assertThat(endpoint.maker()).isEqualTo("E");
    assertThat(endpoint.paths().apply("PrivateDnsEnabled"))
        .hasToString("Resources.E.Properties.PrivateDnsEnabled");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{Statement: [{Effect: Allow, Resource: !Sub 'arn:${AWS::Partition}:s3:::x'}]}"
            + " | {\"Statement\":[{\"Effect\":\"Allow\",\"Resource\":\"arn:aws:s3:::x\"}]}",
        "'{\"Statement\": []}' | {\"Statement\":[]}",
        "!Sub '{\"Id\": \"${AWS::Region}\"}' | {\"Id\":\"eu-west-1\"}",
        "{Statement: !Ref P} | {\"Statement\":{\"Ref\":\"P\"}}",
      })
  void policiesAreEvaluated(String policy, String expected) {
    assertThat(
            of("PolicyDocument: " + policy)
                .policy()
                .value()
                .flatMap(known -> known)
                .map(known -> JsonText.compact(known.value())))
        .contains(expected);
  }

  @Test
  void aPolicyThatOnlyTheDeploymentKnowsIsUnknown() {
    assertThat(of("PolicyDocument: !Ref P").policy())
        .isEqualTo(Known.unknown("the value of parameter P"));
  }

  /** EC2 refuses it, which the rules say and not the reader. */
  @ParameterizedTest
  @ValueSource(strings = {"'{'", "'[]'", "[]"})
  void whatIsNoPolicyStaysAsItIs(String policy) {
    assertThat(
            of("PolicyDocument: " + policy)
                .policy()
                .value()
                .flatMap(known -> known)
                .map(known -> JsonText.compact(known.value())))
        .contains(policy.replace('\'', '"'));
  }

  /** The template's own names count as what they will be, in ARNs as well. */
  @Test
  void saysWhatTheFunctionsInAPolicyName() {
    Resolved policy =
        of("PolicyDocument: {Statement: {Resource: [!Ref P, !Ref Vpc]}}")
            .policy()
            .value()
            .flatMap(known -> known)
            .orElseThrow();
    assertThat(policy.names().values())
        .containsExactly(new Id.Open("!Ref P", "the value of parameter P"), new Id.Created("Vpc"));
  }

  @Test
  void ofAnEndpointThatIsSaidToExistOnlyThatIsKnown() {
    Json vpc = Json.Obj.of("Ref", new Json.Str("Vpc"));
    Survey.Context context =
        new Survey.Context(
            "eu-west-1", "", new Json.Obj(Map.of()), path -> path, Map.of(vpc, Set.of("s3")));

    List<Endpoint> endpoints =
        Survey.of(Surveys.template(TEMPLATE.formatted("X: 1")), context).getFirst().endpoints();

    Endpoint existing = endpoints.getLast();
    String missing = "the endpoint of s3 that ExistingServices says the VPC has";
    assertThat(existing.vpc()).isEqualTo(created("Vpc"));
    assertThat(existing.type()).isEqualTo(Known.is(Endpoint.Type.GATEWAY));
    assertThat(existing.policy()).isEqualTo(Known.unknown(missing));
    assertThat(existing.routeTables())
        .containsExactly(new Id.Open("the route tables of " + missing, missing));
  }

  @Test
  void placesAreTheUsersOwn() {
    Survey.Context context =
        new Survey.Context(
            "eu-west-1",
            "",
            new Json.Obj(Map.of()),
            path ->
                path.toString().startsWith("Resources.E") ? JsonPath.of("Resources", "Mine") : path,
            Map.of());

    Endpoint endpoint =
        endpoint(Survey.of(Surveys.template(TEMPLATE.formatted("X: 1")), context).getFirst(), "E");

    assertThat(endpoint.maker()).isEqualTo("Mine");
    assertThat(endpoint.path()).hasToString("Resources.Mine");
    assertThat(endpoint.paths().apply("SubnetIds")).hasToString("Resources.Mine");
  }

  @Test
  void endpointsInALoopAreUnseen() {
    Network network =
        network(
            """
            Resources:
              Vpc: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: 10.0.0.0/16}}
              'Fn::ForEach::S':
                - S
                - !Ref Services
                - 'E${S}': {Type: 'AWS::EC2::VPCEndpoint', Properties: {VpcId: !Ref Vpc}}
            """);

    assertThat(network.endpoints()).isEmpty();
    assertThat(Surveys.vpc(network).unseen()).contains("what the loop around E${S} makes");
  }
}
