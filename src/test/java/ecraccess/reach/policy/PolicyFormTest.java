package ecraccess.reach.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFormTest {
  private static final String GOOD =
      "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':'*','Action':['s3:*','*'],'Resource':'*','Condition':{'Bool':{'aws:SecureTransport':true}}}]}";

  private static Json json(String text) {
    try {
      return JsonText.read(text.replace('\'', '"'));
    } catch (MalformedJson e) {
      throw new AssertionError(text, e);
    }
  }

  @Test
  void findsNothingInAGoodPolicy() {
    assertThat(PolicyForm.faults(json(GOOD))).isEmpty();
    assertThat(PolicyForm.faults(new Json.Str(GOOD.replace('\'', '"')))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'2012-10-17' | '2024-01-01' | Version | 2012-10-17",
        "'Version' | 'Versions' | Versions | did you mean Version",
        "'Statement' | 'Statements' | Statements | did you mean Statement",
        "'Effect':'Allow' | 'Effect':'allow' | Statement[0].Effect | Allow or Deny",
        "'Effect':'Allow', | | Statement[0] | no Effect",
        "'Principal':'*', | | Statement[0] | expected Principal",
        "'Principal' | 'Principals' | Statement[0].Principals | did you mean Principal",
        "'Resource':'*' | 'Resource':'*','NotResource':'x' | Statement[0].NotResource | found both",
        "'s3:*' | 'GetObject' | Statement[0].Action[0] | put the service in front",
        "'Bool' | 'Boolean' | Statement[0].Condition.Boolean | operator of IAM",
        "'Bool' | 'StringEqual' | Statement[0].Condition.StringEqual | did you mean StringEquals",
      })
  void findsWhatBreaksTheGrammar(String written, String instead, String path, String text) {
    String bad = GOOD.replace(written, instead == null ? "" : instead);
    assertThat(PolicyForm.faults(json(bad)))
        .anySatisfy(fault -> {
          assertThat(fault.path()).hasToString(path);
          assertThat(fault.text()).contains(text);
        });
    assertThat(PolicyForm.faults(new Json.Str(bad.replace('\'', '"'))))
        .anySatisfy(fault -> assertThat(fault.text()).contains(text).contains("(at " + path + ")"));
  }

  @Test
  void findsWhatIsNoPolicy() {
    assertThat(PolicyForm.faults(json("[]"))).hasSize(1);
    assertThat(PolicyForm.faults(json("{}"))).hasSize(1);
    assertThat(PolicyForm.faults(json("{'Statement':['x']}"))).hasSize(1);
    assertThat(PolicyForm.faults(new Json.Str("{"))).hasSize(1);
    assertThat(PolicyForm.faults(new Json.Str("\"{}\""))).isNotEmpty();
  }

  @Test
  void takesForRightWhatOnlyTheDeploymentKnows() {
    assertThat(PolicyForm.faults(json("{'Ref':'Policy'}"))).isEmpty();
    assertThat(PolicyForm.faults(json("{'Statement':{'Fn::GetAtt':['A','B']}}"))).isEmpty();
    assertThat(PolicyForm.faults(json(GOOD.replace("'Allow'", "{'Ref':'E'}")))).isEmpty();
  }
}
