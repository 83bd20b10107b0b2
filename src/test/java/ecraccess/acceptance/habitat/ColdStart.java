package ecraccess.acceptance.habitat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import ecraccess.lambda.network.Receiver;
import ecraccess.lambda.network.Requests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A benchmark, not a test: how long AWS's runtime client takes from its start to a function's first
 * answer, beside a handler that does nothing, in turn and on one core where the system can pin it.
 * Init is from the start until the runtime asks for its first event.
 *
 * <p>{@code make bench}. Only the difference between rows of one run says something.
 */
final class ColdStart {
  private static final int RUNS = 15;
  private static final String HELLO = Hello.class.getName() + "::handleRequest";

  private ColdStart() {}

  /** The baseline: reads the event, answers a constant. */
  public static final class Hello implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
        throws IOException {
      event.readAllBytes();
      answer.write('0');
    }
  }

  /** Milliseconds. */
  private record Time(long init, long answer) {
    long total() {
      return init + answer;
    }
  }

  /** One thing to measure. */
  private record Row(String name, Path function, String handler, byte[] event) {}

  public static void main(String[] args) throws Exception {
    try (Receiver receiver = new Receiver();
        CannedEc2 ec2 = new CannedEc2()) {
      List<Row> measured =
          rows(Path.of(args[0]).toAbsolutePath(), Path.of(args[1]).toAbsolutePath(), receiver);
      Map<Row, List<Time>> times = new LinkedHashMap<>();
      for (int run = 0; run <= RUNS; run++) {
        for (Row row : measured) {
          Time time = time(row, ec2);
          if (run > 0) { // the first round warms the file system
            times.computeIfAbsent(row, r -> new ArrayList<>()).add(time);
          }
        }
      }
      print(times);
      long found =
          receiver.puts().stream().filter(put -> put.body().contains("RouteTableIds")).count();
      if (found != 2 * (RUNS + 1)) {
        throw new IllegalStateException("the network function found " + found + " times");
      }
    }
  }

  private static List<Row> rows(Path macro, Path network, Receiver receiver) throws IOException {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("hello", helloPackage(), HELLO, Events.named("success.json").body()));
    for (String event : List.of("no-shorthand.json", "success.json", "problems.json")) {
      rows.add(new Row("macro, " + event, macro, JavaRuntime.HANDLER, Events.named(event).body()));
    }
    // A creation asks an EC2 of this machine that answers at once.
    String create = Requests.create(receiver.url(), "vpc-1");
    Map<String, String> requests = new LinkedHashMap<>();
    requests.put("Delete", Requests.delete(receiver.url(), "id-1", "{}"));
    requests.put("look-ups", create.replace("\"Preflight\":\"true\"", "\"Preflight\":\"false\""));
    requests.put("Create", create);
    requests.forEach((name, request) ->
        rows.add(
            new Row(
                "network, " + name,
                network,
                JavaRuntime.NETWORK_HANDLER,
                request.getBytes(StandardCharsets.UTF_8))));
    return rows;
  }

  private static void print(Map<Row, List<Time>> rows) {
    System.out.printf(
        "%-26s %8s %8s %8s %8s %8s  ms, %d runs%n",
        "start to first answer", "min", "median", "max", "init", "invoke", RUNS);
    rows.forEach((row, times) -> {
      times.sort(Comparator.comparingLong(Time::total));
      Time median = times.get(RUNS / 2);
      System.out.printf(
          "%-26s %8d %8d %8d %8d %8d%n",
          row.name(),
          times.getFirst().total(),
          median.total(),
          times.getLast().total(),
          median.init(),
          median.answer());
    });
  }

  private static Time time(Row row, CannedEc2 ec2) throws Exception {
    Path scratch = Files.createTempDirectory("cold-start");
    long start = System.nanoTime();
    try (RuntimeClient client =
        new RuntimeClient(row.function(), scratch, row.handler(), launcher(ec2))) {
      client.awaitInit();
      long ready = System.nanoTime();
      client.invoke(row.event());
      return new Time((ready - start) / 1_000_000, (System.nanoTime() - ready) / 1_000_000);
    } finally {
      delete(scratch);
    }
  }

  /** On one core, where the system can pin it. */
  private static String[] launcher(CannedEc2 ec2) {
    Stream<String> pin =
        Files.isExecutable(Path.of("/usr/bin/taskset"))
            ? Stream.of("/usr/bin/taskset", "-c", "0")
            : Stream.of();
    return Stream.concat(pin, Stream.of(ec2.launcher())).toArray(String[]::new);
  }

  private static Path helloPackage() throws IOException {
    Path folder = Files.createTempDirectory("hello");
    String file = Hello.class.getName().replace('.', '/') + ".class";
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    try (InputStream bytes = ColdStart.class.getClassLoader().getResourceAsStream(file)) {
      Files.copy(bytes, target);
    }
    return folder;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
