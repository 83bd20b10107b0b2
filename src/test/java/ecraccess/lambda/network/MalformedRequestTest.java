package ecraccess.lambda.network;

import static ecraccess.lambda.network.Requests.PHYSICAL_ID;
import static ecraccess.lambda.network.Requests.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedRequestTest {
  private Receiver receiver;

  @BeforeEach
  void listen() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "null", "\"text\""})
  void propertiesThatAreNoneAreTheWorksToRefuse(String properties) {
    assertThat(answerTo(Requests.request(receiver.url(), "Create", "", properties)))
        .isEqualTo(
            answer(
                "FAILED",
                PHYSICAL_ID,
                "\"Reason\":\"PrivateEcrAccess found 1 problem\\nEcrAccessNetwork: no VPC\""));
  }

  @Test
  void anUnknownTypeFailsWithTheTypesThereAre() {
    assertThat(answerTo(Requests.request(receiver.url(), "Read", "", "{}")))
        .isEqualTo(
            answer(
                "FAILED",
                PHYSICAL_ID,
                "\"Reason\":\"expected Create, Update or Delete as RequestType, found"
                    + " \\\"Read\\\"\""));
    assertThat(
            answerTo(Requests.create(receiver.url(), "vpc-found").replace("RequestType", "Type")))
        .endsWith("\"Reason\":\"expected Create, Update or Delete as RequestType, found none\"}");
  }

  @Test
  void aCreationThatBreaksOffFailsWithThePlace() {
    assertThat(answerTo(Requests.request(receiver.url(), "Create", "", "{\"VpcId\":}")))
        .startsWith(
            answer(
                    "FAILED",
                    PHYSICAL_ID,
                    "\"Reason\":\"PrivateEcrAccess cannot read the request of its network resource:"
                        + " not valid JSON: line 1, column ")
                .replace("}", ""));
  }

  @Test
  void aRequestWithoutTheIdsIsAnsweredSoThatTheStackNeedNotWait() {
    assertThat(
            answerTo(
                "{\"ResponseURL\":\"%s\",\"RequestType\":\"Create\"}".formatted(receiver.url())))
        .startsWith(
            "{\"Status\":\"FAILED\",\"PhysicalResourceId\":\"/\",\"StackId\":\"\",\"RequestId\":\"\",\"LogicalResourceId\":\"\",");
  }

  private String answerTo(String request) {
    receiver.first();
    new Invocation(new ScriptedWork(), entry -> {})
        .hold(request.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(40), "call-1");
    assertThat(receiver.puts()).hasSize(1);
    return receiver.puts().getFirst().body();
  }
}
