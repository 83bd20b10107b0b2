package ecraccess.cli;

import ecraccess.cli.source.SourceFile;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.macro.expand.CheckOutcome;
import ecraccess.macro.expand.plan.DeploymentContext;
import ecraccess.reach.report.Places;
import ecraccess.reach.verdict.Judgement;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Mixin private final TemplateArgument template = new TemplateArgument();

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
    SourceFile file = template.read(console);
    LocalMacro macro = new LocalMacro(options, console.environment());
    return switch (macro.check(file.json(), judge)) {
      case CheckOutcome.Rejected rejected ->
          throw CommandFailure.problems(file, rejected.problems());
      case CheckOutcome.Judged(Judgement judgement) ->
          report(file, macro.stackRegion(file.json()), result.kept(judgement));
    };
  }

  private int report(SourceFile file, StackRegion region, Judgement judgement)
      throws CommandFailure {
    Places places = new FilePlaces(file, region.members());
    String text =
        switch (result.format()) {
          case TEXT -> region.line() + result.text(judgement, places, console);
          case JSON -> JsonText.pretty(result.json(judgement, places)) + "\n";
        };
    return ResultOptions.report(console, text, judgement, places, Optional.ofNullable(diagram));
  }
}
