package ecraccess.cli;

import ecraccess.cli.source.Format;
import ecraccess.cli.source.SourceFile;
import ecraccess.core.json.Json;
import ecraccess.macro.expand.Expansion;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the template that a deployment would work with. */
@Command(
    name = "expand",
    description = {
      "Prints the template with its endpoints written out, as CloudFormation would see it.",
      "What has nothing to do with the shorthand keeps its text, comments included.",
      "What AdditionalServices: Auto added, and why, goes to standard error."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ecr-access expand template.yaml",
      "  ecr-access expand template.yaml | diff template.yaml -",
      "  ecr-access expand --region cn-north-1 --param Stage=prod template.yaml",
      "  ecr-access expand --format json - < template.yaml > expanded.json",
      "",
      "Exit codes: 0 done, 1 the template has problems, 2 used wrongly."
    })
final class ExpandCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final TemplateArgument template = new TemplateArgument();

  @Mixin private final DeploymentOptions options = new DeploymentOptions();

  @Option(
      names = "--format",
      paramLabel = "yaml|json",
      description = "The result's format; by default the template's own.")
  private @Nullable Format format;

  ExpandCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CommandFailure {
    SourceFile file = template.read(console);
    switch (new LocalMacro(options, console.environment()).expand(file.json())) {
      case Expansion.Rejected rejected -> throw CommandFailure.problems(file, rejected.problems());
      case Expansion.Expanded expanded -> {
        console.print(text(file, expanded.template()));
        expanded.notes().forEach(console.err()::println);
        expanded
            .findings()
            .forEach(note ->
                console.err().println("Note: %s (%s)".formatted(note.text(), note.check())));
      }
    }
    return 0;
  }

  private String text(SourceFile file, Json.Obj expanded) {
    Format wanted = Optional.ofNullable(format).orElse(file.format());
    return wanted == file.format() ? file.withJson(expanded) : wanted.write(expanded);
  }
}
