package ecraccess.cli;

/** When to use colours. */
enum Color {
  AUTO {
    @Override
    Paint paint(Console console) {
      return new Paint(
          console.terminal() && console.environment().getOrDefault("NO_COLOR", "").isEmpty());
    }
  },
  ALWAYS {
    @Override
    Paint paint(Console console) {
      return new Paint(true);
    }
  },
  NEVER {
    @Override
    Paint paint(Console console) {
      return new Paint(false);
    }
  };

  abstract Paint paint(Console console);
}
