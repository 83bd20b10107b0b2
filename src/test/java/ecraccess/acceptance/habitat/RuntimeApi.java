package ecraccess.acceptance.habitat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's side of the Runtime API, for one runtime that asks for events and posts what became of
 * them.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String ROOT = "/2018-06-01/runtime/";

  private final HttpServer server;
  private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();

  /**
   * What the runtime gets.
   *
   * @param time what the function may take from when the runtime asks for it
   */
  private record Call(byte[] event, Duration time) {}

  /** What the runtime posted. */
  sealed interface Outcome {
    /** The handler's answer. */
    record Response(byte[] body) implements Outcome {}

    /** The handler threw, or could not be loaded: CloudFormation would tell its user nothing. */
    record Failure(String report) implements Outcome {}
  }

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(ROOT + "invocation/next", this::next);
    server.createContext(ROOT + "invocation/", this::outcome);
    server.createContext(ROOT + "init/error", this::outcome);
    server.start();
  }

  /** Host and port, as in {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * Hands out an event; the outcome, or {@code null} where none came in time.
   *
   * @param time what the function is told that it may take
   * @param limit how long we wait
   */
  @Nullable Outcome invoke(byte[] event, Duration time, Duration limit)
      throws InterruptedException {
    calls.add(new Call(event, time));
    return outcomes.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Waits until the runtime asks for an event for the first time: its init is over. */
  void awaitFirstQuestion(Duration limit) throws InterruptedException {
    if (!asked.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("no question within " + limit);
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.countDown();
      Call call = calls.take();
      byte[] event = call.event();
      long deadline = System.currentTimeMillis() + call.time().toMillis();
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", "application/json");
      headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
      headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
      headers.set(
          "Lambda-Runtime-Invoked-Function-Arn",
          "arn:aws:lambda:eu-west-1:111111111111:function:PrivateEcrAccess:live");
      exchange.sendResponseHeaders(200, event.length == 0 ? -1 : event.length);
      exchange.getResponseBody().write(event);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void outcome(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      outcomes.add(
          exchange.getRequestURI().getPath().endsWith("/response")
              ? new Outcome.Response(body)
              : new Outcome.Failure(new String(body, StandardCharsets.UTF_8)));
      exchange.sendResponseHeaders(202, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
