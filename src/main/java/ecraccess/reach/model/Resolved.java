package ecraccess.reach.model;

import ecraccess.core.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A value of a template, evaluated as far as it can be.
 *
 * @param value in which functions stay where only the deployment knows
 * @param names what each function in it names
 */
public record Resolved(Json value, Map<Json, Id> names) {
  public Resolved {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /** One without functions. */
  public static Resolved of(Json value) {
    return new Resolved(value, Map.of());
  }
}
