package ecraccess.habitat;

import java.nio.file.Path;

/** The macro's package as {@code sam build} makes it: made when a test first asks, then for all. */
final class SamBuild {
  private static final Path FUNCTION = build();

  private SamBuild() {}

  /** The folder that {@code sam deploy} zips: what Lambda has in {@code /var/task}. */
  static Path macroFunction() {
    return FUNCTION;
  }

  private static Path build() {
    Path built = Path.of("target/sam-build").toAbsolutePath();
    Tools.run("sam", "build", "--build-dir", built.toString()).orFail();
    return built.resolve("MacroFunction");
  }
}
