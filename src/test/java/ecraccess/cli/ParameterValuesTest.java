package ecraccess.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterValuesTest {
  private static final String PARAMETERS =
      """
      {"Parameters": {
        "Stage": {"Type": "String", "AllowedValues": ["dev", "prod", 1]},
        "Port": {"Type": "Number", "Default": 1.10},
        "Flag": {"Type": "String", "Default": true},
        "Zones": {"Type": "CommaDelimitedList", "AllowedValues": ["a", "b"]},
        "Subnets": {"Type": "List<AWS::EC2::Subnet::Id>", "Default": "subnet-1, subnet-2"},
        "Image": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/image"},
        "Hosts": {"Type": "AWS::SSM::Parameter::Value<List<String>>", "Default": "/hosts"}
      }}
      """;

  private static ParameterValues values(String... given) throws MalformedJson {
    Map<String, String> all = new LinkedHashMap<>();
    for (int i = 0; i < given.length; i += 2) {
      all.put(given[i], given[i + 1]);
    }
    return new ParameterValues((Json.Obj) JsonText.read(PARAMETERS), all);
  }

  @Test
  void defaultsAreFilledIn() throws MalformedJson {
    assertThat(JsonText.compact(values().resolved()))
        .isEqualTo("{\"Port\":\"1.10\",\"Flag\":\"true\",\"Subnets\":[\"subnet-1\",\"subnet-2\"]}");
  }

  @Test
  void givenValuesComeBeforeDefaults() throws MalformedJson {
    ParameterValues values =
        values("Hosts", "x,y", "Port", "80", "Zones", "b", "Stage", "1", "Image", "i");

    assertThat(values.problems()).isEmpty();
    assertThat(JsonText.compact(values.resolved()))
        .isEqualTo(
            "{\"Stage\":\"1\",\"Port\":\"80\",\"Flag\":\"true\",\"Zones\":[\"b\"],"
                + "\"Subnets\":[\"subnet-1\",\"subnet-2\"],\"Image\":\"i\",\"Hosts\":[\"x\",\"y\"]}");
  }

  @Test
  void unknownNamesAndValuesThatAreNotAllowedAreProblems() throws MalformedJson {
    assertThat(values("Stag", "dev", "Stage", "test", "Zones", "a, c", "Xyz", "1").problems())
        .map(Object::toString)
        .containsExactly(
            "Parameters.Stag: not a parameter of this template, did you mean Stage?",
            "Parameters.Stage: expected one of dev, prod, 1, found \"test\"",
            "Parameters.Zones: expected one of a, b, found \"c\"",
            "Parameters.Xyz: not a parameter of this template");
  }
}
