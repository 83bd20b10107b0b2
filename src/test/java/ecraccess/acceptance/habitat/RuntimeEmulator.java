package ecraccess.acceptance.habitat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The macro under AWS's runtime interface emulator, the program that {@code sam local invoke} runs
 * a function under. Takes one invocation at a time.
 */
final class RuntimeEmulator implements AutoCloseable {
  private final Path scratch;
  private final Process process;
  private final URI invocations;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * Starts the emulator, which starts the runtime with the first invocation.
   *
   * @param scratch an empty folder of its own
   */
  RuntimeEmulator(Path function, Path scratch) throws IOException {
    this.scratch = scratch;
    String address = freeAddress();
    process =
        JavaRuntime.process(
                function,
                scratch,
                JavaRuntime.HANDLER,
                Tools.tool("aws-lambda-rie").toString(),
                "--runtime-interface-emulator-address",
                address,
                "--runtime-api-address",
                freeAddress())
            .start();
    invocations = URI.create("http://" + address + "/2015-03-31/functions/function/invocations");
  }

  /** The handler's answer to an event, or the emulator's report where it has none. */
  byte[] invoke(byte[] event) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(invocations)
            .timeout(Duration.ofSeconds(60))
            .POST(BodyPublishers.ofByteArray(event))
            .build();
    HttpResponse<byte[]> response = sendWhenReady(request);
    if (response.statusCode() != 200) {
      throw new AssertionError(response + "\n" + Files.readString(JavaRuntime.log(scratch)));
    }
    return response.body();
  }

  private HttpResponse<byte[]> sendWhenReady(HttpRequest request)
      throws IOException, InterruptedException {
    while (true) {
      try {
        return client.send(request, BodyHandlers.ofByteArray());
      } catch (ConnectException e) {
        if (!process.isAlive()) {
          throw new AssertionError(Files.readString(JavaRuntime.log(scratch)), e);
        }
        Thread.sleep(20);
      }
    }
  }

  private static String freeAddress() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      return "127.0.0.1:" + socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    client.close();
    Processes.stop(process);
  }
}
