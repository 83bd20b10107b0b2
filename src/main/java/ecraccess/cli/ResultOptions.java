package ecraccess.cli;

import ecraccess.core.cfn.Found;
import ecraccess.core.cfn.NearMiss;
import ecraccess.core.json.Json;
import ecraccess.reach.judge.Checks;
import ecraccess.reach.report.JsonReport;
import ecraccess.reach.report.Mark;
import ecraccess.reach.report.Places;
import ecraccess.reach.report.TextReport;
import ecraccess.reach.verdict.Judgement;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a judgement is shown, as options. */
final class ResultOptions {
  static final int CANNOT_TELL = 3;

  /** How the result is written. */
  enum Format {
    TEXT,
    JSON
  }

  @Option(
      names = "--verbose",
      description = "Every step of the healthy walks, too, and each walk for itself.")
  private boolean verbose;

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      description =
          "Whether to use colours; by default on a terminal, and not where NO_COLOR is set.")
  private Color color = Color.AUTO;

  @Option(
      names = "--ignore",
      paramLabel = "ID",
      description = "Silence a check, by its ID in docs/checks.md; may be given again.")
  private List<String> ignored = List.of();

  /** The judgement without what was found by the checks that are to be ignored. */
  Judgement kept(Judgement judgement) throws CommandFailure {
    List<String> unknown =
        ignored.stream()
            .filter(id -> Checks.of(id).isEmpty())
            .map(id ->
                "--ignore: expected the ID of a check, found %s%s"
                    .formatted(Found.quote(id), NearMiss.hintOrList(id, Checks.ids())))
            .toList();
    if (!unknown.isEmpty()) {
      throw CommandFailure.wrongUse(unknown);
    }
    return judgement.ignoring(new HashSet<>(ignored));
  }

  String text(Judgement judgement, Places places, Console console) {
    return TextReport.of(judgement, places, color.paint(console), verbose);
  }

  Json.Obj json(Judgement judgement, Places places) {
    return new JsonReport(places).of(judgement);
  }

  /**
   * Prints the result and draws the traces.
   *
   * @param diagram where to; empty where no picture is asked for
   * @return the exit code that tells the verdict
   */
  static int report(
      Console console, String result, Judgement judgement, Places places, Optional<Path> diagram)
      throws CommandFailure {
    List<Path> drawn =
        diagram.isPresent()
            ? new Diagram(diagram.get(), places.title()).write(judgement)
            : List.of();
    console.print(result);
    drawn.forEach(path -> console.err().println("wrote " + path));
    return switch (Mark.of(judgement)) {
      case CAN -> 0;
      case CANNOT -> CommandFailure.PROBLEMS;
      case OPEN -> CANNOT_TELL;
    };
  }
}
