package ecraccess.acceptance.habitat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** EC2 of one region with a healthy VPC and no endpoints, at once and always the same. */
final class CannedEc2 implements AutoCloseable {
  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");
  private static final String DENIED =
      "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors><RequestID>r-1</RequestID></Response>";

  private final HttpServer server;
  private final Set<String> asked = new ConcurrentSkipListSet<>();
  private final Set<String> denied = new ConcurrentSkipListSet<>();

  CannedEc2() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** What to start the runtime with, so that a function asks this one. */
  String[] launcher() {
    return new String[] {
      "/usr/bin/env", "AWS_ENDPOINT_URL_EC2=http://127.0.0.1:" + server.getAddress().getPort()
    };
  }

  /** From now on these questions are refused, and no others. */
  void deny(String... actions) {
    denied.clear();
    Collections.addAll(denied, actions);
  }

  /** The questions that were asked, each once, in order of their names. */
  List<String> asked() {
    return List.copyOf(new TreeSet<>(asked));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String action =
          ACTION.matcher(body).results().map(found -> found.group(1)).findFirst().orElse("");
      asked.add(action);
      boolean no = denied.contains(action);
      byte[] bytes = no ? DENIED.getBytes(StandardCharsets.UTF_8) : canned(action);
      exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=UTF-8");
      exchange.sendResponseHeaders(no ? 403 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static byte[] canned(String action) throws IOException {
    String resource = "/ec2/" + action + ".xml";
    try (InputStream xml = CannedEc2.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(xml, resource).readAllBytes();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
