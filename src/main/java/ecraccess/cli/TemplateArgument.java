package ecraccess.cli;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.cli.source.SyntaxError;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The template that a command works on. */
final class TemplateArgument {
  @Parameters(
      paramLabel = "TEMPLATE",
      description = "A template in YAML or JSON; - for standard input.")
  private String file = InputText.STANDARD_INPUT;

  boolean isStandardInput() {
    return new InputText(file).isStandardInput();
  }

  Path path() {
    return Path.of(file);
  }

  SourceFile read(Console console) throws CommandFailure {
    return read(new InputText(file), console);
  }

  /** The template in a file, or on standard input. */
  static SourceFile read(InputText input, Console console) throws CommandFailure {
    return switch (SourceFile.parse(input.name(), input.read(console))) {
      case SourceReading.Done(SourceFile source) -> source;
      case SourceReading.Failed(SyntaxError error) ->
          throw CommandFailure.problem(input.name(), error);
    };
  }
}
