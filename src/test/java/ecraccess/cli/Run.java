package ecraccess.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What one run of the program gave. */
public record Run(int exitCode, String out, String err) {

  public static Run of(String... args) {
    return with("", Map.of(), args);
  }

  static Run onInput(String input, String... args) {
    return with(input, Map.of(), args);
  }

  static Run with(String input, Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            out,
            new PrintWriter(err, true),
            environment,
            false);
    int exitCode = new Main(console).run(args);
    return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString());
  }
}
