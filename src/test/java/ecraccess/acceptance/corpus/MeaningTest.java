package ecraccess.acceptance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge of the reproductions: neither too lenient nor too strict. */
class MeaningTest {
  private static final Json.Obj TEMPLATE =
      json("{'Resources': {'Vpc': {'Type': 'AWS::EC2::VPC'}}}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'ServiceName': 'com.amazonaws.eu-west-1.s3' | 'ServiceName': {'Fn::Sub':"
            + " 'com.amazonaws.${AWS::Region}.s3'}",
        "'ServiceName': 'com.amazonaws.eu-west-1.s3' | 'ServiceName': {'Fn::Join': ['.',"
            + " ['com.amazonaws', {'Ref': 'AWS::Region'}, 's3']]}",
        "'ServiceName': 'com.amazonaws.eu-west-1.s3' | 'ServiceName': {'Fn::Sub':"
            + " ['com.amazonaws.${R}.s3', {'R': {'Ref': 'AWS::Region'}}]}",
        "'ServiceName': {'Ref': 'Name'}              | 'ServiceName': {'Fn::Sub': '${Name}'}",
        "'VpcEndpointType': 'Gateway'                | ",
        "'PrivateDnsEnabled': false                  | ",
        "'PrivateDnsEnabled': 'true'                 | 'PrivateDnsEnabled': true",
        "'Tags': {'Ref': 'AWS::NoValue'}             | ",
        "'VpcId': {'Ref': 'Vpc'}                     | 'VpcId': {'Fn::GetAtt': 'Vpc.VpcId'}",
        "'SubnetIds': ['a', {'Ref': 'B'}]            | 'SubnetIds': [{'Fn::Sub': '${B}'}, 'a',"
            + " 'a']",
        "'PolicyDocument': {'A': [1]}                | 'PolicyDocument': '{\"A\": [1]}'",
      })
  void equal(String one, String other) {
    assertThat(meaning(one)).isEqualTo(meaning(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'ServiceName': 'com.amazonaws.us-east-1.s3' | 'ServiceName': {'Fn::Sub':"
            + " 'com.amazonaws.${AWS::Region}.s3'}",
        "'ServiceName': 'com.amazonaws.eu-west-1.s3' | 'ServiceName': {'Fn::Sub':"
            + " 'com.amazonaws.${Region}.s3'}",
        "'ServiceName': 'com.amazonaws.eu-west-1.s3' | 'ServiceName': {'Fn::Sub':"
            + " 'com.amazonaws.${!AWS::Region}.s3'}",
        "'VpcEndpointType': 'Interface'              | ",
        "'PrivateDnsEnabled': true                   | ",
        "'Tags': []                                  | ",
        "'Tags': ['a', 'b']                          | 'Tags': ['b', 'a']",
        "'VpcId': {'Ref': 'Vpc'}                     | 'VpcId': {'Fn::GetAtt': 'Vpc.CidrBlock'}",
        "'SubnetIds': ['a']                          | 'SubnetIds': ['a', 'b']",
        "'SubnetIds': ['a']                          | 'SubnetIds': 'a'",
        "'PolicyDocument': {'A': [1, 2]}             | 'PolicyDocument': {'A': [2, 1]}",
      })
  void different(String one, String other) {
    assertThat(meaning(one)).isNotEqualTo(meaning(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'Condition': 'C'", "'DependsOn': 'A'", "'DeletionPolicy': 'Retain'"})
  void attributesAreExact(String attribute) {
    Meaning meaning = new Meaning(TEMPLATE, "eu-west-1");

    assertThat(meaning.of(json("{'Properties': {}, " + attribute + "}")))
        .isNotEqualTo(meaning.of(json("{'Properties': {}}")));
  }

  private static Json meaning(String properties) {
    return new Meaning(TEMPLATE, "eu-west-1")
        .of(json("{'Properties': {" + (properties == null ? "" : properties) + "}}"));
  }

  /** JSON in single quotes; what is in double quotes is inside a string. */
  private static Json.Obj json(String text) {
    try {
      return (Json.Obj) JsonText.read(text.replace("\"", "\\\"").replace('\'', '"'));
    } catch (MalformedJson e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
