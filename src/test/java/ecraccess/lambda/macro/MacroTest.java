package ecraccess.lambda.macro;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MacroTest {
  private static final String SHORTHAND =
      """
      {"Type":"PrivateEcrAccess","Properties":{"VpcId":"secret-vpc","SubnetIds":["subnet-1"],\
      "SecurityGroupIds":["sg-1"],"RouteTableIds":["rtb-1"]}}\
      """;

  private final List<String> log = new ArrayList<>();
  private final Macro macro = new Macro(entry -> log.add(JsonText.compact(entry)));

  @Test
  void aTemplateIsAnsweredWithTheRequestsOwnId() throws MalformedJson {
    Json.Obj answer = answer(event("{\"Resources\":{\"Ecr\":" + SHORTHAND + "}}", ""));
    assertThat(answer.members().keySet()).containsExactly("requestId", "status", "fragment");
    assertThat(answer.get("requestId")).contains(new Json.Str("r-1"));
    assertThat(answer.get("status")).contains(new Json.Str("success"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|lambda-1|PrivateEcrAccess cannot read the request as a macro event: no JSON value",
        "nonsense|lambda-1|PrivateEcrAccess cannot read the request as a macro event: not valid"
            + " JSON: line 1, column 1, at $",
        "[1]|lambda-1|PrivateEcrAccess cannot read the request as a macro event: expected an"
            + " object, found a list",
        "{}|lambda-1|PrivateEcrAccess cannot read the request as a macro event: expected a template"
            + " as its fragment, found none",
        "{\"requestId\":\"r-1\",\"fragment\":[]}|r-1|PrivateEcrAccess cannot read the request as a"
            + " macro event: expected a template as its fragment, found an empty list",
        "{\"requestId\":\"r-1\",\"fragment\":{|r-1|PrivateEcrAccess cannot read the request as a"
            + " macro event: not valid JSON: line 1, column 32, at $.fragment",
        "{\"requestId\":7,\"fragment\":null}|lambda-1|PrivateEcrAccess cannot read the request as a"
            + " macro event: expected a template as its fragment, found null",
        "{\"requestId\":\"r-1\",\"fragment\":{}}|r-1|PrivateEcrAccess found 1 problem¶Resources:"
            + " missing, expected a whole template; if PrivateEcrAccess was called with"
            + " Fn::Transform, name it in the template's Transform section instead",
        "{\"requestId\":\"r-1\",\"params\":{\"A\":1,\"B\":2},\"fragment\":{\"Resources\":{}}}|r-1|PrivateEcrAccess"
            + " found 1 problem¶Transform: PrivateEcrAccess takes no parameters, found A, B",
      })
  void whateverArrivesIsAnswered(String request, String requestId, String message)
      throws MalformedJson {
    Json.Obj answer = answer(request);
    assertThat(answer.members().keySet()).containsExactly("requestId", "status", "errorMessage");
    assertThat(answer.get("requestId")).contains(new Json.Str(requestId));
    assertThat(answer.get("status")).contains(new Json.Str("failure"));
    assertThat(answer.get("errorMessage")).contains(new Json.Str(message.replace("¶", "\n")));
  }

  @Test
  void tenThousandLevelsAreAnsweredWithTheRequestsOwnId() throws MalformedJson {
    String deep = "{\"Resources\":{\"X\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}}";
    Json.Obj answer = answer(event(deep, ""));
    assertThat(answer.get("requestId")).contains(new Json.Str("r-1"));
    assertThat(message(answer))
        .isEqualTo(
            "PrivateEcrAccess cannot read the request as a macro event: expected at most 400 levels"
                + " of nesting, found more");
  }

  @Test
  void deepestAllowedNestingPassesThrough() throws MalformedJson {
    int levels = JsonText.MAX_DEPTH - 3;
    String deep = "{\"Resources\":{\"X\":" + "[".repeat(levels) + "]".repeat(levels) + "}}";
    assertThat(answer(event(deep, "")).get("status")).contains(new Json.Str("success"));
  }

  @Test
  void aLongReportIsCutBetweenProblemsAndSaysHowManyAreMissing() throws MalformedJson {
    StringBuilder resources = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      resources
          .append(i == 0 ? "" : ",")
          .append("\"R")
          .append(i)
          .append("\":{\"Type\":\"PrivateEcrAccess\"}");
    }
    String message = message(answer(event("{\"Resources\":{" + resources + "}}", "")));
    assertThat(message)
        .startsWith("PrivateEcrAccess found 400 problems\nResources.R0.Properties.VpcId: ");
    assertThat(message.length()).isBetween(7_900, 8_020);
    String[] lines = message.split("\n");
    assertThat(lines[lines.length - 1]).isEqualTo("and %d more".formatted(402 - lines.length));
    assertThat(message).doesNotEndWith(".");
  }

  @Test
  void theLogTellsIdsAndCountsButNoValues() throws MalformedJson {
    answer(
        event(
            "{\"Resources\":{\"Ecr\":" + SHORTHAND + "}}",
            ",\"templateParameterValues\":{\"P\":\"secret\"}"));
    answer(
        event(
            "{\"Resources\":{\"Ecr\":{\"Type\":\"PrivateEcrAccess\",\"Properties\":{\"VpcId\":{\"secret\":1}}}}}",
            ""));
    assertThat(log)
        .containsExactly(
            "{\"requestId\":\"r-1\",\"outcome\":\"expanded\",\"shorthands\":[\"Ecr\"]}",
            "{\"requestId\":\"r-1\",\"outcome\":\"rejected\",\"problems\":2}");
  }

  @Test
  void aBugOfOursIsAnsweredAsSuch() throws MalformedJson {
    List<Json.Obj> entries = new ArrayList<>();
    Macro broken =
        new Macro(entry -> {
          entries.add(entry);
          if (entries.size() == 1) {
            throw new IllegalStateException("quotes the template: secret");
          }
        });
    byte[] request = event("{\"Resources\":{}}", "").getBytes(StandardCharsets.UTF_8);
    Json.Obj answer = (Json.Obj) JsonText.read(broken.answer(request, "lambda-1"));
    assertThat(message(answer))
        .isEqualTo(
            "PrivateEcrAccess failed by a bug of its own, not by an error in the template;"
                + " the log of the macro's function tells more under request r-1");
    assertThat(JsonText.compact(entries.getLast()))
        .contains("java.lang.IllegalStateException", "ecraccess.lambda.macro.Macro.")
        .doesNotContain("secret");
  }

  private static String event(String fragment, String more) {
    return "{\"accountId\":\"111122223333\",\"fragment\":%s,\"transformId\":\"111122223333::PrivateEcrAccess\",\"requestId\":\"r-1\",\"region\":\"eu-west-1\",\"params\":{}%s}"
        .formatted(fragment, more);
  }

  private static String message(Json.Obj answer) {
    return ((Json.Str) answer.get("errorMessage").orElseThrow()).value();
  }

  private Json.Obj answer(String request) throws MalformedJson {
    return (Json.Obj)
        JsonText.read(macro.answer(request.getBytes(StandardCharsets.UTF_8), "lambda-1"));
  }
}
