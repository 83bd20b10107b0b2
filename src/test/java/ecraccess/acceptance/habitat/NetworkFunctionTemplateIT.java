package ecraccess.acceptance.habitat;

import static ecraccess.acceptance.habitat.SamTemplate.at;
import static ecraccess.acceptance.habitat.SamTemplate.elements;
import static ecraccess.acceptance.habitat.SamTemplate.getAtt;
import static ecraccess.acceptance.habitat.SamTemplate.ref;
import static ecraccess.acceptance.habitat.SamTemplate.text;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What CloudFormation makes of the network function. */
class NetworkFunctionTemplateIT {
  private static final String LOOK_UP =
      "src/test/resources/golden/network/preflight-off-still-looks-up/expected.json";

  @Test
  void itRunsTheHandlerThatTheTestsRun() {
    assertThat(at("Resources", "NetworkFunction", "Properties", "Handler"))
        .isEqualTo(new Json.Str(JavaRuntime.NETWORK_HANDLER));
  }

  @Test
  void itsNameIsTheOneInTheServiceTokenThatTheMacroWrites() {
    assertThat(at("Resources", "NetworkFunction", "Properties", "FunctionName"))
        .isEqualTo(Json.Obj.of("Fn::Sub", new Json.Str("${MacroName}Network")));
  }

  @Test
  void itRunsOnWhatTheMacroRunsOn() {
    for (String property : List.of("Runtime", "Architectures", "MemorySize")) {
      assertThat(at("Resources", "NetworkFunction", "Properties", property))
          .as(property)
          .isEqualTo(at("Resources", "MacroFunction", "Properties", property));
    }
  }

  /** Lambda repeats a crashed call after a minute. */
  @Test
  void twoCallsWithTheMinuteBetweenThemFitIntoTheServiceTimeout() {
    String timeout =
        ((Json.Num) at("Resources", "NetworkFunction", "Properties", "Timeout")).literal();

    assertThat(Integer.parseInt(timeout) + 60).isLessThan(120);
  }

  @Test
  void itsRoleWritesOneLogAndReadsNetworksAndDoesNothingElse() {
    Json properties = at("Resources", "NetworkFunctionRole", "Properties");
    List<Json> policies = elements(at(properties, "Policies"));
    List<Json> log = elements(at(policies.getFirst(), "PolicyDocument", "Statement"));
    List<Json> read = elements(at(policies.getLast(), "PolicyDocument", "Statement"));

    assertThat(at(properties, "AssumeRolePolicyDocument", "Statement", "0", "Principal"))
        .isEqualTo(Json.Obj.of("Service", new Json.Str("lambda.amazonaws.com")));
    assertThat(((Json.Obj) properties).has("ManagedPolicyArns")).isFalse();
    assertThat(policies).hasSize(2);
    assertThat(log).hasSize(1);
    assertThat(at(log.getFirst(), "Resource")).isEqualTo(getAtt("NetworkFunctionLogGroup", "Arn"));
    assertThat(elements(at(log.getFirst(), "Action")))
        .extracting(SamTemplate::text)
        .containsExactly("logs:CreateLogStream", "logs:PutLogEvents");
    assertThat(read).hasSize(1);
    assertThat(elements(at(read.getFirst(), "Action")))
        .extracting(SamTemplate::text)
        .allMatch(action -> action.matches("ec2:Describe[A-Z]\\w+"))
        .hasSize(11)
        .isSorted();
  }

  @Test
  void itsLogIsKeptAsLongAsTheMacros() {
    assertThat(at("Resources", "NetworkFunctionLogGroup", "Properties", "RetentionInDays"))
        .isEqualTo(ref("LogRetentionInDays"));
    assertThat(
            text(
                at(
                    "Resources",
                    "NetworkFunctionLogGroup",
                    "Properties",
                    "LogGroupName",
                    "Fn::Sub")))
        .isEqualTo("/aws/lambda/${MacroName}Network");
  }

  @Test
  void theMacroNamesItWithoutAnAlias() throws IOException {
    assertThat(Files.readString(Path.of(LOOK_UP)))
        .contains(
            "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:PrivateEcrAccessNetwork\"");
  }
}
