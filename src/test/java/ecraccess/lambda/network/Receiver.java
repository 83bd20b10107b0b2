package ecraccess.lambda.network;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The receiver behind a pre-signed URL: takes answers, once it has done what it was told to do
 * before.
 */
public final class Receiver implements AutoCloseable {
  /** Told to {@link #first} in place of a status: the connection is never answered. */
  public static final int HANG = 0;

  private static final String SIGNATURE = "Signature=not-to-be-told";

  private final HttpServer server;
  private final Deque<Integer> statuses = new ArrayDeque<>();
  private final List<Put> puts = Collections.synchronizedList(new ArrayList<>());
  private volatile Duration pause = Duration.ZERO;
  private final CountDownLatch closed = new CountDownLatch(1);

  /** What arrived, with what the signature covers. */
  public record Put(String method, List<String> contentType, String uri, String body) {}

  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  /** A URL as CloudFormation signs them. */
  public String url() {
    return "http://127.0.0.1:%d/arn%%3Aaws%%3Acloudformation%%7CNet?%s"
        .formatted(server.getAddress().getPort(), SIGNATURE);
  }

  /** What no log may show. */
  public String secret() {
    return SIGNATURE;
  }

  /** The statuses that the next requests get; 200 after them. */
  public synchronized void first(Integer... statuses) {
    this.statuses.clear();
    this.statuses.addAll(List.of(statuses));
    puts.clear();
  }

  /** From now on the receiver thinks before it answers. */
  public void pause(Duration pause) {
    this.pause = pause;
  }

  /** What arrived so far. */
  public List<Put> puts() {
    return List.copyOf(puts);
  }

  private synchronized int next() {
    return statuses.isEmpty() ? 200 : statuses.removeFirst();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      puts.add(
          new Put(
              exchange.getRequestMethod(),
              exchange.getRequestHeaders().getOrDefault("Content-Type", List.of()),
              exchange.getRequestURI().toString(),
              body));
      int status = next();
      if (status == HANG) {
        closed.await();
      } else {
        closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        exchange.sendResponseHeaders(status, -1);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
