package ecraccess.cli;

import ecraccess.cli.source.Position;
import ecraccess.cli.source.SourceFile;
import ecraccess.core.cfn.Problem;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.report.Words;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Judgement;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of the check of one file.
 *
 * @param name of the file, as it was given
 * @param judgement empty where the template has problems, so that nothing was judged
 * @param findings everything to be told, faults first
 */
record CheckedFile(
    String name, StackRegion region, Optional<Judgement> judgement, List<Finding> findings) {
  CheckedFile {
    findings = List.copyOf(findings);
  }

  /** How bad a finding is. */
  enum Level {
    FAULT,
    UNKNOWN,
    NOTE
  }

  /**
   * Something to be told of a place in the file.
   *
   * @param check its ID; {@code template-problem} where the template cannot be judged
   * @param file its name
   */
  record Finding(Level level, String check, String file, Position position, String text) {}

  /** Tells the file that a path of what was judged leads into, and the place in it. */
  interface Locator {
    SourceFile file(JsonPath path);

    Position locate(JsonPath path);
  }

  /** The ID of what keeps a template from being judged. */
  static final String PROBLEM = "template-problem";

  static CheckedFile judged(String name, Locator file, StackRegion region, Judgement judgement) {
    List<Finding> findings = new ArrayList<>();
    judgement
        .faults()
        .forEach(
            fault -> add(findings, Level.FAULT, fault.check(), file, fault.path(), fault.text()));
    verdicts(judgement)
        .forEach(verdict -> {
          if (verdict instanceof Verdict.CannotTell open) {
            String text = "cannot tell without " + open.missing();
            add(findings, Level.UNKNOWN, open.check(), file, open.path(), text);
          }
        });
    judgement
        .notes()
        .forEach(note -> add(findings, Level.NOTE, note.check(), file, note.path(), note.text()));
    return new CheckedFile(
        name, region, Optional.of(judgement), findings.stream().distinct().toList());
  }

  static CheckedFile rejected(
      String name, Locator file, StackRegion region, List<Problem> problems) {
    return new CheckedFile(
        name,
        region,
        Optional.empty(),
        problems.stream()
            .map(problem ->
                new Finding(
                    Level.FAULT,
                    PROBLEM,
                    file.file(problem.path()).name(),
                    file.locate(problem.path()),
                    problem.toString()))
            .toList());
  }

  private static Stream<Verdict> verdicts(Judgement judgement) {
    return Stream.concat(
        judgement.deployment().stream(),
        judgement.pulls().stream()
            .flatMap(pull -> pull.traces().stream())
            .flatMap(trace -> trace.steps().stream())
            .map(step -> step.verdict()));
  }

  private static void add(
      List<Finding> findings, Level level, Check check, Locator file, JsonPath path, String text) {
    String place = path.steps().isEmpty() ? "" : path + ": ";
    findings.add(
        new Finding(
            level,
            check.id(),
            file.file(path).name(),
            file.locate(path),
            Words.clean(place + text)));
  }

  /** The verdict in a word or two, as JSON has it. */
  String verdict() {
    return judgement.isEmpty() || has(Level.FAULT)
        ? "cannot"
        : has(Level.UNKNOWN) || judgement.get().verdict().isEmpty() ? "cannot tell" : "can";
  }

  private boolean has(Level level) {
    return findings.stream().anyMatch(finding -> finding.level() == level);
  }

  /** As of a command that checks this file alone. */
  int exitCode() {
    return switch (verdict()) {
      case "can" -> 0;
      case "cannot" -> CommandFailure.PROBLEMS;
      default -> ResultOptions.CANNOT_TELL;
    };
  }
}
