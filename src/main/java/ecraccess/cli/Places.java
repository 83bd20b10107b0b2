package ecraccess.cli;

import ecraccess.json.Json;
import ecraccess.json.Path;
import java.util.Map;

/** Says where things are that a judgement speaks of: in a file, or in a live account. */
interface Places {

  /** What was judged, for machines. */
  Map<String, Json> subject();

  /** What pictures of it are named after. */
  String title();

  /** Where it is: {@code template.yaml:8:7}, {@code vpc-0a1b2c3d}. */
  String place(Path path);

  /** Where it is, and what stands there. */
  String inFull(Path path);

  /** The same, for machines. */
  Map<String, Json> members(Path path);

  /** Whether the path tells more than that it is in what was judged, or about something outside. */
  static boolean isSomewhere(Path path) {
    return !path.steps().isEmpty();
  }
}
