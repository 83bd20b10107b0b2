package ecraccess.acceptance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What might go wrong but cannot be proved, by nature and not because something is hidden. */
class DoubtTest {

  /**
   * A doubt.
   *
   * @param in the healthy template that it is put in
   * @param missing what it has to name
   */
  private record Doubt(String name, String in, String missing, Function<View, Edit.Draft> make) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Doubt> all() {
    return List.of(
        with("the VPC has DNS servers of its own", "fargate-by-hand", "(?i)DNS", DHCP),
        new Doubt(
            "a network ACL lets only some requests in to the endpoints",
            "fargate-by-hand",
            "(?i)interface|network ACL",
            view -> view.without(view.aclEntry(false, 443).orElseThrow())),
        new Doubt(
            "a network ACL lets only some answers of endpoints out",
            "fargate-by-hand",
            "(?i)interface|network ACL",
            view -> view.without(view.aclEntry(true, 1024).orElseThrow())),
        new Doubt(
            "private DNS is off, and a hosted zone of the VPC's own has the names",
            "fargate-by-hand",
            "Zone answers",
            view ->
                add(
                    view.edit()
                        .set(
                            View.property(
                                view.endpoint("ecr.dkr").orElseThrow(), "PrivateDnsEnabled"),
                            new Json.Bool(false)),
                    ZONE)),
        missingLogs("a nested stack knows the VPC", "Nested", NESTED),
        missingLogs("a custom resource knows the VPC", "Special", CUSTOM),
        missingLogs("a loop makes endpoints", "(?i)loop|ForEach", LOOP),
        new Doubt(
            "a custom resource knows a route table without a route to S3",
            "fargate-by-hand",
            "Special",
            view ->
                add(
                    view.edit()
                        .set(
                            View.property(view.endpoint("s3").orElseThrow(), "RouteTableIds"),
                            Text.yaml("[!Ref RoutesA]")),
                    ROUTES)),
        policy(
            "the policy of ecr.api is for an organization",
            "aws:PrincipalOrgID",
            "{Effect: Allow, Principal: \"*\", Action: \"*\", Resource: \"*\", Condition:"
                + " {StringEquals: {\"aws:PrincipalOrgID\": o-abcdefghij}}}"),
        policy(
            "the policy of ecr.api is for a role of another stack",
            "import of puller",
            "{Effect: Allow, Principal: {AWS: !ImportValue puller}, Action: \"*\", Resource:"
                + " \"*\"}"),
        new Doubt(
            "the VPC is said to have the endpoint of logs",
            "fargate-shorthand",
            "ExistingServices",
            view ->
                view.edit()
                    .set(
                        View.property(view.shorthand().orElseThrow(), "ExistingServices"),
                        Text.yaml("[logs]"))),
        new Doubt(
            "the image is from a region that a parameter names",
            "fargate-by-hand",
            "ImageRegion",
            view ->
                view.edit()
                    .set(JsonPath.of("Parameters"), Text.yaml("{ImageRegion: {Type: String}}"))
                    .set(
                        view.image().orElseThrow(),
                        Text.yaml(
                            "!Sub \"${AWS::AccountId}.dkr.ecr.${ImageRegion}.amazonaws.com/web\""))));
  }

  private static final String DHCP =
      """
      Options:
        Type: AWS::EC2::DHCPOptions
        Properties: {DomainNameServers: [192.168.10.53]}
      OptionsOfVpc:
        Type: AWS::EC2::VPCDHCPOptionsAssociation
        Properties: {VpcId: !Ref Vpc, DhcpOptionsId: !Ref Options}
      """;
  private static final String ZONE =
      """
      Zone:
        Type: AWS::Route53::HostedZone
        Properties:
          Name: !Sub "dkr.ecr.${AWS::Region}.amazonaws.com"
          VPCs: [{VPCId: !Ref Vpc, VPCRegion: !Ref AWS::Region}]
      """;
  private static final String NESTED =
      """
      Nested:
        Type: AWS::CloudFormation::Stack
        Properties:
          TemplateURL: https://s3.amazonaws.com/templates/endpoints.yaml
          Parameters: {Vpc: !Ref Vpc}
      """;
  private static final String CUSTOM =
      """
      Special:
        Type: Custom::Endpoints
        Properties: {ServiceToken: "arn:aws:lambda:eu-west-1:111122223333:function:f", VpcId: !Ref Vpc}
      """;
  private static final String ROUTES =
      """
      Special:
        Type: Custom::Routes
        Properties: {ServiceToken: "arn:aws:lambda:eu-west-1:111122223333:function:f", Table: !Ref RoutesB}
      """;
  private static final String LOOP =
      """
      Fn::ForEach::Endpoints:
        - Name
        - !Ref Names
        - ${Name}Endpoint:
            Type: AWS::EC2::VPCEndpoint
            Properties:
              VpcEndpointType: Interface
              ServiceName: !Sub "com.amazonaws.${AWS::Region}.${Name}"
              VpcId: !Ref Vpc
              SubnetIds: [!Ref SubnetA, !Ref SubnetB]
              SecurityGroupIds: [!Ref EndpointGroup]
              PrivateDnsEnabled: true
      """;

  private static Doubt with(String name, String in, String missing, String resources) {
    return new Doubt(name, in, missing, view -> add(view.edit(), resources));
  }

  /** The endpoint of logs is not to be seen, but may be made by what the template does not show. */
  private static Doubt missingLogs(String name, String missing, String resources) {
    return new Doubt(
        name,
        "fargate-by-hand",
        missing,
        view -> add(view.without(view.endpoint("logs").orElseThrow()), resources));
  }

  private static Doubt policy(String name, String missing, String statement) {
    return new Doubt(
        name,
        "fargate-by-hand",
        missing,
        view ->
            view.edit()
                .set(
                    View.property(view.endpoint("ecr.api").orElseThrow(), "PolicyDocument"),
                    PolicyFaults.document(statement)));
  }

  private static Edit.Draft add(Edit.Draft draft, String resources) {
    for (Map.Entry<String, Json> resource :
        ((Json.Obj) Text.block(resources)).members().entrySet()) {
      draft.set(JsonPath.of("Resources", resource.getKey()), resource.getValue());
    }
    return draft;
  }

  @ParameterizedTest
  @MethodSource("all")
  void nobodyCanTell(Doubt doubt) {
    Healthy healthy =
        Healthy.written().stream()
            .filter(one -> one.name().equals(doubt.in()))
            .findFirst()
            .orElseThrow();
    View view = new View(healthy.template());
    Judged judged =
        Judged.of(doubt.make().apply(view).done().in(healthy.template()), healthy.region());

    assertThat(judged.kind()).as(judged.toString()).isEqualTo(Judged.Kind.CANNOT_TELL);
    assertThat(judged.doubts())
        .anySatisfy(found -> assertThat(found.missing()).containsPattern(doubt.missing()));
  }
}
