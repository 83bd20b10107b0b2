package ecraccess.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What the program has of the outside world. Text is UTF-8 both ways, whatever the locale.
 *
 * @param terminal whether somebody looks at a terminal that shows colours
 */
record Console(
    InputStream in,
    OutputStream out,
    PrintWriter err,
    Map<String, String> environment,
    boolean terminal) {

  static Console ofProcess() {
    return new Console(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        writer(new FileOutputStream(FileDescriptor.err)),
        System.getenv(),
        Ansi.AUTO.enabled());
  }

  /**
   * For what may be lost without harm, such as help; {@link #print} reports what it cannot write.
   */
  PrintWriter outWriter() {
    return writer(out);
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** Writes the result. A reader that has gone away, like {@code head}, wanted no more of it. */
  void print(String text) throws CommandFailure {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      if (!"Broken pipe".equals(e.getMessage())) {
        throw CommandFailure.wrongUse("cannot write the result: " + e.getMessage());
      }
    }
  }
}
