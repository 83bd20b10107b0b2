package ecraccess.cli;

import ecraccess.source.Reading;
import ecraccess.source.SourceFile;
import ecraccess.source.SyntaxError;
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

  SourceFile read(Console console) throws Stop {
    return read(new InputText(file), console);
  }

  /** The template in a file, or on standard input. */
  static SourceFile read(InputText input, Console console) throws Stop {
    return switch (SourceFile.parse(input.name(), input.read(console))) {
      case Reading.Done(SourceFile source) -> source;
      case Reading.Failed(SyntaxError error) -> throw Stop.problem(input.name(), error);
    };
  }
}
