package ecraccess.cli.source;

/** What reading a file's text yields. */
public sealed interface SourceReading {
  record Done(SourceFile file) implements SourceReading {}

  record Failed(SyntaxError error) implements SourceReading {}
}
