package ecraccess.lambda.network;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.lambda.network.Delivery.Receipt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryTest {
  private static final Duration LONG = Duration.ofSeconds(40);
  private static final String BODY = "{\"Status\":\"SUCCESS\",\"Reason\":\"日本\"}";

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
  void theContentTypeIsEmptyBecauseTheSignatureCoversIt() throws Exception {
    assertThat(put(LONG)).isEqualTo(new Receipt(true, 1, "200"));

    Receiver.Put put = receiver.puts().getFirst();
    assertThat(put.method()).isEqualTo("PUT");
    assertThat(put.contentType()).containsExactly("");
    assertThat(put.body()).isEqualTo(BODY);
    assertThat(receiver.url()).endsWith(put.uri());
  }

  @Test
  void aFaultOfTheReceiverIsSatOutWithTheSameBytes() throws Exception {
    receiver.first(500, 503);

    assertThat(put(LONG)).isEqualTo(new Receipt(true, 3, "200"));
    assertThat(bodies()).containsExactly(BODY, BODY, BODY);
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 400, 403, 404})
  void aRefusalOfTheReceiverIsFinal(int status) throws Exception {
    receiver.first(status);

    assertThat(put(LONG)).isEqualTo(new Receipt(false, 1, Integer.toString(status)));
    assertThat(bodies()).hasSize(1);
  }

  @Test
  void aReceiverThatHangsEndsWithTheTime() throws Exception {
    receiver.first(Receiver.HANG, Receiver.HANG);

    Receipt receipt = put(Duration.ofSeconds(1));

    assertThat(receipt.delivered()).isFalse();
    assertThat(receipt.last()).isEqualTo("java.net.SocketTimeoutException");
    assertThat(bodies()).isNotEmpty().containsOnly(BODY);
  }

  @Test
  void aReceiverThatIsNotThereEndsWithTheTime() throws Exception {
    receiver.close();

    Receipt receipt = put(Duration.ofSeconds(1));

    assertThat(receipt.attempts()).isGreaterThan(1);
    assertThat(receipt.last()).isEqualTo("java.net.ConnectException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no url", "/path", "file:///tmp/answer", "strange://host/path"})
  void whatIsNoUrlIsNotTried(String url) throws Exception {
    assertThat(Delivery.put(url, new byte[0], WorkDeadline.in(LONG)))
        .isEqualTo(new Receipt(false, 0, "ResponseURL is no URL"));
  }

  private Receipt put(Duration time) throws Exception {
    return Delivery.put(
        receiver.url(), BODY.getBytes(StandardCharsets.UTF_8), WorkDeadline.in(time));
  }

  private List<String> bodies() {
    return receiver.puts().stream().map(Receiver.Put::body).toList();
  }
}
