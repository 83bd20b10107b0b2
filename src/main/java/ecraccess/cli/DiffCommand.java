package ecraccess.cli;

import ecraccess.cli.source.SourceFile;
import ecraccess.core.cfn.Problem;
import ecraccess.core.json.Json;
import ecraccess.macro.adopt.Comparison;
import ecraccess.macro.expand.Expansion;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Compares what two templates deploy. */
@Command(
    name = "diff",
    description = {
      "Tells whether two templates deploy the same, once their shorthands are written out.",
      "Spellings of functions, comments and order do not count, nor does it whether VPC endpoints",
      "write out a default. What differs goes to standard output, a line each."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  ecr-access diff before.yaml after.yaml",
      "  aws cloudformation get-template --stack-name net --template-stage Processed \\",
      "    --query TemplateBody | ecr-access diff - template.yaml",
      "",
      "Exit codes: 0 the same, 1 they differ or one has problems, 2 used wrongly."
    })
final class DiffCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "OLD", description = "A template; - for standard input.")
  private String old = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "Another one.")
  private String now = "";

  @Mixin private final DeploymentOptions options = new DeploymentOptions();

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws CommandFailure {
    InputText before = new InputText(old);
    InputText after = new InputText(now);
    if (before.isStandardInput() && after.isStandardInput()) {
      throw CommandFailure.wrongUse(
          "only one of the templates can be standard input, found - twice");
    }
    SourceFile first = TemplateArgument.read(before, console);
    SourceFile second = TemplateArgument.read(after, console);
    List<Problem> differences =
        Comparison.differences(
            expanded(first), expanded(second), options.region(console.environment()));
    for (Problem difference : differences) {
      console.print(difference + "\n");
    }
    return differences.isEmpty() ? 0 : CommandFailure.PROBLEMS;
  }

  private Json.Obj expanded(SourceFile file) throws CommandFailure {
    return switch (new LocalMacro(options, console.environment()).expand(file.json())) {
      case Expansion.Expanded expanded -> expanded.template();
      case Expansion.Rejected rejected -> throw CommandFailure.problems(file, rejected.problems());
    };
  }
}
