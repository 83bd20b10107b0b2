package ecraccess.cli.source;

/** A place in a file as editors show it: both count from 1, columns in Unicode characters. */
public record Position(int line, int column) {}
