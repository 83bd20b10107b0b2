package ecraccess.core.cfn;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralityTest {
  private static final String TEMPLATE =
      """
      {"Parameters": {
        "One": {"Type": "AWS::EC2::Subnet::Id"},
        "Many": {"Type": "List<AWS::EC2::Subnet::Id>"},
        "Commas": {"Type": "CommaDelimitedList"},
        "Stored": {"Type": "AWS::SSM::Parameter::Value<String>"},
        "StoredMany": {"Type": "AWS::SSM::Parameter::Value<List<String>>"},
        "StoredCommas": {"Type": "AWS::SSM::Parameter::Value<CommaDelimitedList>"}},
       "Resources": {"Subnet": {"Type": "AWS::EC2::Subnet"}}}\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"a\" | ONE",
        "[] | LIST",
        "{\"Ref\": \"One\"} | ONE",
        "{\"Ref\": \"Many\"} | LIST",
        "{\"Ref\": \"Commas\"} | LIST",
        "{\"Ref\": \"Stored\"} | ONE",
        "{\"Ref\": \"StoredMany\"} | LIST",
        "{\"Ref\": \"StoredCommas\"} | LIST",
        "{\"Ref\": \"Subnet\"} | ONE",
        "{\"Ref\": \"Elsewhere\"} | OPEN",
        "{\"Fn::Split\": [\",\", \"a\"]} | LIST",
        "{\"Fn::GetAZs\": \"\"} | LIST",
        "{\"Fn::Sub\": \"a\"} | ONE",
        "{\"Fn::GetAtt\": [\"Subnet\", \"Ipv6CidrBlocks\"]} | OPEN",
        "{\"Fn::ImportValue\": \"x\"} | OPEN",
        "{\"Fn::If\": [\"C\", {\"Ref\": \"One\"}, {\"Ref\": \"AWS::NoValue\"}]} | ONE",
        "{\"Fn::If\": [\"C\", {\"Ref\": \"One\"}, {\"Ref\": \"Many\"}]} | OPEN"
      })
  void tellsOneFromMany(String value, Plurality expected) throws MalformedJson {
    assertThat(Plurality.of(JsonText.read(value), new Template((Json.Obj) JsonText.read(TEMPLATE))))
        .isEqualTo(expected);
  }
}
