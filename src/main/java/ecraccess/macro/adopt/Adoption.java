package ecraccess.macro.adopt;

import ecraccess.core.cfn.Problem;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What adopting a template came to.
 *
 * @param template with the shorthands, and without its {@code Transform} section; what was not
 *     adopted is the very same values as before
 * @param shorthands in the order of the template; none, where nothing could be adopted
 * @param kept the VPC endpoints that stay as they are, each with the reason
 * @param weaknesses of what was adopted: it stays as weak as it was
 * @param notes what else the user should know of what was adopted
 */
public record Adoption(
    Json.Obj template,
    List<Adopted> shorthands,
    List<Problem> kept,
    List<Problem> weaknesses,
    List<Problem> notes) {
  public Adoption {
    shorthands = List.copyOf(shorthands);
    kept = List.copyOf(kept);
    weaknesses = List.copyOf(weaknesses);
    notes = List.copyOf(notes);
  }

  /**
   * A shorthand and what it stands for.
   *
   * @param endpoints where they stood, the first first: there stands the shorthand now
   * @param moved places in the shorthand whose values stood in the template before, and where
   */
  public record Adopted(
      String logicalId, Json.Obj value, List<Endpoint> endpoints, Map<JsonPath, JsonPath> moved) {
    public Adopted {
      endpoints = List.copyOf(endpoints);
      moved = Collections.unmodifiableMap(new LinkedHashMap<>(moved));
    }
  }

  /** An endpoint that a shorthand stands for. */
  public record Endpoint(JsonPath path, String logicalId, String service) {}

  /** How many endpoints were adopted. */
  public int adopted() {
    return shorthands.stream().mapToInt(shorthand -> shorthand.endpoints().size()).sum();
  }
}
