package ecraccess.customresource;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.json.Json;
import ecraccess.json.JsonText;
import ecraccess.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
  private static final Request REQUEST =
      Request.read(Requests.create("u", "vpc-found").getBytes(StandardCharsets.UTF_8));

  @Test
  void dataThatFitToTheLastByteAreAnswered() {
    int room = Answer.MOST_BYTES - Answer.success(REQUEST, text(0), List.of()).bytes().length;

    assertThat(Answer.success(REQUEST, text(room), List.of()).bytes())
        .hasSize(Answer.MOST_BYTES)
        .asString(StandardCharsets.UTF_8)
        .startsWith("{\"Status\":\"SUCCESS\"");
    assertThat(Answer.success(REQUEST, text(room + 1), List.of()).status()).isEqualTo("FAILED");
  }

  @Test
  void aListThatDoesNotFitIsNamedWithItsLength() throws MalformedJson {
    Answer answer = Answer.success(REQUEST, ScriptedWork.tables(300), List.of());

    assertThat(reason(answer))
        .isEqualTo(
            """
            PrivateEcrAccess found 1 problem
            expected an answer of at most 4096 bytes, the most that CloudFormation reads, found 7511, \
            of which RouteTableIds with 300 items takes 7201; spread the subnets over several \
            PrivateEcrAccess resources, or give RouteTableIds in the template\
            """);
  }

  @Test
  void aNoteThatDoesNotFitIsLeftOutOfTheAnswer() {
    assertThat(Answer.success(REQUEST, text(10), List.of("x".repeat(5000))).bytes())
        .isEqualTo(Answer.success(REQUEST, text(10), List.of()).bytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 500})
  void reasonsAreCutBetweenLinesAndTheRestIsCounted(int count) throws MalformedJson {
    List<String> reasons =
        IntStream.range(0, count).mapToObj(i -> "subnet-" + i + ": \"日本\" 😀 – not there").toList();
    Answer answer = Answer.refusal(REQUEST, reasons);

    assertThat(answer.bytes().length).isLessThanOrEqualTo(Answer.MOST_BYTES);
    List<String> lines = reason(answer).lines().toList();
    int shown = (int) lines.stream().filter(reasons::contains).count();
    assertThat(lines)
        .startsWith("PrivateEcrAccess found " + count + " problem" + (count == 1 ? "" : "s"));
    assertThat(lines.subList(1, shown + 1)).isEqualTo(reasons.subList(0, shown));
    assertThat(lines.subList(shown + 1, lines.size()))
        .isEqualTo(shown == count ? List.of() : List.of("and " + (count - shown) + " more"));
    assertThat(shown).isEqualTo(Math.min(count, shown)).isPositive();
  }

  @Test
  void theCutLeavesNoRoomForAnotherReason() {
    Answer answer = Answer.refusal(REQUEST, Collections.nCopies(500, "0123456789"));

    assertThat(answer.bytes().length)
        .isBetween(Answer.MOST_BYTES - "\\n0123456789".length(), Answer.MOST_BYTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀", "日", "\"", "\n", "a"})
  void oneReasonThatIsTooLongIsCutBetweenCharacters(String character) throws MalformedJson {
    for (String before : List.of("", "a", "ab", "abc")) {
      Answer answer = Answer.refusal(REQUEST, List.of(before + character.repeat(5000), "second"));

      assertThat(answer.bytes().length).isBetween(Answer.MOST_BYTES - 4, Answer.MOST_BYTES);
      assertThat(reason(answer).strip())
          .startsWith("PrivateEcrAccess found 2 problems\n" + before)
          .endsWith("…\nand 1 more")
          .doesNotContain("?", "\ufffd");
    }
  }

  @Test
  void aSentenceIsCutToo() throws MalformedJson {
    Answer answer = Answer.failure(REQUEST, "x".repeat(9000));

    assertThat(answer.bytes().length).isEqualTo(Answer.MOST_BYTES);
    assertThat(reason(answer)).matches("x+…");
  }

  private static Json.Obj text(int length) {
    return Json.Obj.of("Text", new Json.Str("x".repeat(length)));
  }

  private static String reason(Answer answer) throws MalformedJson {
    Json.Obj read = (Json.Obj) JsonText.read(answer.bytes());
    return ((Json.Str) read.get("Reason").orElseThrow()).value();
  }
}
