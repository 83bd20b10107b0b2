package ecraccess.cli;

import ecraccess.cli.source.SourceFile;
import ecraccess.core.cfn.Problem;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.macro.expand.CheckOutcome;
import ecraccess.macro.expand.plan.DeploymentContext;
import ecraccess.reach.report.Places;
import ecraccess.reach.report.Words;
import ecraccess.reach.verdict.Judgement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells before a deployment whether images will arrive. */
@Command(
    name = "check",
    description = {
      "Tells before a deployment whether what the template runs will get its images.",
      "Walks the way of every request, names the broken link and the way out, and what AWS would"
          + " say. Judges templates without PrivateEcrAccess, too. Asks nobody: what the template"
          + " does not show is not known."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ecr-access check template.yaml",
      "  ecr-access check --format sarif infrastructure > findings.sarif",
      "  ecr-access check --param Vpc=vpc-0a1b2c3d --region eu-west-1 template.yaml",
      "  ecr-access check --diagram docs template.yaml  # template.svg, template.mmd",
      "  ecr-access check --format json - < template.yaml | jq -r .verdict",
      "",
      "In JSON the document has a verdict (can, cannot or cannot tell), and so has each",
      "of its deployment and pulls, of their walks, and of the steps of a walk. Every",
      "finding has a text; path, line and column where it has a place in the template;",
      "awsText where it is known what AWS would say.",
      "",
      "Exit codes: 0 can pull, 1 cannot pull or the template has problems,",
      "2 used wrongly, 3 cannot tell, 70 a bug of ecr-access."
    })
final class CheckCommand implements Callable<Integer> {

  private final Console console;
  private final BiFunction<Json.Obj, DeploymentContext, CheckOutcome> judge;

  /** Skipped files that are told by name. */
  private static final int MOST_SKIPPED = 10;

  /** How the result is written. */
  private enum Format {
    TEXT,
    JSON,
    SARIF,
    JUNIT,
    GITHUB,
    MARKDOWN
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "TEMPLATE|FOLDER",
      description =
          "Templates in YAML or JSON, or folders of them; - for standard input, alone. What is no"
              + " template in a folder is skipped. Templates of which one imports what another"
              + " exports are judged together.")
  private List<String> named = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|json|sarif|junit|github|markdown",
      description = "The result's format; by default text.")
  private Format format = Format.TEXT;

  @Mixin private final DeploymentOptions options = new DeploymentOptions();

  @Mixin private final ResultOptions result = new ResultOptions();

  @Option(
      names = "--diagram",
      paramLabel = "FOLDER|FILE",
      description =
          "Draw the walks: as FILE.svg, as FILE.mmd (Mermaid), or both into a folder, named after"
              + " the template.")
  private @Nullable Path diagram;

  CheckCommand(Console console, BiFunction<Json.Obj, DeploymentContext, CheckOutcome> judge) {
    this.console = console;
    this.judge = judge;
  }

  @Override
  public Integer call() throws CommandFailure {
    LocalMacro macro = new LocalMacro(options, console.environment());
    boolean alone =
        named.size() == 1 && (named.contains("-") || !Files.isDirectory(Path.of(named.getFirst())));
    return alone && (format == Format.TEXT || format == Format.JSON)
        ? checkOne(TemplateArgument.read(new InputText(named.getFirst()), console), macro)
        : checkAll(TemplateFiles.read(named, console), macro);
  }

  private int checkOne(SourceFile file, LocalMacro macro) throws CommandFailure {
    StackRegion region = macro.stackRegion(file.json());
    return switch (macro.check(file.json(), judge)) {
      case CheckOutcome.Rejected rejected -> {
        if (format == Format.JSON) {
          console.print(
              JsonText.pretty(
                      json(
                          CheckedFile.rejected(
                              file.name(), new FilePlaces(file), region, rejected.problems())))
                  + "\n");
        }
        throw CommandFailure.problems(file, rejected.problems());
      }
      case CheckOutcome.Judged(Judgement judgement) -> report(file, region, result.kept(judgement));
    };
  }

  /** Templates that belong together are judged as one; the worst exit code of all. */
  private int checkAll(TemplateFiles files, LocalMacro macro) throws CommandFailure {
    List<CheckedFile> checked = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (List<SourceFile> group : JoinedStacks.sort(files.templates())) {
      checked.add(
          group.size() == 1 ? alone(group.getFirst(), macro, text) : joined(group, macro, text));
    }
    tellSkipped(files.skipped());
    console.print(
        switch (format) {
          case TEXT -> text + summary(files.templates().size(), checked) + "\n";
          case JSON -> JsonText.pretty(json(checked)) + "\n";
          case SARIF -> FindingReports.sarif(checked, Version.number());
          case JUNIT -> FindingReports.junit(checked);
          case GITHUB ->
              FindingReports.github(checked) + summary(files.templates().size(), checked) + "\n";
          case MARKDOWN -> FindingReports.markdown(checked);
        });
    return worst(checked).exitCode();
  }

  private CheckedFile alone(SourceFile file, LocalMacro macro, StringBuilder text)
      throws CommandFailure {
    StackRegion region = macro.stackRegion(file.json());
    FilePlaces places = new FilePlaces(file, region.members());
    return check(file.name(), file.json(), places, places, region, macro, text);
  }

  /** Templates of which some import what others export are one network. */
  private CheckedFile joined(List<SourceFile> group, LocalMacro macro, StringBuilder text)
      throws CommandFailure {
    JoinedStacks stacks = JoinedStacks.of(group);
    StackRegion region = macro.stackRegion(stacks.template());
    return check(stacks.name(), stacks.template(), stacks, stacks, region, macro, text);
  }

  private CheckedFile check(
      String name,
      Json.Obj template,
      Places places,
      CheckedFile.Locator locator,
      StackRegion region,
      LocalMacro macro,
      StringBuilder text)
      throws CommandFailure {
    text.append(Words.clean(name)).append('\n');
    return switch (macro.check(template, judge)) {
      case CheckOutcome.Rejected rejected -> {
        for (Problem problem : rejected.problems()) {
          text.append(Words.clean(places.place(problem.path()) + ": " + problem)).append('\n');
        }
        text.append('\n');
        yield CheckedFile.rejected(name, locator, region, rejected.problems());
      }
      case CheckOutcome.Judged(Judgement all) -> {
        Judgement judgement = result.kept(all);
        text.append(region.line());
        text.append(result.text(judgement, places, console));
        text.append('\n');
        yield CheckedFile.judged(name, locator, region, judgement);
      }
    };
  }

  private void tellSkipped(List<String> skipped) {
    skipped.stream()
        .limit(MOST_SKIPPED)
        .forEach(name -> console.err().println("skipped " + Words.clean(name) + ": no template"));
    if (skipped.size() > MOST_SKIPPED) {
      console.err().println("skipped %d more".formatted(skipped.size() - MOST_SKIPPED));
    }
  }

  private static CheckedFile worst(List<CheckedFile> checked) {
    return Stream.of("cannot", "cannot tell", "can")
        .flatMap(verdict -> checked.stream().filter(file -> file.verdict().equals(verdict)))
        .findFirst()
        .orElseThrow();
  }

  /** How many there were of each verdict; what belongs together counts once. */
  private static String summary(int templates, List<CheckedFile> checked) {
    String verdicts =
        Stream.of("can", "cannot", "cannot tell")
            .map(verdict ->
                checked.stream().filter(file -> file.verdict().equals(verdict)).count()
                    + " "
                    + verdict)
            .collect(Collectors.joining(", "));
    String together =
        checked.size() == templates
            ? ""
            : ", judged as %d that belong together".formatted(checked.size());
    return "%d %s%s: %s"
        .formatted(templates, templates == 1 ? "template" : "templates", together, verdicts);
  }

  private static Json.Obj json(List<CheckedFile> checked) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("verdict", new Json.Str(worst(checked).verdict()));
    members.put("files", new Json.Arr(checked.stream().<Json>map(CheckCommand::json).toList()));
    return new Json.Obj(members);
  }

  /** A file's findings without the traces that lead to them. */
  private static Json.Obj json(CheckedFile file) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("verdict", new Json.Str(file.verdict()));
    members.put("file", new Json.Str(file.name()));
    members.putAll(file.region().members());
    members.put(
        "findings", new Json.Arr(file.findings().stream().map(CheckCommand::json).toList()));
    return new Json.Obj(members);
  }

  private static Json json(CheckedFile.Finding finding) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("level", new Json.Str(finding.level().name().toLowerCase(Locale.ROOT)));
    members.put("check", new Json.Str(finding.check()));
    members.put("file", new Json.Str(finding.file()));
    members.put("line", new Json.Num(String.valueOf(finding.position().line())));
    members.put("column", new Json.Num(String.valueOf(finding.position().column())));
    members.put("text", new Json.Str(finding.text()));
    return new Json.Obj(members);
  }

  private int report(SourceFile file, StackRegion region, Judgement judgement)
      throws CommandFailure {
    Places places = new FilePlaces(file, region.members());
    String text =
        format == Format.JSON
            ? JsonText.pretty(result.json(judgement, places)) + "\n"
            : region.line() + result.text(judgement, places, console);
    return ResultOptions.report(console, text, judgement, places, Optional.ofNullable(diagram));
  }
}
