package ecraccess.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MainTest {

  @Test
  void versionIsThePoms() throws IOException {
    Matcher version =
        Pattern.compile("<version>(.+?)</version>").matcher(Files.readString(Path.of("pom.xml")));

    assertThat(version.find()).isTrue();
    assertThat(Run.of("--version"))
        .isEqualTo(new Run(0, "ecr-access " + version.group(1) + System.lineSeparator(), ""));
  }

  @Test
  void helpGoesToStandardOutputAndShowsExamples() {
    Run run = Run.of("expand", "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("Usage: ecr-access expand ").contains("Examples:");
  }

  @Test
  void wrongUseIsExplained() {
    assertThat(Run.of())
        .isEqualTo(
            new Run(2, "", "ecr-access: Missing required subcommand\nTry 'ecr-access --help'.\n"));
    assertThat(Run.of("expand"))
        .isEqualTo(
            new Run(
                2,
                "",
                "ecr-access: Missing required parameter: 'TEMPLATE'\n"
                    + "Try 'ecr-access expand --help'.\n"));
    assertThat(Run.of("expand", "--param", "K", "-").exitCode()).isEqualTo(2);
    assertThat(Run.of("expand", "--format", "toml", "-").exitCode()).isEqualTo(2);
  }

  @Test
  void readerThatHasGoneAwayIsNoError() {
    assertThat(runWithOutputFailing("Broken pipe")).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void fullDiskIsReported() {
    assertThat(runWithOutputFailing("No space left on device"))
        .isEqualTo(
            new Run(2, "", "ecr-access: cannot write the result: No space left on device\n"));
  }

  @Test
  void bugOfOursIsNotBlamedOnTheTemplate() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("secret");
          }
        };
    StringWriter err = new StringWriter();
    int exitCode =
        new Main(
                new Console(
                    broken,
                    OutputStream.nullOutputStream(),
                    new PrintWriter(err, true),
                    Map.of(),
                    false))
            .run("expand", "-");

    assertThat(exitCode).isEqualTo(70);
    assertThat(err.toString())
        .matches(
            "ecr-access: internal error \\(IllegalStateException at \\S+\\):"
                + " this is a bug of ecr-access, not of your template\\R");
  }

  private static Run runWithOutputFailing(String message) {
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(message);
          }
        };
    StringWriter err = new StringWriter();
    InputStream template = new java.io.ByteArrayInputStream(new byte[] {'a', ':', ' ', '1'});
    Console console = new Console(template, failing, new PrintWriter(err, true), Map.of(), false);
    return new Run(new Main(console).run("expand", "-"), "", err.toString());
  }
}
