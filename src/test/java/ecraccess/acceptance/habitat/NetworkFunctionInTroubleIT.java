package ecraccess.acceptance.habitat;

import static ecraccess.acceptance.habitat.ScriptedFunction.FOUND;
import static ecraccess.acceptance.habitat.ScriptedFunction.failed;
import static ecraccess.lambda.network.Requests.PHYSICAL_ID;
import static ecraccess.lambda.network.Requests.answer;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.lambda.network.Receiver;
import ecraccess.lambda.network.Requests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built network function under AWS's runtime client when time runs out and when its receiver is
 * in trouble.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime client has no other native library")
class NetworkFunctionInTroubleIT {
  @TempDir private static Path scratch;
  private static ScriptedFunction function;

  @BeforeAll
  static void start() throws Exception {
    function = new ScriptedFunction(scratch);
  }

  @AfterAll
  static void stop() {
    function.close();
  }

  @AfterEach
  void theLogTellsNothingSecret() throws IOException {
    function.endTest();
  }

  @Test
  void beforeTheTimeOutStrikesItSaysWhatItWaitedFor() throws Exception {
    function.invoke(Requests.create(function.url(), "vpc-hang"), Duration.ofSeconds(4));

    assertThat(function.bodies())
        .containsExactly(
            failed(
                "PrivateEcrAccess found 1 problem\\nexpected the facts of the live network before"
                    + " the function's time was up, found it still waiting for the route tables of"
                    + " vpc-hang; deploy again"));
    assertThat(function.only(Requests.create(function.url(), "vpc-found"))).contains("SUCCESS");
  }

  @Test
  void aReceiverInTroubleGetsTheSameAnswerAgain() throws Exception {
    function.receiver().first(500, 503, 500);

    function.invoke(Requests.create(function.url(), "vpc-found"), Duration.ofSeconds(30));

    assertThat(function.bodies()).hasSize(4).containsOnly(answer("SUCCESS", PHYSICAL_ID, FOUND));
  }

  @Test
  void aReceiverThatRefusesIsAskedOnce() throws Exception {
    function.receiver().first(403);

    assertThat(function.only(Requests.create(function.url(), "vpc-found"))).contains("SUCCESS");
    assertThat(function.log()).contains("\"delivered\":false,\"attempts\":1,\"receiver\":\"403\"");
  }

  @Test
  void aSlowReceiverIsWaitedFor() throws Exception {
    function.receiver().pause(Duration.ofSeconds(2));

    assertThat(function.only(Requests.create(function.url(), "vpc-found"))).contains("SUCCESS");
  }

  @Test
  void aReceiverThatHangsGetsNoOtherAnswerAndTheCallEndsWell() throws Exception {
    function.receiver().first(Receiver.HANG, Receiver.HANG, Receiver.HANG, Receiver.HANG);

    function.invoke(Requests.create(function.url(), "vpc-found"), Duration.ofSeconds(4));

    assertThat(function.bodies()).isNotEmpty().containsOnly(answer("SUCCESS", PHYSICAL_ID, FOUND));
  }
}
