package ecraccess.cli;

import ecraccess.live.preflight.FakeAccount;
import ecraccess.macro.expand.CheckOutcome;
import ecraccess.macro.expand.TemplateCheck;
import ecraccess.reach.verdict.Judgement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** What one run of the program gave. */
public record Run(int exitCode, String out, String err) {

  public static Run of(String... args) {
    return with("", Map.of(), args);
  }

  static Run onInput(String input, String... args) {
    return with(input, Map.of(), args);
  }

  static Run with(String input, Map<String, String> environment, String... args) {
    return run(input, environment, false, Main::new, args);
  }

  /** A run whose verdict is given. */
  static Run judged(Judgement judgement, String input, String... args) {
    return judged(judgement, input, Map.of(), false, args);
  }

  static Run judged(
      Judgement judgement,
      String input,
      Map<String, String> environment,
      boolean terminal,
      String... args) {
    return run(
        input,
        environment,
        terminal,
        console ->
            new Main(
                console,
                (template, deployment) -> new CheckOutcome.Judged(judgement),
                AwsCloud::open),
        args);
  }

  /** A run in an account. */
  static Run in(Cloud cloud, String input, String... args) {
    return run(
        input,
        Map.of(),
        false,
        console -> new Main(console, TemplateCheck::of, (region, endpoint) -> cloud),
        args);
  }

  /** A run in an account that has these networks, and no task definition. */
  public static Run in(FakeAccount account, String... args) {
    return in(new FakeCloud(account), "", args);
  }

  private static Run run(
      String input,
      Map<String, String> environment,
      boolean terminal,
      Function<Console, Main> program,
      String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            out,
            new PrintWriter(err, true),
            environment,
            terminal);
    int exitCode = program.apply(console).run(args);
    return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString());
  }
}
