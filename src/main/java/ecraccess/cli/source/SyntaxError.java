package ecraccess.cli.source;

/** Why a file cannot be read: where, and one sentence without a full stop. */
public record SyntaxError(Position position, String text) {}
