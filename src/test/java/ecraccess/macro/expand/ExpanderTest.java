package ecraccess.macro.expand;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.cfn.Problem;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import ecraccess.macro.expand.plan.DeploymentContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpanderTest {
  private static final DeploymentContext DEPLOYMENT =
      new DeploymentContext(
          "eu-west-1", "111122223333", "PrivateEcrAccess", new Json.Obj(Map.of()));

  private static final String SHORTHAND =
      """
      {"Type":"PrivateEcrAccess","Properties":{"VpcId":"vpc-1","SubnetIds":["subnet-1"],\
      "SecurityGroupIds":["sg-1"],"RouteTableIds":["rtb-1"]%s}}\
      """;

  /** Not even CloudFormation would take this template, but that is CloudFormation's to say. */
  @Test
  void everythingElseComesBackAsItWas() {
    String before =
        """
        {"Description":"é📦 \\u003c","Mappings":{"M":{"z":{"b":"2","a":"1"}}},\
        "Metadata":{"n":[1.10,1E400,-0,1180591620717411303424,null,true,"401",401,""],"o":{},"l":[]},\
        "Unknown":{"Ref":"EcrAccess"},"Conditions":{"C":{"Fn::Equals":["EcrAccess",{"Ref":"EcrAccess"}]}},\
        "Resources":{"Z":{"Type":"T","Properties":{"A":"EcrAccess.EcrApiEndpoint.Id","B":null}},\
        """
            .replace("\\u003c", "<");
    String after =
        """
        "A":{"Properties":{},"Type":"T"},"NoType":{"Properties":{"X":1}},"NotEvenAnObject":[1,2],\
        "Fn::ForEach::Loop":["X",["a"],{"T${X}":{"Type":"T"}}],"Fn::ForEach::Bad":"x","Fn::Transform":[]},\
        "Outputs":{"O":{"Value":"x"},"P":3}}\
        """;
    String expanded = expand(before + "\"EcrAccess\":" + SHORTHAND.formatted("") + "," + after);
    assertThat(expanded).startsWith(before).endsWith(after);
    assertThat(expanded.substring(before.length(), expanded.length() - after.length()))
        .startsWith("\"EcrAccessEcrDkrEndpoint\":");
  }

  /** CloudFormation would refuse the name, but losing a resource is not ours to do. */
  @Test
  void aResourceOfTheSameNameInALoopIsNotTakenForTheShorthand() {
    String loop = "\"Fn::ForEach::L\":[\"X\",[\"a\"],{\"EcrAccess\":{\"Type\":\"T\"}}]";
    String template = template(SHORTHAND.formatted("")).replaceFirst("}}$", "," + loop + "}}");
    assertThat(expand(template)).contains(loop);
  }

  @Test
  void moreResourcesThanCloudFormationTakesAreAProblem() {
    assertThat(problems(templateWithTopics(497))).isEmpty();
    assertThat(problems(templateWithTopics(498)))
        .isEqualTo(
            "Resources: expected at most 500 resources after expansion, found 501; split the"
                + " template");
  }

  @Test
  void aLargerTemplateThanCloudFormationTakesIsAProblem() {
    String text = "\"" + "é".repeat(524_288) + "\"";
    String large =
        template(SHORTHAND.formatted("")).replaceFirst("^\\{", "{\"Description\":" + text + ",");
    assertThat(problems(large))
        .matches(
            "Resources: expected a template of at most 1048576 bytes after expansion, found \\d+;"
                + " split the template");
  }

  @Test
  void aLocalNameWithADotShadowsToo() {
    String sub =
        "{\"Fn::Sub\":[\"${EcrAccess.S3Endpoint.Id}\",{\"EcrAccess.S3Endpoint.Id\":\"x\"}]}";
    assertThat(expand(withOutput(sub))).contains(sub);
  }

  @Test
  void referencesOfOddFormsAreLeftAlone() {
    for (String odd :
        List.of(
            "{\"Ref\":[\"EcrAccess\"]}",
            "{\"Ref\":\"EcrAccess\",\"And\":1}",
            "{\"Fn::GetAtt\":[]}",
            "{\"Fn::GetAtt\":7}",
            "{\"Fn::GetAtt\":[{\"a\":1},\"EcrApiEndpoint.Id\"]}",
            "{\"Fn::Sub\":7}",
            "{\"Fn::Sub\":[]}",
            "{\"Fn::Sub\":[\"${EcrAccess.S3Endpoint.Id}\"]}")) {
      assertThat(expand(withOutput(odd))).contains("{\"O\":{\"Value\":" + odd + "}}");
    }
  }

  /** The whole table of section 4 once more, in the body of a loop and with a computed ID. */
  @Test
  void loopsMayDependOnASubstitutedId() {
    String loop =
        """
        {"Resources":{"Fn::ForEach::E":["Env",["a"],{"Ecr${Env}":%s,\
        "T${Env}":{"Type":"T","DependsOn":{"Fn::Sub":"Ecr${Env}"}}}]}}\
        """
            .formatted(SHORTHAND.formatted(""));
    assertThat(expand(loop))
        .contains(
            "\"DependsOn\":[{\"Fn::Sub\":\"Ecr${Env}EcrDkrEndpoint\"},"
                + "{\"Fn::Sub\":\"Ecr${Env}EcrApiEndpoint\"},{\"Fn::Sub\":\"Ecr${Env}S3Endpoint\"}]");
  }

  private static String template(String shorthand) {
    return "{\"Resources\":{\"EcrAccess\":" + shorthand + "}}";
  }

  private static String withOutput(String value) {
    return template(SHORTHAND.formatted(""))
        .replaceFirst(
            "}$", ",\"Outputs\":{\"O\":{\"Value\":%s}}}".formatted(value.replace("$", "\\$")));
  }

  private static String templateWithTopics(int count) {
    StringBuilder topics = new StringBuilder();
    for (int i = 0; i < count; i++) {
      topics.append(",\"T").append(i).append("\":{\"Type\":\"AWS::SNS::Topic\"}");
    }
    return "{\"Resources\":{\"EcrAccess\":" + SHORTHAND.formatted("") + topics + "}}";
  }

  private static String expand(String template) {
    return switch (run(template)) {
      case Expansion.Expanded expanded -> JsonText.compact(expanded.template());
      case Expansion.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  private static String problems(String template) {
    return switch (run(template)) {
      case Expansion.Expanded expanded -> "";
      case Expansion.Rejected(List<Problem> problems) ->
          String.join("\n", problems.stream().map(Problem::toString).toList());
    };
  }

  private static Expansion run(String template) {
    try {
      return Expander.expand((Json.Obj) JsonText.read(template), DEPLOYMENT);
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }
}
