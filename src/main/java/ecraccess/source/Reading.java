package ecraccess.source;

/** What reading a file's text yields. */
public sealed interface Reading {
  record Readable(SourceFile file) implements Reading {}

  record Unreadable(SyntaxError error) implements Reading {}
}
