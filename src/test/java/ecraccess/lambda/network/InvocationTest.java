package ecraccess.lambda.network;

import static ecraccess.lambda.network.Requests.PHYSICAL_ID;
import static ecraccess.lambda.network.Requests.STACK;
import static ecraccess.lambda.network.Requests.answer;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvocationTest {
  private static final Duration LONG = Duration.ofSeconds(40);
  private static final String FOUND =
      "\"NoEcho\":false,\"Data\":{\"SubnetIds\":[\"subnet-1\",\"subnet-2\"],\"VpcCidrBlock\":\"10.0.0.0/16\"}";
  private static final String NOTHING = "\"NoEcho\":false,\"Data\":{}";
  private static final String BUG =
      "\"Reason\":\"PrivateEcrAccess failed by a bug of its own, not by an error in the template;"
          + " the log of the network function tells more under request call-1\"";

  private final List<Json.Obj> log = new ArrayList<>();
  private Receiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void aCreationIsAnsweredWithWhatWasFoundUnderAnIdOfTheStackAndTheResource() {
    assertThat(answerTo(Requests.create(receiver.url(), "vpc-found")))
        .isEqualTo(answer("SUCCESS", PHYSICAL_ID, FOUND));
  }

  @Test
  void anUpdateKeepsTheIdThatTheResourceHas() {
    assertThat(answerTo(Requests.update(receiver.url(), "vpc-found", "made-by-an-old-release")))
        .isEqualTo(answer("SUCCESS", "made-by-an-old-release", FOUND));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"VpcId\":[]}", "\"none\"", "null", "{\"VpcId\":\"vpc-exception\"}"})
  void aDeletionSucceedsWhateverItsProperties(String properties) {
    assertThat(answerTo(Requests.delete(receiver.url(), "id-1", properties)))
        .isEqualTo(answer("SUCCESS", "id-1", NOTHING));
  }

  @Test
  void aDeletionThatBreaksOffSucceedsToo() {
    String whole = Requests.delete(receiver.url(), "id-1", "{\"VpcId\":");

    assertThat(answerTo(whole)).isEqualTo(answer("SUCCESS", "id-1", NOTHING));
  }

  @Test
  void everyReasonStandsInTheFailure() {
    assertThat(answerTo(Requests.create(receiver.url(), "vpc-refused")))
        .isEqualTo(
            answer(
                "FAILED",
                PHYSICAL_ID,
                "\"Reason\":\"PrivateEcrAccess found 2 problems\\nsubnet-1:"
                    + " \\\"first\\\"\\nsubnet-2: second\""));
  }

  @Test
  void aNoteIsToldInTheAnswerAndTheLogAndFailsNothing() {
    assertThat(answerTo(Requests.create(receiver.url(), "vpc-noted")))
        .isEqualTo(
            answer(
                "SUCCESS", PHYSICAL_ID, FOUND + ",\"Reason\":\"the network ACLs: no permission\""));
    assertThat(log()).contains("\"notes\":1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "<html>",
        "{\"RequestType\":\"Create\",\"ResponseURL\":7}"
      })
  void withoutAUrlNobodyIsAnswered(String request) {
    hold(request, LONG);

    assertThat(receiver.puts()).isEmpty();
    assertThat(log()).contains("\"outcome\":\"no ResponseURL, nobody to answer\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vpc-exception", "vpc-error"})
  void aBugFailsAndIsLoggedByClassAndTraceAlone(String vpc) {
    assertThat(answerTo(Requests.create(receiver.url(), vpc)))
        .isEqualTo(answer("FAILED", PHYSICAL_ID, BUG));
    assertThat(log())
        .contains("\"bug\":\"java.lang.", "ecraccess.lambda.network.ScriptedWork.look(")
        .doesNotContain("Hidden", "vpc-", "subnet-", receiver.secret());
  }

  @ParameterizedTest
  @ValueSource(strings = {"vpc-hang", "vpc-late"})
  void beforeTimeRunsOutItSaysWhatItWaitedFor(String vpc) {
    hold(Requests.create(receiver.url(), vpc), Duration.ofSeconds(2));

    String open =
        vpc.equals("vpc-hang") ? "the route tables of vpc-hang" : "the look at the live network";
    assertThat(receiver.puts())
        .singleElement()
        .extracting(Receiver.Put::body)
        .isEqualTo(
            answer(
                "FAILED",
                PHYSICAL_ID,
                "\"Reason\":\"PrivateEcrAccess found 1 problem\\nexpected the facts of the live"
                    + " network before the function's time was up, found it still waiting for "
                    + open
                    + "; deploy again\""));
  }

  @Test
  void theLogShowsIdsAndCountsAlone() {
    hold(Requests.create(receiver.url(), "vpc-refused"), LONG);

    assertThat(log())
        .isEqualTo(
            "{\"requestId\":\"call-1\",\"requestType\":\"Create\",\"logicalId\":\"EcrAccessNetwork\","
                + "\"outcome\":\"FAILED\",\"reasons\":2,\"delivered\":true,\"attempts\":1,\"receiver\":\"200\"}");
  }

  @Test
  void theIdOfAResourceIsTheSameEveryTime() {
    assertThat(ResourceRequest.read(bytes(Requests.create("u", "vpc-found"))).physicalId())
        .isEqualTo(PHYSICAL_ID);
    assertThat(STACK).endsWith(PHYSICAL_ID.replace("/EcrAccessNetwork", ""));
  }

  @Test
  void aFunctionThatCannotStartAnswersAllTheSame() {
    Lookup broken =
        Lookup.ready(() -> {
          throw new NoClassDefFoundError("no client");
        });
    byte[] request = bytes(Requests.create(receiver.url(), "vpc-found"));

    new Invocation(broken, log::add).hold(request, LONG, "call-1");

    assertThat(receiver.puts())
        .extracting(Receiver.Put::body)
        .containsExactly(answer("FAILED", PHYSICAL_ID, BUG));
    assertThat(log()).contains("\"bug\":\"java.lang.NoClassDefFoundError\"");
  }

  private String answerTo(String request) {
    receiver.first();
    hold(request, LONG);
    assertThat(receiver.puts()).as(log()).hasSize(1);
    return receiver.puts().getFirst().body();
  }

  private void hold(String request, Duration remaining) {
    log.clear();
    new Invocation(new ScriptedWork(), log::add).hold(bytes(request), remaining, "call-1");
  }

  private String log() {
    assertThat(log).hasSize(1);
    return JsonText.compact(log.getFirst());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
