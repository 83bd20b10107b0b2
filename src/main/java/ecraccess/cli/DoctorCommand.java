package ecraccess.cli;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.live.lookup.NetworkRequest;
import ecraccess.live.lookup.Obstacle;
import ecraccess.live.preflight.PreflightReport;
import ecraccess.reach.judge.Checks;
import ecraccess.reach.report.Places;
import ecraccess.reach.report.TextReport;
import ecraccess.reach.report.Words;
import ecraccess.reach.verdict.Judgement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells of a live VPC whether images will arrive. */
@Command(
    name = "doctor",
    description = {
      "Tells of a VPC in AWS whether tasks in it get their images.",
      "The walks of \"check\", on what EC2 tells with your own credentials: names the broken link"
          + " and the way out, and what AWS would say. Only reads; needs ec2:Describe... and, for a"
          + " --task by name, ecs:DescribeTaskDefinition."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ecr-access doctor --vpc vpc-0a1b2c3d",
      "  ecr-access doctor --vpc vpc-0a1b2c3d --subnet subnet-0a1b,subnet-0c2d \\",
      "      --security-group sg-0a1b2c3d --task web:3",
      "  ecr-access doctor --vpc vpc-0a1b2c3d --task task.json --diagram docs",
      "",
      "In JSON the document is that of \"check\", with region and vpc in place of file,",
      "an ID as path in place of line and column, and besides notes (what was not",
      "checked, and the permission that lacks) and reasons (what was named and is not",
      "there, or why there is no answer).",
      "",
      "Exit codes: 0 can pull, 1 cannot pull, 2 used wrongly or no answer from AWS,",
      "3 cannot tell, 70 a bug of ecr-access."
    })
final class DoctorCommand implements Callable<Integer> {
  private final Console console;
  private final Cloud.Way way;

  @Mixin private final NetworkOptions network = new NetworkOptions();

  @Mixin private final TaskOption task = new TaskOption();

  @Mixin private final ResultOptions result = new ResultOptions();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "The result's format; by default text.")
  private ResultOptions.Format format = ResultOptions.Format.TEXT;

  @Option(
      names = "--diagram",
      paramLabel = "FOLDER|FILE",
      description =
          "Draw the walks: as FILE.svg, as FILE.mmd (Mermaid), or both into a folder, named after"
              + " the VPC.")
  private @Nullable Path diagram;

  DoctorCommand(Console console, Cloud.Way way) {
    this.console = console;
    this.way = way;
  }

  @Override
  public Integer call() throws CommandFailure {
    String vpc = network.vpc();
    List<String> subnets = network.subnets();
    Optional<List<String>> groups = network.groups();
    try (Cloud cloud = network.open(way, console)) {
      Optional<TaskOption.Found> found = task.read(console, cloud);
      NetworkRequest.Tasks tasks =
          found
              .map(TaskOption.Found::definition)
              .map(it -> new NetworkRequest.Tasks(it.name(), groups, it.images(), it.demands()))
              .orElseGet(() -> new NetworkRequest.Tasks(vpc, groups, List.of(), List.of()));
      PreflightReport look =
          PreflightReport.at(
              NetworkRequest.of(cloud.region(), vpc, subnets, tasks), cloud.networks());
      List<String> notes =
          Stream.concat(found.stream().flatMap(it -> it.note().stream()), look.notes().stream())
              .toList();
      return report(look, notes, new LivePlaces(cloud.region(), vpc));
    }
  }

  private int report(PreflightReport look, List<String> notes, Places places)
      throws CommandFailure {
    List<String> reasons = besidesFaults(look);
    Judgement judgement =
        result
            .kept(look.judgement().orElse(Judgement.NOTHING))
            .ignoring(Checks.ofCoverage())
            .asAskedFor();
    String text =
        switch (format) {
          case TEXT -> notes(notes) + result.text(judgement, places, console);
          case JSON -> json(judgement, places, reasons, notes);
        };
    if (reasons.isEmpty()) {
      return ResultOptions.report(console, text, judgement, places, Optional.ofNullable(diagram));
    }
    if (format == ResultOptions.Format.JSON) {
      console.print(text);
    }
    throw CommandFailure.wrongUse(reasons);
  }

  /** What was named and is not there, or why nothing was told. */
  private static List<String> besidesFaults(PreflightReport look) {
    List<String> faults =
        look.judgement().stream()
            .flatMap(judgement -> judgement.faults().stream())
            .map(fault -> new Obstacle(fault.path(), fault.text()).toString())
            .toList();
    return look.reasons().stream()
        .map(Obstacle::toString)
        .filter(reason -> !faults.contains(reason))
        .toList();
  }

  private static String notes(List<String> notes) {
    return notes.isEmpty()
        ? ""
        : notes.stream()
            .map(note -> "  - " + String.join("\n    ", Words.wrap(note, TextReport.WIDTH - 4)))
            .collect(Collectors.joining("\n", "Notes\n", "\n\n"));
  }

  private String json(
      Judgement judgement, Places places, List<String> reasons, List<String> notes) {
    Json.Obj document = result.json(judgement, places);
    if (!reasons.isEmpty()) {
      document =
          document
              .with("verdict", new Json.Str("cannot tell"))
              .with("summary", new Json.Str("Cannot tell: " + reasons.getFirst()));
    }
    return JsonText.pretty(
            document
                .without("notes")
                .with("reasons", new Json.Arr(reasons.stream().<Json>map(Json.Str::new).toList()))
                .with("notes", withRemarks(document, notes)))
        + "\n";
  }

  /** The judgement's notes, and behind them those of the look, which have a text alone. */
  private static Json withRemarks(Json.Obj document, List<String> remarks) {
    List<Json> notes = new ArrayList<>(((Json.Arr) document.get("notes").orElseThrow()).elements());
    remarks.forEach(remark -> notes.add(Json.Obj.of("text", new Json.Str(remark))));
    return new Json.Arr(notes);
  }
}
