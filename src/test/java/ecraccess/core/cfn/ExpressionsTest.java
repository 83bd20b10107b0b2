package ecraccess.core.cfn;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {
  private static final Expressions EXPRESSIONS =
      new Expressions(
          new Template(
              read(
                  """
                  {"Resources":{"Net":{"Type":"AWS::EC2::Subnet"},"Vpc":{"Type":"AWS::EC2::VPC"}}}\
                  """)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"a\" | {\"Fn::Sub\":\"a\"}",
        "{\"Ref\":\"Net\"} | {\"Fn::Sub\":\"${Net}\"}",
        "{\"Ref\":\"Net\"} | {\"Fn::GetAtt\":[\"Net\",\"SubnetId\"]}",
        "{\"Ref\":\"Net\"} | {\"Fn::GetAtt\":\"Net.SubnetId\"}",
        "{\"Ref\":\"Net\"} | {\"Fn::Sub\":\"${Net.SubnetId}\"}",
        "{\"Ref\":\"Net\"} | {\"Fn::Join\":[\"\",[{\"Ref\":\"Net\"}]]}",
        "{\"Ref\":\"Net\"} | {\"Fn::Sub\":[\"${X}\",{\"X\":{\"Ref\":\"Net\"}}]}",
        "{\"Fn::GetAtt\":\"A.B.C\"} | {\"Fn::GetAtt\":[\"A\",\"B.C\"]}",
        "{\"Fn::Sub\":\"${E}-vpc\"} | {\"Fn::Join\":[\"-\",[{\"Ref\":\"E\"},\"vpc\"]]}",
        "{\"Fn::Sub\":\"${E}-vpc\"} | {\"Fn::Sub\":[\"${P}-vpc\",{\"P\":{\"Ref\":\"E\"}}]}",
        "{\"Fn::ImportValue\":{\"Fn::Sub\":\"${E}-a-b\"}} |"
            + " {\"Fn::ImportValue\":{\"Fn::Join\":[\"-\",[{\"Ref\":\"E\"},\"a\",\"b\"]]}}",
        "{\"Fn::Sub\":\"${!E}\"} | \"${E}\"",
        "{\"Fn::If\":[\"C\",{\"Ref\":\"Net\"},1]} |"
            + " {\"Fn::If\":[\"C\",{\"Fn::Sub\":\"${Net}\"},1]}",
      })
  void spellingsOfTheSameAreTheSame(String one, String other) {
    assertThat(EXPRESSIONS.same(read(one), read(other))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Net\" | {\"Ref\":\"Net\"}",
        "{\"Ref\":\"Net\"} | {\"Ref\":\"Net2\"}",
        "{\"Ref\":\"Net\"} | {\"Fn::GetAtt\":[\"Net\",\"VpcId\"]}",
        "{\"Ref\":\"Net\"} | {\"Fn::GetAtt\":[\"Other\",\"SubnetId\"]}",
        "{\"Fn::Sub\":\"${E}-vpc\"} | {\"Fn::Sub\":\"${E}_vpc\"}",
        "{\"Fn::Sub\":\"${!E}\"} | {\"Ref\":\"E\"}",
        "{\"Fn::Sub\":[\"${E}\",{\"E\":\"x\"}]} | {\"Ref\":\"E\"}",
        "{\"Fn::Join\":[\",\",[\"a\",\"b\"]]} | \"ab\"",
        "{\"Fn::Join\":[\"\",{\"Ref\":\"List\"}]} | {\"Ref\":\"List\"}",
        "1 | \"1\"",
      })
  void whatMayDifferIsNotTheSame(String one, String other) {
    assertThat(EXPRESSIONS.same(read(one), read(other))).isFalse();
  }

  @SuppressWarnings("unchecked")
  private static <T extends Json> T read(String text) {
    try {
      return (T) JsonText.read(text);
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }
}
