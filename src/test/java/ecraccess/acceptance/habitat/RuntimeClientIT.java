package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.acceptance.habitat.Events.Event;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The built package under AWS's runtime interface client. All tests talk to one process, as calls
 * of a warm function do, so a call that leaves something behind fails a later one.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime client has no other native library")
class RuntimeClientIT {
  @TempDir private static Path scratch;
  private static RuntimeClient macro;

  @BeforeAll
  static void start() throws Exception {
    macro = new RuntimeClient(SamBuild.macroFunction(), scratch);
  }

  @AfterAll
  static void stop() {
    macro.close();
  }

  @ParameterizedTest
  @MethodSource("ecraccess.acceptance.habitat.Events#all")
  void everyEventIsAnsweredAsItsReadmeSays(Event event) throws Exception {
    Answer answer = answer(event.body());

    assertThat(answer.status())
        .as("%s", answer.message())
        .isEqualTo(Events.documented().get(event.name()));
    assertThat(answer.requestId())
        .isEqualTo(((Json.Obj) JsonText.read(event.body())).get("requestId"));
  }

  @ParameterizedTest
  @CsvSource({
    "problems.json, found 3 problems",
    "snippet.json, Transform",
    "params.json, parameters",
    "resources-list.json, Resources",
    "no-fragment.json, fragment",
    "fragment-list.json, fragment",
  })
  void aFailureSaysWhatIsWrong(String event, String words) throws Exception {
    assertThat(answer(Events.named(event).body()).message())
        .contains(words)
        .doesNotContain("bug")
        .doesNotEndWith(".");
  }

  @Test
  void aTemplateWithoutTheShorthandComesBackAsItWas() throws Exception {
    byte[] event = Events.named("no-shorthand.json").body();
    Json.Obj sent = (Json.Obj) JsonText.read(event);

    assertThat(text(answer(event).fragment())).isEqualTo(text(sent.get("fragment")));
  }

  static Stream<Named<String>> notEvents() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    return Stream.of(
        Named.of("nothing", ""),
        Named.of("blanks", " \n "),
        Named.of("no JSON", "<html>"),
        Named.of("half an event", "{\"requestId\":\"half\",\"fragment\":{\"Resources\":{"),
        Named.of("null", "null"),
        Named.of("an array", "[]"),
        Named.of("a number", "1"),
        Named.of("an empty object", "{}"),
        Named.of("a requestId that is no string", "{\"requestId\":{\"a\":[1]},\"fragment\":3}"),
        Named.of("10,000 levels", deep),
        Named.of("10,000 levels in a template", event("{\"Resources\":%s}".formatted(deep))),
        Named.of("a template of 5 MB", event(template(5_000_000))));
  }

  @ParameterizedTest
  @MethodSource("notEvents")
  void whateverArrivesIsAnsweredWithAFailure(String body) throws Exception {
    Answer answer = answer(body.getBytes(StandardCharsets.UTF_8));

    assertThat(answer.status()).isEqualTo("failure");
    assertThat(answer.message()).isNotBlank().doesNotEndWith(".");
  }

  @Test
  void bytesThatAreNoTextAreAnsweredWithAFailure() throws Exception {
    assertThat(answer(new byte[] {(byte) 0xff, 0, (byte) 0xc3}).status()).isEqualTo("failure");
  }

  @Test
  void aRequestWithoutAnIdIsAnsweredToo() throws Exception {
    answer("{\"fragment\":{\"Resources\":{}},\"params\":{}}".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFailureCarriesTheIdOfARequestThatIsOtherwiseBroken() throws Exception {
    Answer answer =
        answer("{\"requestId\":\"half\",\"fragment\":".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.requestId()).contains(new Json.Str("half"));
  }

  @Test
  void theSameEventGetsTheSameBytesEveryTime() throws Exception {
    byte[] event = Events.named("success.json").body();
    byte[] first = macro.invoke(event);

    for (int i = 0; i < 100; i++) {
      assertThat(macro.invoke(event)).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"Resources\":{}}", "{\"Resources\":{\"Hidden\":\"Hidden\"}}", "\"Hidden\""})
  void theLogShowsNothingOfATemplateOrItsParameters(String fragment) throws Exception {
    String event =
        event(fragment)
            .replace(
                "\"templateParameterValues\":{}",
                "\"templateParameterValues\":{\"Password\":\"Hidden\"}");

    answer(event.getBytes(StandardCharsets.UTF_8));

    // Not doesNotContain(): it would print the whole log, which may hold a template of 5 MB.
    assertThat(macro.log().contains("Hidden")).isFalse();
  }

  private static Answer answer(byte[] event) throws Exception {
    return Answer.read(macro.invoke(event));
  }

  private static String text(Optional<Json> value) {
    return JsonText.compact(value.orElseThrow());
  }

  private static String event(String fragment) {
    return """
    {"accountId":"111111111111","fragment":%s,"transformId":"111111111111::PrivateEcrAccess",\
    "requestId":"made","region":"eu-west-1","params":{},"templateParameterValues":{}}\
    """
        .formatted(fragment);
  }

  private static String template(int size) {
    return "{\"Resources\":{\"Big\":{\"Type\":\"A::B::C\",\"Properties\":{\"Text\":\"%s\"}}}}"
        .formatted("x".repeat(size));
  }
}
