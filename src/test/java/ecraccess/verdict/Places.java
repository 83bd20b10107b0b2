package ecraccess.verdict;

import ecraccess.json.Path;

/** Places in a template. */
final class Places {
  private Places() {}

  /** The place of the resource, or of the section's member, that the path leads into. */
  static Path resource(Path path) {
    return path.steps().size() < 2
        ? path
        : Path.ROOT.then(path.steps().get(0)).then(path.steps().get(1));
  }
}
