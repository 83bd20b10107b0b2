package ecraccess.acceptance.habitat;

import static ecraccess.acceptance.habitat.ScriptedFunction.FOUND;
import static ecraccess.acceptance.habitat.ScriptedFunction.failed;
import static ecraccess.lambda.network.Requests.PHYSICAL_ID;
import static ecraccess.lambda.network.Requests.answer;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.lambda.network.Requests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The built network function under AWS's runtime client, with a receiver behind the pre-signed URL
 * and scripted work in place of EC2. All tests talk to one process, so that a call which leaves
 * something behind, as one does whose work hangs, fails a later one.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime client has no other native library")
class NetworkFunctionIT {
  private static final String NOTHING = "\"NoEcho\":false,\"Data\":{}";

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
  void theLifeOfAResource() throws Exception {
    assertThat(function.only(Requests.create(function.url(), "vpc-found")))
        .isEqualTo(answer("SUCCESS", PHYSICAL_ID, FOUND));
    assertThat(function.only(Requests.update(function.url(), "vpc-found", PHYSICAL_ID)))
        .isEqualTo(answer("SUCCESS", PHYSICAL_ID, FOUND));
    assertThat(
            function.only(
                Requests.delete(function.url(), PHYSICAL_ID, Requests.properties("vpc-error"))))
        .isEqualTo(answer("SUCCESS", PHYSICAL_ID, NOTHING));
  }

  @Test
  void aRefusal() throws Exception {
    assertThat(function.only(Requests.create(function.url(), "vpc-refused")))
        .isEqualTo(
            failed(
                "PrivateEcrAccess found 2 problems\\nsubnet-1: \\\"first\\\"\\nsubnet-2: second"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vpc-flood", "vpc-long"})
  void nothingIsLongerThanCloudFormationReads(String vpc) throws Exception {
    assertThat(
            function
                .only(Requests.create(function.url(), vpc))
                .getBytes(StandardCharsets.UTF_8)
                .length)
        .isLessThanOrEqualTo(4096);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Read|{}|expected Create, Update or Delete as RequestType, found \\\"Read\\\"",
        "Create|{]|PrivateEcrAccess cannot read the request of its network resource: not valid"
            + " JSON: line 1, column 486, at $.ResourceProperties",
        "Create|{}|PrivateEcrAccess found 1 problem\\nEcrAccessNetwork: no VPC"
      })
  void aMalformedRequestFailsWithItsReason(String type, String properties, String reason)
      throws Exception {
    assertThat(
            function
                .only(Requests.request(function.url(), type, "", properties))
                .replaceFirst("column \\d+", "column 486"))
        .isEqualTo(failed(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{]"})
  void aMalformedDeletionSucceeds(String properties) throws Exception {
    assertThat(function.only(Requests.delete(function.url(), "id-1", properties)))
        .isEqualTo(answer("SUCCESS", "id-1", NOTHING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "<html>", "{\"RequestType\":\"Create\"}"})
  void withoutAUrlTheCallEndsAndTheNextOneIsAnswered(String request) throws Exception {
    function.invoke(request, Duration.ofSeconds(30));

    assertThat(function.bodies()).isEmpty();
    assertThat(function.log()).contains("no ResponseURL, nobody to answer");
    assertThat(function.only(Requests.create(function.url(), "vpc-found"))).contains("SUCCESS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vpc-exception", "vpc-error"})
  void aBugOfOursIsToldAsOneWithTheIdUnderWhichTheLogHasIt(String vpc) throws Exception {
    String body = function.only(Requests.create(function.url(), vpc));

    String id = body.replaceFirst(".* under request ([0-9a-f-]{36})\"}$", "$1");
    assertThat(body)
        .isEqualTo(
            failed(
                "PrivateEcrAccess failed by a bug of its own, not by an error in the template; the"
                    + " log of the network function tells more under request "
                    + id));
    assertThat(function.log().lines().filter(line -> line.contains(id)))
        .singleElement()
        .asString()
        .contains("\"bug\":\"java.lang.", "ecraccess.lambda.network.ScriptedWork.look(");
  }
}
