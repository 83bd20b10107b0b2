package ecraccess.habitat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A benchmark, not a test: how long AWS's runtime client takes from its start to the macro's first
 * answer, beside a handler that does nothing, in turn and on one core where the system can pin it.
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

  public static void main(String[] args) throws Exception {
    Path macro = Path.of(args[0]).toAbsolutePath();
    Path hello = helloPackage();
    Map<String, List<Long>> rows = new LinkedHashMap<>();
    for (int run = 0; run <= RUNS; run++) {
      List<Map.Entry<String, Long>> round = new ArrayList<>();
      round.add(Map.entry("hello, 1 event", time(hello, HELLO, "success.json")));
      for (String event : List.of("no-shorthand.json", "success.json", "problems.json")) {
        round.add(Map.entry("macro, " + event, time(macro, JavaRuntime.HANDLER, event)));
      }
      if (run > 0) { // the first round warms the file system
        round.forEach(
            r -> rows.computeIfAbsent(r.getKey(), k -> new ArrayList<>()).add(r.getValue()));
      }
    }
    System.out.printf(
        "%-26s %8s %8s %8s  ms, %d runs%n", "start to first answer", "min", "median", "max", RUNS);
    rows.forEach((name, times) -> {
      times.sort(Comparator.naturalOrder());
      System.out.printf(
          "%-26s %8d %8d %8d%n", name, times.getFirst(), times.get(RUNS / 2), times.getLast());
    });
  }

  private static long time(Path function, String handler, String event) throws Exception {
    Path scratch = Files.createTempDirectory("cold-start");
    byte[] body = Events.named(event).body();
    long start = System.nanoTime();
    try (RuntimeClient client = new RuntimeClient(function, scratch, handler, pinned())) {
      client.invoke(body);
      return (System.nanoTime() - start) / 1_000_000;
    } finally {
      delete(scratch);
    }
  }

  private static String[] pinned() {
    return Files.isExecutable(Path.of("/usr/bin/taskset"))
        ? new String[] {"/usr/bin/taskset", "-c", "0"}
        : new String[0];
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
