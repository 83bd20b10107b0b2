package ecraccess.reach.report;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.Map;

/** Says where things are that a judgement speaks of: in a file, or in a live account. */
public interface Places {

  /** What was judged, for machines. */
  Map<String, Json> subject();

  /** What pictures of it are named after. */
  String title();

  /** Where it is: {@code template.yaml:8:7}, {@code vpc-0a1b2c3d}. */
  String place(JsonPath path);

  /** Where it is, and what stands there. */
  String inFull(JsonPath path);

  /** The same, for machines. */
  Map<String, Json> members(JsonPath path);

  /** Whether the path tells more than that it is in what was judged, or about something outside. */
  static boolean isSomewhere(JsonPath path) {
    return !path.steps().isEmpty();
  }
}
