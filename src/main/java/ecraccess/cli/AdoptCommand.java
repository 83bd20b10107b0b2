package ecraccess.cli;

import ecraccess.cli.source.SourceFile;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts the shorthand in the place of endpoints written by hand. */
@Command(
    name = "adopt",
    description = {
      "Replaces the VPC endpoints of a template by the shorthand, where it is proved that the",
      "same endpoints come back from it: same names, same properties, so an empty change set.",
      "Prints the new template; every byte outside of the replaced endpoints stays as it was.",
      "What stays as it is, and why, goes to standard error."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ecr-access adopt --dry-run template.yaml",
      "  ecr-access adopt --write --region eu-west-1 template.yaml",
      "  ecr-access adopt - < template.yaml > shorter.yaml",
      "",
      "Exit codes: 0 adopted, 1 nothing adopted or the template has problems, 2 used wrongly."
    })
final class AdoptCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final TemplateArgument template = new TemplateArgument();

  @ArgGroup private @Nullable Mode mode;

  @Mixin private final DeploymentOptions options = new DeploymentOptions();

  /** What becomes of the result, if it is not printed. */
  static final class Mode {
    @Option(
        names = "--dry-run",
        description = "Print the difference and the list of what is proved equal instead.")
    private boolean dryRun;

    @Option(names = "--write", description = "Change the file itself, all at once or not at all.")
    private boolean write;
  }

  AdoptCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CommandFailure {
    if (mode != null && mode.write && template.isStandardInput()) {
      throw CommandFailure.wrongUse("--write needs a file, found standard input");
    }
    SourceFile file = template.read(console);
    AdoptedFile adopted = AdoptedFile.of(file, new LocalMacro(options, console.environment()));
    AdoptionReport report = new AdoptionReport(file, adopted.adoption());
    if (adopted.adoption().shorthands().isEmpty()) {
      throw CommandFailure.unsuccessful(report.nothing());
    }
    deliver(file, adopted);
    report.lines(adopted.text()).forEach(console.err()::println);
    return 0;
  }

  private void deliver(SourceFile file, AdoptedFile adopted) throws CommandFailure {
    if (mode != null && mode.dryRun) {
      console.print(UnifiedDiff.of(file.name(), file.text(), adopted.text()));
      console.print(new AdoptionReport(file, adopted.adoption()).equal());
    } else if (mode != null && mode.write) {
      AtomicWrite.write(template.path(), adopted.text());
    } else {
      console.print(adopted.text());
    }
  }
}
