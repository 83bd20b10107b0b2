package ecraccess.acceptance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.report.Summary;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Note;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is judged of what nobody shows, what is only named, and how much weight it has. */
class WhoPullsTest {
  private static Judged with(String healthy, String resources) {
    Healthy written = Healthy.named(healthy);
    Edit.Draft draft = new View(written.template()).edit();
    for (Map.Entry<String, Json> resource :
        ((Json.Obj) Text.block(resources)).members().entrySet()) {
      draft.set(JsonPath.of("Resources", resource.getKey()), resource.getValue());
    }
    return Judged.of(draft.done().in(written.template()), written.region());
  }

  private static Judged without(String healthy, String service) {
    Healthy written = Healthy.named(healthy);
    View view = new View(written.template());
    return Judged.of(
        view.without(view.endpoint(service).orElseThrow()).done().in(written.template()),
        written.region());
  }

  private static String notes(Judged judged) {
    return judged.judgement().orElseThrow().notes().stream()
        .map(Note::check)
        .map(Check::id)
        .distinct()
        .toList()
        .toString();
  }

  @Test
  void aPromiseOfAStandInNamesIt() {
    Judged judged = with("task-started-elsewhere", "{}");

    assertThat(judged.kind()).isEqualTo(Judged.Kind.CAN);
    assertThat(Summary.of(judged.judgement().orElseThrow()).sentence()).contains("TaskDefinition");
    assertThat(notes(judged)).contains("start-not-shown");
  }

  /** In the subnets of the endpoints S3 is out of reach; tasks may run elsewhere in the VPC. */
  @Test
  void endpointsMayHaveSubnetsOfTheirOwn() {
    Judged judged = with("task-started-elsewhere", "{}");

    assertThat(judged.judgement().orElseThrow().pulls())
        .flatExtracting(pull -> pull.traces())
        .noneMatch(trace -> trace.from().contains("EndpointSubnet"));
    assertThat(without("task-started-elsewhere", "s3").kind()).isEqualTo(Judged.Kind.CANNOT);
  }

  @Test
  void execWithoutItsEndpointIsANote() {
    Judged judged = without("fargate-by-hand", "ssmmessages");

    assertThat(judged.kind()).isEqualTo(Judged.Kind.CAN);
    assertThat(notes(judged)).contains("later-call-fails");
  }

  @ParameterizedTest
  @CsvSource({
    "AWS::Lambda::Function, '{Code: {ImageUri: nginx}}'",
    "AWS::AppRunner::Service, '{SourceConfiguration: {ImageRepository: {}}}'",
    "AWS::CodeBuild::Project, '{VpcConfig: {VpcId: !Ref Vpc}}'",
  })
  void whatNeedsNoEndpointIsNamedAndChangesNothing(String type, String properties) {
    Judged judged =
        with("fargate-by-hand", "Besides: {Type: %s, Properties: %s}".formatted(type, properties));

    assertThat(judged.kind()).isEqualTo(Judged.Kind.CAN);
    assertThat(notes(judged)).contains("not-judged");
  }

  /** The same closed group: a fault for an endpoint that a task calls, a note for any other. */
  @ParameterizedTest
  @CsvSource({"kms, CAN", "dynamodb-streams, CAN", "ecr.api, CANNOT"})
  void closedEndpointCountsWhereItIsCalled(String service, Judged.Kind kind) {
    Judged judged =
        with(
            "scheduled-task",
            """
            Closed: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: c, VpcId: !Ref Vpc}}
            %s:
              Type: AWS::EC2::VPCEndpoint
              Properties:
                VpcId: !Ref Vpc
                VpcEndpointType: Interface
                ServiceName: !Sub "com.amazonaws.${AWS::Region}.%s"
                SubnetIds: [!Ref EndpointSubnetA]
                SecurityGroupIds: [!Ref Closed]
                PrivateDnsEnabled: true
            """
                .formatted(service.equals("ecr.api") ? "EcrApiEndpoint" : "Other", service));

    assertThat(judged.kind()).as(judged.toString()).isEqualTo(kind);
  }

  /** A macro that nobody knows may add what is missing. */
  @ParameterizedTest
  @CsvSource({
    "Somebodys, CANNOT_TELL",
    "AWS::Serverless-2016-10-31, CANNOT",
    "AWS::LanguageExtensions, CANNOT",
    "'{Name: AWS::Include}', CANNOT_TELL",
  })
  void otherMacrosMayAddAnything(String transform, Judged.Kind kind) {
    Healthy written = Healthy.named("fargate-by-hand");
    View view = new View(written.template());
    Json.Obj faulty =
        view.without(view.endpoint("logs").orElseThrow()).done().in(written.template());

    assertThat(
            Judged.ofWhole(
                    faulty.with("Transform", Text.yaml("[%s]".formatted(transform))),
                    written.region())
                .kind())
        .isEqualTo(kind);
  }
}
