package ecraccess.source;

/** What reading a file's text yields. */
public sealed interface Reading {
  record Done(SourceFile file) implements Reading {}

  record Failed(SyntaxError error) implements Reading {}
}
