package ecraccess.acceptance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The classic mistakes, one per file of {@code examples/broken}: each is found, and is alone. */
class BrokenExamplesTest {
  private static final Path FOLDER = Path.of("examples/broken");
  private static final String SERVICE_GROUPS = "[!Ref EndpointGroup]";

  /**
   * A file.
   *
   * @param reason what the proof has to say
   * @param place where the proof lies, or in what
   * @param repair what has to stand where for all to be well; without a value nothing
   */
  private record Broken(String file, String reason, String place, List<Repair> repair) {
    Json.Obj template() {
      return Text.file(FOLDER.resolve(file + ".yaml")).without("Transform");
    }

    Json.Obj repaired() {
      Edit.Draft draft = Edit.of(template());
      repair.forEach(step ->
          step.value()
              .ifPresentOrElse(
                  value -> draft.set(step.path(), Text.yaml(value)),
                  () -> draft.remove(step.path())));
      return draft.done().in(template());
    }

    @Override
    public String toString() {
      return file;
    }
  }

  private record Repair(JsonPath path, Optional<String> value) {
    static Repair set(String path, String value) {
      return new Repair(place(path), Optional.of(value));
    }

    static Repair remove(String path) {
      return new Repair(place(path), Optional.empty());
    }
  }

  static List<Broken> all() {
    return List.of(
        broken(
            "01-private-dns-off",
            "(?i)private ?DNS",
            "EcrAccess",
            Repair.remove("EcrAccess.Properties.PrivateDnsEnabled")),
        broken(
            "02-dns-hostnames-missing",
            "EnableDnsHostnames",
            "Vpc.Properties.EnableDnsHostnames",
            Repair.set("Vpc.Properties.EnableDnsHostnames", "true")),
        broken(
            "03-s3-route-missing",
            "RoutesB",
            "S3Endpoint.Properties.RouteTableIds",
            Repair.set("S3Endpoint.Properties.RouteTableIds", "[!Ref RoutesA, !Ref RoutesB]")),
        broken(
            "04-endpoint-group-closed",
            "443",
            "EndpointGroup.Properties.SecurityGroupIngress",
            Repair.set(
                "EndpointGroup.Properties.SecurityGroupIngress",
                "[{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16}]")),
        broken(
            "05-task-egress-closed",
            "S3",
            "TaskGroup.Properties.SecurityGroupEgress",
            Repair.remove("TaskGroup.Properties.SecurityGroupEgress")),
        broken(
            "06-network-acl-closed",
            "(?i)network ACL",
            "Acl",
            Repair.set("AclIn.Properties.PortRange", "{From: 443, To: 65535}")),
        broken(
            "07-two-subnets-one-zone",
            "zone",
            "EcrAccess.Properties.SubnetIds",
            Repair.set("SubnetB.Properties.AvailabilityZone", "!Select [1, !GetAZs \"\"]")),
        broken(
            "08-wrong-partition",
            "cn\\.com\\.amazonaws",
            "EcrDkrEndpoint.Properties.ServiceName",
            Repair.set(
                "EcrDkrEndpoint.Properties.ServiceName",
                "!Sub \"com.amazonaws.${AWS::Region}.ecr.dkr\"")),
        broken(
            "09-deny-only-policy",
            "(?i)allow",
            "EcrDkrEndpoint.Properties.PolicyDocument",
            Repair.remove("EcrDkrEndpoint.Properties.PolicyDocument")),
        broken(
            "10-s3-policy-without-layers",
            "starport-layer-bucket",
            "EcrAccess",
            Repair.remove("EcrAccess.Properties.Overrides")),
        broken(
            "11-logs-endpoint-missing",
            "\\blogs\\b",
            "",
            Repair.set("EcrAccess.Properties.AdditionalServices", "Auto")),
        broken(
            "12-docker-hub-image",
            "(?i)docker",
            "TaskDefinition.Properties.ContainerDefinitions",
            Repair.set(
                "TaskDefinition.Properties.ContainerDefinitions[0].Image",
                "!Sub \"${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/nginx:1.27\"")),
        broken(
            "13-default-group",
            "(?i)default",
            "",
            Repair.set(
                "Service.Properties.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups",
                "[!GetAtt Vpc.DefaultSecurityGroup]")),
        broken(
            "14-gateway-without-route-table",
            "(?i)route table",
            "S3Endpoint.Properties.RouteTableIds",
            Repair.set("S3Endpoint.Properties.RouteTableIds", "[!Ref RoutesA]")),
        broken(
            "15-group-not-attached",
            "(?i)default",
            "",
            Repair.set("EcrApiEndpoint.Properties.SecurityGroupIds", SERVICE_GROUPS),
            Repair.set("EcrDkrEndpoint.Properties.SecurityGroupIds", SERVICE_GROUPS)));
  }

  private static Broken broken(String file, String reason, String place, Repair... repair) {
    return new Broken(file, reason, place, List.of(repair));
  }

  private static JsonPath place(String text) {
    JsonPath path = JsonPath.of("Resources");
    for (String step : text.isEmpty() ? new String[0] : text.split("[.\\[]")) {
      path =
          step.endsWith("]")
              ? path.element(Integer.parseInt(step.replace("]", "")))
              : path.member(step);
    }
    return path;
  }

  @Test
  void everyFileIsLookedAt() {
    assertThat(all().stream().map(Broken::file))
        .containsExactlyElementsOf(
            Text.files(FOLDER).stream()
                .map(file -> file.getFileName().toString().replace(".yaml", ""))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("all")
  void theMistakeIsFound(Broken broken) {
    Judged judged = Judged.of(broken.template(), "eu-west-1");

    assertThat(judged.kind()).as(judged.toString()).isEqualTo(Judged.Kind.CANNOT);
    assertThat(judged.faults())
        .isNotEmpty()
        .allSatisfy(fault -> {
          assertThat(fault.text()).containsPattern(broken.reason());
          assertThat(fault.path()).matches(place -> Tree.isIn(place, place(broken.place())));
        });
  }

  @ParameterizedTest
  @MethodSource("all")
  void itIsTheOnlyOne(Broken broken) {
    Judged judged = Judged.of(broken.repaired(), "eu-west-1");

    assertThat(judged.kind()).as(judged.toString()).isEqualTo(Judged.Kind.CAN);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theFirstLineSaysTheMistake(Broken broken) {
    assertThat(FOLDER.resolve(broken.file() + ".yaml"))
        .content()
        .startsWith("# ")
        .matches(text -> text.lines().findFirst().orElseThrow().endsWith("."));
  }
}
