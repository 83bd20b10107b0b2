package ecraccess.acceptance.habitat;

import java.nio.file.Path;

/** The packages as {@code sam build} makes them: made when a test first asks, then for all. */
final class SamBuild {
  private static final Path BUILT = build();

  private SamBuild() {}

  /** The folder that {@code sam deploy} zips: what Lambda has in {@code /var/task}. */
  static Path macroFunction() {
    return BUILT.resolve("MacroFunction");
  }

  /** The same of the network function. */
  static Path networkFunction() {
    return BUILT.resolve("NetworkFunction");
  }

  private static Path build() {
    Path built = Path.of("target/sam-build").toAbsolutePath();
    Tools.run("sam", "build", "--build-dir", built.toString()).orFail();
    return built;
  }
}
