package ecraccess.cli;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SyntaxError;
import ecraccess.core.cfn.Problem;
import ecraccess.core.cfn.ProblemReport;
import java.util.ArrayList;
import java.util.List;

/** Ends a command early, with what its user is told. */
final class CommandFailure extends Exception {
  static final int PROBLEMS = 1;
  static final int WRONG_USE = 2;

  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final transient List<String> lines;

  private CommandFailure(int exitCode, List<String> lines) {
    super(String.join("\n", lines));
    this.exitCode = exitCode;
    this.lines = lines;
  }

  static CommandFailure wrongUse(String sentence) {
    return wrongUse(List.of(sentence));
  }

  static CommandFailure wrongUse(List<String> sentences) {
    return new CommandFailure(
        WRONG_USE, sentences.stream().map(sentence -> "ecr-access: " + sentence).toList());
  }

  static CommandFailure problems(SourceFile file, List<Problem> problems) {
    return problems(problems.stream().map(problem -> line(file, problem)).toList());
  }

  /** A line about a place in the file. */
  static String line(SourceFile file, Problem problem) {
    return new FilePlaces(file).place(problem.path()) + ": " + text(problem);
  }

  /** Ends the command with these lines. */
  static CommandFailure unsuccessful(List<String> lines) {
    return new CommandFailure(PROBLEMS, lines);
  }

  static CommandFailure problem(String fileName, SyntaxError error) {
    return problems(List.of(FilePlaces.place(fileName, error.position()) + ": " + error.text()));
  }

  private static CommandFailure problems(List<String> problems) {
    List<String> lines = new ArrayList<>();
    lines.add(ProblemReport.heading(problems.size()));
    lines.addAll(problems);
    return new CommandFailure(PROBLEMS, lines);
  }

  private static String text(Problem problem) {
    return problem.path().steps().isEmpty() ? problem.text() : problem.toString();
  }

  int exitCode() {
    return exitCode;
  }

  List<String> lines() {
    return lines;
  }
}
