package ecraccess.cli;

import ecraccess.source.Reading;
import ecraccess.source.SourceFile;
import ecraccess.source.SyntaxError;
import picocli.CommandLine.Parameters;

/** The template that a command works on. */
final class TemplateArgument {
  @Parameters(
      paramLabel = "TEMPLATE",
      description = "A template in YAML or JSON; - for standard input.")
  private String file = InputText.STANDARD_INPUT;

  SourceFile read(Console console) throws Stop {
    InputText input = new InputText(file);
    return switch (SourceFile.parse(input.name(), input.read(console))) {
      case Reading.Done(SourceFile source) -> source;
      case Reading.Failed(SyntaxError error) -> throw Stop.problem(input.name(), error);
    };
  }
}
