package ecraccess.acceptance.habitat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Other programs, run to their end or stopped. */
public final class Processes {
  private Processes() {}

  /** How a program ended and what it wrote. */
  public record Result(List<String> command, int exitCode, String out, String err) {

    /** This result, if the program ended well. */
    public Result orFail() {
      if (exitCode != 0) {
        throw new AssertionError(this);
      }
      return this;
    }

    @Override
    public String toString() {
      return "%s ended with %d%n%s%n%s"
          .formatted(String.join(" ", command), exitCode, out, err)
          .strip();
    }
  }

  /** Runs a command in the checkout and waits for its end, at most for {@code limit}. */
  public static Result run(Duration limit, Map<String, String> environment, List<String> command) {
    try {
      // Files, not pipes: nobody has to read both streams at once, and no output is too long.
      Path out = Files.createTempFile("out", ".txt");
      Path err = Files.createTempFile("err", ".txt");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      stop(process);
      Result result = new Result(command, process.exitValue(), take(out), take(err));
      if (!ended) {
        throw new AssertionError("Stopped after " + limit + ": " + result);
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends a process with all its children, if it still runs. */
  static void stop(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }

  private static String take(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    Files.delete(file);
    return text.strip();
  }
}
