package ecraccess.core.cfn;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopsTest {
  private static Template template(String resources) throws MalformedJson {
    return new Template((Json.Obj) JsonText.read("{\"Resources\": " + resources + "}"));
  }

  private static String unrolled(String resources) throws MalformedJson {
    return JsonText.compact(
        Loops.unrolled(template(resources)).template().root().get("Resources").orElseThrow());
  }

  @Test
  void eachItemGivesAMember() throws MalformedJson {
    assertThat(
            unrolled(
                """
                {"Fn::ForEach::Zones": ["Z", ["a", "b"], {"Subnet${Z}": {"Zone": {"Ref": "Z"}, "Name": {"Fn::Sub": "net-${Z}"}}}]}\
                """))
        .isEqualTo(
            """
            {"Subneta":{"Zone":"a","Name":{"Fn::Sub":"net-a"}},"Subnetb":{"Zone":"b","Name":{"Fn::Sub":"net-b"}}}\
            """);
  }

  @Test
  void namesThatFunctionsGaveBecomePlain() throws MalformedJson {
    assertThat(
            unrolled(
                """
                {"Fn::ForEach::L": ["Z", ["1"], {"A${Z}": {"S": {"Ref": {"Fn::Sub": "Subnet${Z}"}}, "G": {"Fn::GetAtt": [{"Fn::Sub": "T${Z}"}, "Arn"]}}}]}\
                """))
        .isEqualTo(
            "{\"A1\":{\"S\":{\"Ref\":\"Subnet1\"},\"G\":{\"Fn::GetAtt\":[\"T1\",\"Arn\"]}}}");
  }

  @Test
  void anAmpersandLeavesOutWhatNamesMayNotHave() throws MalformedJson {
    assertThat(
            unrolled(
                "{\"Fn::ForEach::L\": [\"Z\", [\"eu-west-1\"], {\"A&{Z}\": {\"Fn::Sub\":"
                    + " \"${Z}\"}}]}"))
        .isEqualTo("{\"Aeuwest1\":{\"Fn::Sub\":\"eu-west-1\"}}");
  }

  @Test
  void loopsInLoopsUnrollToo() throws MalformedJson {
    assertThat(
            unrolled(
                """
                {"Fn::ForEach::O": ["X", ["a", "b"], {"Fn::ForEach::I${X}": ["Y", ["1", "2"], {"R${X}${Y}": {"Ref": "X"}}]}]}\
                """))
        .isEqualTo("{\"Ra1\":\"a\",\"Ra2\":\"a\",\"Rb1\":\"b\",\"Rb2\":\"b\"}");
  }

  @Test
  void whatCannotBeUnrolledStays() throws MalformedJson {
    for (String loop :
        new String[] {
          "{\"Fn::ForEach::L\":[\"Z\",{\"Ref\":\"Zones\"},{\"A${Z}\":1}]}",
          "{\"Fn::ForEach::L\":[\"Z\",[\"a\"]]}",
          "{\"Fn::ForEach::L\":[\"Z\",[\"a\",\"b\"],{\"Same\":1}]}",
          "{\"Aa\":0,\"Fn::ForEach::L\":[\"Z\",[\"a\"],{\"A${Z}\":1}]}"
        }) {
      assertThat(unrolled(loop)).isEqualTo(loop);
    }
  }

  @Test
  void noLoopMakesMoreThanATemplateMayHave() throws MalformedJson {
    String items =
        IntStream.range(0, 501).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(","));
    String loop = "{\"Fn::ForEach::L\":[\"Z\",[" + items + "],{\"A${Z}\":1}]}";
    assertThat(unrolled(loop)).isEqualTo(loop);
  }

  @Test
  void placesLeadBackIntoTheLoop() throws MalformedJson {
    Loops.Unrolled unrolled =
        Loops.unrolled(template("{\"Fn::ForEach::L\": [\"Z\", [\"a\"], {\"A${Z}\": {\"P\": 1}}]}"));
    assertThat(unrolled.origin(JsonPath.of("Resources", "Aa", "P")))
        .hasToString("Resources.Fn::ForEach::L[2].A${Z}.P");
    assertThat(unrolled.origin(JsonPath.of("Resources", "Other"))).hasToString("Resources.Other");
  }
}
