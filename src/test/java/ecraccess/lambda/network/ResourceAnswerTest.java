package ecraccess.lambda.network;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceAnswerTest {
  private static final ResourceRequest REQUEST =
      ResourceRequest.read(Requests.create("u", "vpc-found").getBytes(StandardCharsets.UTF_8));

  @Test
  void dataThatFitToTheLastByteAreAnswered() {
    int room =
        ResourceAnswer.MOST_BYTES
            - ResourceAnswer.success(REQUEST, text(0), List.of()).bytes().length;

    assertThat(ResourceAnswer.success(REQUEST, text(room), List.of()).bytes())
        .hasSize(ResourceAnswer.MOST_BYTES)
        .asString(StandardCharsets.UTF_8)
        .startsWith("{\"Status\":\"SUCCESS\"");
    assertThat(ResourceAnswer.success(REQUEST, text(room + 1), List.of()).status())
        .isEqualTo("FAILED");
  }

  @Test
  void aListThatDoesNotFitIsNamedWithItsLength() throws MalformedJson {
    ResourceAnswer answer = ResourceAnswer.success(REQUEST, ScriptedWork.tables(300), List.of());

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
    assertThat(ResourceAnswer.success(REQUEST, text(10), List.of("x".repeat(5000))).bytes())
        .isEqualTo(ResourceAnswer.success(REQUEST, text(10), List.of()).bytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 500})
  void reasonsAreCutBetweenLinesAndTheRestIsCounted(int count) throws MalformedJson {
    List<String> reasons =
        IntStream.range(0, count).mapToObj(i -> "subnet-" + i + ": \"日本\" 😀 – not there").toList();
    ResourceAnswer answer = ResourceAnswer.refusal(REQUEST, reasons);

    assertThat(answer.bytes().length).isLessThanOrEqualTo(ResourceAnswer.MOST_BYTES);
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
    ResourceAnswer answer = ResourceAnswer.refusal(REQUEST, Collections.nCopies(500, "0123456789"));

    assertThat(answer.bytes().length)
        .isBetween(ResourceAnswer.MOST_BYTES - "\\n0123456789".length(), ResourceAnswer.MOST_BYTES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀", "日", "\"", "\n", "a"})
  void oneReasonThatIsTooLongIsCutBetweenCharacters(String character) throws MalformedJson {
    for (String before : List.of("", "a", "ab", "abc")) {
      ResourceAnswer answer =
          ResourceAnswer.refusal(REQUEST, List.of(before + character.repeat(5000), "second"));

      assertThat(answer.bytes().length)
          .isBetween(ResourceAnswer.MOST_BYTES - 4, ResourceAnswer.MOST_BYTES);
      assertThat(reason(answer).strip())
          .startsWith("PrivateEcrAccess found 2 problems\n" + before)
          .endsWith("…\nand 1 more")
          .doesNotContain("?", "\ufffd");
    }
  }

  @Test
  void aSentenceIsCutToo() throws MalformedJson {
    ResourceAnswer answer = ResourceAnswer.failure(REQUEST, "x".repeat(9000));

    assertThat(answer.bytes().length).isEqualTo(ResourceAnswer.MOST_BYTES);
    assertThat(reason(answer)).matches("x+…");
  }

  private static Json.Obj text(int length) {
    return Json.Obj.of("Text", new Json.Str("x".repeat(length)));
  }

  private static String reason(ResourceAnswer answer) throws MalformedJson {
    Json.Obj read = (Json.Obj) JsonText.read(answer.bytes());
    return ((Json.Str) read.get("Reason").orElseThrow()).value();
  }
}
