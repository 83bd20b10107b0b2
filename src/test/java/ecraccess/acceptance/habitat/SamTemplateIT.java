package ecraccess.acceptance.habitat;

import static ecraccess.acceptance.habitat.SamTemplate.at;
import static ecraccess.acceptance.habitat.SamTemplate.elements;
import static ecraccess.acceptance.habitat.SamTemplate.getAtt;
import static ecraccess.acceptance.habitat.SamTemplate.members;
import static ecraccess.acceptance.habitat.SamTemplate.ref;
import static ecraccess.acceptance.habitat.SamTemplate.text;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What CloudFormation makes of {@code template.yaml}, after SAM's own translator. */
class SamTemplateIT {
  @Test
  void theMacroIsTheFunctionsAlias() {
    assertThat(at("Resources", "Macro", "Properties", "FunctionName"))
        .isEqualTo(ref("MacroFunctionAliaslive"));
    assertThat(at("Resources", "MacroFunctionAliaslive", "Type"))
        .isEqualTo(new Json.Str("AWS::Lambda::Alias"));
  }

  @Test
  void theFunctionRunsTheHandlerThatTheTestsRun() {
    assertThat(at("Resources", "MacroFunction", "Properties", "Handler"))
        .isEqualTo(new Json.Str(JavaRuntime.HANDLER));
  }

  /** In particular no {@code AWS::Lambda::Permission}: whoever deploys calls the function. */
  @Test
  void theStackIsTheMacroTheFunctionsAndTheirLogs() {
    Map<String, Long> types =
        members("Resources").values().stream()
            .collect(toMap(resource -> text(at(resource, "Type")), type -> 1L, Long::sum));

    assertThat(types)
        .containsOnly(
            Map.entry("AWS::CloudFormation::Macro", 1L),
            Map.entry("AWS::Lambda::Function", 2L),
            Map.entry("AWS::Lambda::Version", 1L),
            Map.entry("AWS::Lambda::Alias", 1L),
            Map.entry("AWS::IAM::Role", 3L),
            Map.entry("AWS::Logs::LogGroup", 3L));
  }

  @ParameterizedTest
  @CsvSource({
    "MacroFunctionRole, lambda.amazonaws.com, MacroFunctionLogGroup",
    "InvocationLogRole, cloudformation.amazonaws.com, InvocationLogGroup"
  })
  void aRoleWritesOneLogAndDoesNothingElse(String role, String service, String logGroup) {
    Json properties = at("Resources", role, "Properties");
    Json trust = at(properties, "AssumeRolePolicyDocument", "Statement", "0", "Principal");
    List<Json> policies = elements(at(properties, "Policies"));
    List<Json> statements = elements(at(policies.getFirst(), "PolicyDocument", "Statement"));

    assertThat(trust).isEqualTo(Json.Obj.of("Service", new Json.Str(service)));
    assertThat(((Json.Obj) properties).has("ManagedPolicyArns")).isFalse();
    assertThat(policies).hasSize(1);
    assertThat(statements).hasSize(1);
    assertThat(elements(at(statements.getFirst(), "Action")))
        .extracting(SamTemplate::text)
        .isSubsetOf("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents");
    assertThat(at(statements.getFirst(), "Resource")).isEqualTo(getAtt(logGroup, "Arn"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MacroFunctionRole", "NetworkFunctionRole", "InvocationLogRole"})
  void aRoleHasThePermissionsBoundaryIfThereIsOne(String role) {
    assertThat(at("Resources", role, "Properties", "PermissionsBoundary", "Fn::If"))
        .isEqualTo(
            Json.Arr.of(
                new Json.Str("HasPermissionsBoundary"),
                ref("PermissionsBoundaryArn"),
                ref("AWS::NoValue")));
  }

  /** SAM names a version by its settings, but by those as written, before a parameter's value. */
  @Test
  void anotherSnapStartIsAnotherVersion() {
    String version =
        members("Resources").keySet().stream()
            .filter(name -> name.startsWith("MacroFunctionVersion"))
            .findAny()
            .orElseThrow();

    assertThat(text(at("Resources", version, "Properties", "Description", "Fn::Sub")))
        .contains("${SnapStart}");
  }

  @Test
  void theDeployersPolicyIsOneForThePolicyEditor() throws MalformedJson {
    String alias = "arn:aws:lambda:eu-west-1:111111111111:function:PrivateEcrAccess:live";
    List<Json> sub = elements(at("Outputs", "DeployerPolicy", "Value", "Fn::Sub"));
    String network = "arn:aws:lambda:eu-west-1:111111111111:function:PrivateEcrAccessNetwork";
    Json policy =
        JsonText.read(
            text(sub.getFirst())
                .replace("${MacroFunctionAlias}", alias)
                .replace("${NetworkFunctionArn}", network));

    assertThat(sub.getLast())
        .isEqualTo(
            Json.Obj.of("MacroFunctionAlias", ref("MacroFunctionAliaslive"))
                .with("NetworkFunctionArn", getAtt("NetworkFunction", "Arn")));
    assertThat(JsonText.compact(policy))
        .isEqualTo(
            """
            {"Version":"2012-10-17","Statement":[{"Sid":"InvokePrivateEcrAccess",\
            "Effect":"Allow","Action":"lambda:InvokeFunction","Resource":["%s","%s"]}]}\
            """
                .formatted(alias, network));
  }

  @ParameterizedTest
  @CsvSource({
    "PrivateEcrAccess, true",
    "PrivateEcrAccess-v2, true",
    "a23456789012345678901234567890123456789012345678901234567, true",
    "a234567890123456789012345678901234567890123456789012345678, false",
    "PrivateEcrAccessNetwork, false",
    "2ndEcrAccess, false",
    "Private.Ecr, false"
  })
  void aMacroNameLeavesRoomForItsNetworkFunction(String name, boolean allowed) {
    String pattern = text(at("Parameters", "MacroName", "AllowedPattern"));

    assertThat(name.matches(pattern)).isEqualTo(allowed);
    assertThat(allowed && (name + "Network").length() > 64).isFalse();
  }
}
