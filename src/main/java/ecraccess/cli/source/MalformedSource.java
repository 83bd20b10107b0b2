package ecraccess.cli.source;

/** Ends the reading of a file at its first fault; leaves this package as a {@link SyntaxError}. */
final class MalformedSource extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient SyntaxError error;

  MalformedSource(Position position, String text) {
    super(text);
    this.error = new SyntaxError(position, text);
  }

  SyntaxError error() {
    return error;
  }
}
