package ecraccess.acceptance.habitat;

import ecraccess.acceptance.habitat.RuntimeApi.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A function under AWS's runtime interface client, with our stub as Lambda's side. */
final class RuntimeClient implements AutoCloseable {
  private static final Duration TIME = Duration.ofSeconds(30);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path scratch;
  private final RuntimeApi api;
  private final Process process;

  /**
   * Starts the runtime.
   *
   * @param scratch an empty folder of its own
   */
  RuntimeClient(Path function, Path scratch) throws IOException {
    this(function, scratch, JavaRuntime.HANDLER);
  }

  /**
   * Starts the runtime with another handler.
   *
   * @param launcher the program that starts the runtime, with its arguments; nothing: we do
   */
  RuntimeClient(Path function, Path scratch, String handler, String... launcher)
      throws IOException {
    this.scratch = scratch;
    api = new RuntimeApi();
    ProcessBuilder runtime = JavaRuntime.process(function, scratch, handler, launcher);
    runtime.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    process = runtime.start();
  }

  /** Waits until the runtime has loaded the handler and asks for its first event. */
  void awaitInit() throws InterruptedException {
    api.awaitFirstQuestion(LIMIT);
  }

  /** The handler's answer to an event. Fails where the runtime reports an error instead. */
  byte[] invoke(byte[] event) throws IOException, InterruptedException {
    return invoke(event, TIME);
  }

  /** The same, of a handler that is told to take no more than this time. */
  byte[] invoke(byte[] event, Duration time) throws IOException, InterruptedException {
    if (!process.isAlive()) {
      throw new AssertionError("the runtime ended\n" + log());
    }
    return switch (api.invoke(event, time, LIMIT)) {
      case Outcome.Response(byte[] body) -> body;
      case Outcome.Failure(String report) -> throw new AssertionError(report + "\n" + log());
      case null -> throw new AssertionError("no answer within " + LIMIT + "\n" + log());
    };
  }

  /** What the function wrote so far. */
  String log() throws IOException {
    return Files.readString(JavaRuntime.log(scratch));
  }

  @Override
  public void close() {
    Processes.stop(process);
    api.close();
  }
}
