package ecraccess.core.cfn;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"vpc-1\" | vpc-1",
        "{\"Ref\": \"Vpc\"} | !Ref Vpc",
        "{\"Fn::GetAtt\": [\"Vpc\", \"VpcId\"]} | !GetAtt Vpc.VpcId",
        "{\"Fn::GetAtt\": \"Vpc.VpcId\"} | !GetAtt Vpc.VpcId",
        "{\"Fn::Sub\": \"${Env}-${Vpc.VpcId}-${!x}\"} | !Sub ${Env}-${Vpc.VpcId}-${!x}",
        "{\"Fn::Join\": [\"-\", [\"a\", {\"Ref\": \"B\"}]]} | !Sub a-${B}",
        "{\"Fn::ImportValue\": {\"Ref\": \"Name\"}} | !ImportValue !Ref Name",
        "{\"Fn::Split\": [\",\", \"a b\"]} | !Split [\",\", \"a b\"]",
        "[1, true, null] | [1, true, null]",
        "{\"a\": {\"Ref\": \"B\"}, \"c\": []} | {a: !Ref B, c: []}",
      })
  void isWhatItsAuthorWouldWrite(String json, String text) throws MalformedJson {
    assertThat(ExpressionText.of(JsonText.read(json))).isEqualTo(text);
  }

  @Test
  void isShortAndStillDifferentForWhatDiffers() {
    String one = ExpressionText.of(new Json.Str("x".repeat(500) + "1"));
    String other = ExpressionText.of(new Json.Str("x".repeat(500) + "2"));

    assertThat(one).hasSizeLessThan(110).startsWith("xxx").isNotEqualTo(other);
  }
}
