package ecraccess.acceptance.verdict;

import ecraccess.core.json.JsonPath;

/** Places in a template. */
final class Places {
  private Places() {}

  /** The place of the resource, or of the section's member, that the path leads into. */
  static JsonPath resource(JsonPath path) {
    return path.steps().size() < 2
        ? path
        : JsonPath.ROOT.then(path.steps().get(0)).then(path.steps().get(1));
  }
}
