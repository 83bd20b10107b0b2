package ecraccess.acceptance.habitat;

import static ecraccess.lambda.network.Requests.PHYSICAL_ID;
import static ecraccess.lambda.network.Requests.answer;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.lambda.network.Receiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The built network function under AWS's runtime client, with scripted work in place of EC2 and a
 * receiver behind the pre-signed URL.
 */
final class ScriptedFunction implements AutoCloseable {
  static final String FOUND =
      "\"NoEcho\":false,\"Data\":{\"SubnetIds\":[\"subnet-1\",\"subnet-2\"],\"VpcCidrBlock\":\"10.0.0.0/16\"}";

  private static final String HANDLER = "ecraccess.lambda.network.ScriptedHandler::handleRequest";

  private final RuntimeClient client;
  private Receiver receiver;

  /**
   * Starts the function.
   *
   * @param scratch an empty folder of its own
   */
  ScriptedFunction(Path scratch) throws IOException {
    Path runtime = Files.createDirectory(scratch.resolve("runtime"));
    client = new RuntimeClient(scripted(scratch.resolve("function")), runtime, HANDLER);
    receiver = new Receiver();
  }

  /** The receiver, a new one after each {@link #endTest}. */
  Receiver receiver() {
    return receiver;
  }

  String url() {
    return receiver.url();
  }

  String log() throws IOException {
    return client.log();
  }

  /** The only answer to a request. */
  String only(String request) throws Exception {
    int before = receiver.puts().size();
    invoke(request, Duration.ofSeconds(30));
    assertThat(receiver.puts()).as(log()).hasSize(before + 1);
    Receiver.Put put = receiver.puts().getLast();
    assertThat(put.method()).isEqualTo("PUT");
    assertThat(put.contentType()).containsExactly("");
    assertThat(receiver.url()).endsWith(put.uri());
    return put.body();
  }

  /** Every body that arrived. */
  List<String> bodies() {
    return receiver.puts().stream().map(Receiver.Put::body).toList();
  }

  /** Fails where the call ends badly: Lambda would repeat it. */
  void invoke(String request, Duration time) throws Exception {
    assertThat(client.invoke(request.getBytes(StandardCharsets.UTF_8), time)).isEmpty();
  }

  /** The log holds no property and no URL, whatever the test did. */
  void endTest() throws IOException {
    String secret = receiver.secret();
    receiver.close();
    receiver = new Receiver();
    assertThat(log()).doesNotContain(secret, "Hidden", "subnet-1", "vpc-", "10.0.0.0");
  }

  static String failed(String reason) {
    return answer("FAILED", PHYSICAL_ID, "\"Reason\":\"" + reason + "\"");
  }

  @Override
  public void close() {
    client.close();
    receiver.close();
  }

  /** The built package with the scripted handler added to its room. */
  private static Path scripted(Path to) throws IOException {
    Path built = SamBuild.networkFunction();
    copy(built.resolve("ecraccess"), to.resolve("ecraccess"));
    copy(
        Path.of("target/test-classes/ecraccess/lambda/network"),
        to.resolve("ecraccess/lambda/network"));
    Files.createSymbolicLink(to.resolve("lib"), built.resolve("lib"));
    return to;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
