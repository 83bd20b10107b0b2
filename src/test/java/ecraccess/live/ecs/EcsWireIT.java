package ecraccess.live.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import ecraccess.live.ec2.Credentials;
import ecraccess.live.ecs.TaskDefinitions.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The adapter against answers that no local cloud gives. */
@ExtendWith(Credentials.class)
class EcsWireIT {
  private HttpServer server;
  private int status;
  private String body;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Answer answer(int givenStatus, String givenBody) {
    status = givenStatus;
    body = givenBody;
    return describe("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static Answer describe(String endpoint) {
    return new Ecs("eu-west-1", Optional.of(URI.create(endpoint)), Duration.ofSeconds(20))
        .describe("web");
  }

  private static String reason(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Failed.class);
    return ((Answer.Failed) answer).reason();
  }

  private static String error(String code) {
    return "{\"__type\": \"%s\", \"message\": \"No.\"}".formatted(code);
  }

  @Test
  void aMissingPermissionIsNoFailure() {
    assertThat(answer(400, error("AccessDeniedException"))).isEqualTo(new Answer.Denied());
  }

  @Test
  void whatDoesNotExistIsToldWithTheWayOut() {
    assertThat(reason(answer(400, error("ClientException"))))
        .isEqualTo(
            "expected a task definition of this account in eu-west-1, found none called web"
                + " (ClientException: No.); give family, family:revision or ARN of one, or a file"
                + " with its JSON");
  }

  @Test
  void anyOtherErrorIsAReason() {
    assertThat(reason(answer(400, error("ExpiredTokenException"))))
        .isEqualTo(
            "expected ECS to answer DescribeTaskDefinition, found ExpiredTokenException: No.; see"
                + " ECS's error codes, and try again");
  }

  @Test
  void whereNobodyAnswersThatIsTheReason() {
    server.stop(0);
    assertThat(reason(answer(200, "{}")))
        .startsWith("expected ECS to answer DescribeTaskDefinition, found no way to it (")
        .endsWith("); check credentials, region and network");
  }
}
