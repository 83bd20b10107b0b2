package ecraccess.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.10",
        "-0",
        "-0.0",
        "1E400",
        "1e+5",
        "9223372036854775808",
        "1180591620717411303424",
        "0.1000000000000000000000000000000000001",
        "null",
        "true",
        "\"\"",
        "\"401\"",
        "\"a\\nb\"",
        "\"é📦\"",
        "[]",
        "{}",
        "[1,[2,[3]],null]",
        "{\"z\":1,\"a\":null,\"m\":{\"b\":2,\"a\":1}}"
      })
  void whatIsReadIsWrittenAlike(String text) throws MalformedJson {
    assertThat(JsonText.compact(JsonText.read(text))).isEqualTo(text);
  }

  @Test
  void prettyTextIsIndentedByTwoAndReadsTheSame() throws MalformedJson {
    Json value = JsonText.read("{\"a\":[1,{}],\"b\":\"<&'\"}");
    assertThat(JsonText.pretty(value))
        .isEqualTo("{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": \"<&'\"\n}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|no JSON value",
        "{\"a\":1|not valid JSON: line 1, column 7, at $.a",
        "[1,]|not valid JSON: line 1, column 5, at $[1]",
        "{'a':1}|not valid JSON: line 1, column 3, at $",
        "NaN|not valid JSON: line 1, column 1, at $",
        "01|not valid JSON: line 1, column 1, at $",
        "1 2|not valid JSON: line 1, column 4, at $",
        "{\"a\":1,\"a\":2}|expected each name once in an object, found one twice at $.a",
        "\"\\ud800\"|not valid JSON",
      })
  void whatIsNoJsonIsRefused(String text, String reason) {
    assertThat(refused(text.getBytes(StandardCharsets.UTF_8)).describe()).startsWith(reason);
  }

  @Test
  void whatIsNoUtf8IsRefused() {
    assertThat(refused(new byte[] {'"', (byte) 0xC3, '"'}).reason()).isEqualTo("not UTF-8 text");
  }

  @Test
  void asManyLevelsAsAllowedAreRead() throws MalformedJson {
    String text = "[".repeat(JsonText.MAX_DEPTH) + "]".repeat(JsonText.MAX_DEPTH);
    assertThat(JsonText.compact(JsonText.read(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {JsonText.MAX_DEPTH + 1, 10_000, 1_000_000})
  void moreLevelsAreRefusedAndTheRestIsStillRead(int levels) {
    String deep = "[".repeat(levels - 1) + "]".repeat(levels - 1);
    MalformedJson refused =
        refused(("{\"deep\":" + deep + ",\"id\":\"7\"}").getBytes(StandardCharsets.UTF_8));
    assertThat(refused.reason()).isEqualTo("expected at most 400 levels of nesting, found more");
    assertThat(refused.partial().get("id")).contains(new Json.Str("7"));
  }

  @Test
  void whatWasReadBeforeTheFaultIsKept() {
    MalformedJson refused = refused("{\"id\":\"7\",\"x\":[1,".getBytes(StandardCharsets.UTF_8));
    assertThat(refused.partial().members()).isEqualTo(Map.of("id", new Json.Str("7")));
  }

  @Test
  void mappingChildrenKeepsWhatDidNotChange() throws MalformedJson {
    Json before = JsonText.read("{\"a\":[1,2],\"b\":3}");
    assertThat(before.mapChildren((step, child) -> child)).isSameAs(before);
    Json after =
        before.mapChildren((step, child) -> child instanceof Json.Num ? new Json.Null() : child);
    assertThat(JsonText.compact(after)).isEqualTo("{\"a\":[1,2],\"b\":null}");
    assertThat(((Json.Obj) after).members().get("a"))
        .isSameAs(((Json.Obj) before).members().get("a"));
  }

  @Test
  void pathsReadAsOneWritesThem() {
    JsonPath path = JsonPath.of("Resources", "Net", "Properties", "SubnetIds").element(0);
    assertThat(path).hasToString("Resources.Net.Properties.SubnetIds[0]");
    assertThat(JsonPath.of("Overrides", "ecr.dkr", "Tags"))
        .hasToString("Overrides[\"ecr.dkr\"].Tags");
    assertThat(path.steps()).hasSize(5).last().isEqualTo(new JsonPath.Step.Element(0));
    assertThat(JsonPath.ROOT.steps()).isEqualTo(List.of());
  }

  private static MalformedJson refused(byte[] text) {
    return catchThrowableOfType(MalformedJson.class, () -> JsonText.read(text));
  }
}
