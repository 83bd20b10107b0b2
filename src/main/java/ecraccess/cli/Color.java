package ecraccess.cli;

import ecraccess.reach.report.Ansi;

/** When to use colours. */
enum Color {
  AUTO {
    @Override
    Ansi paint(Console console) {
      return new Ansi(
          console.terminal() && console.environment().getOrDefault("NO_COLOR", "").isEmpty());
    }
  },
  ALWAYS {
    @Override
    Ansi paint(Console console) {
      return new Ansi(true);
    }
  },
  NEVER {
    @Override
    Ansi paint(Console console) {
      return new Ansi(false);
    }
  };

  abstract Ansi paint(Console console);
}
