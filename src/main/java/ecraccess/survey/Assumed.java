package ecraccess.survey;

import ecraccess.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is assumed where a template leaves a choice.
 *
 * @param values of parameters
 * @param excluded what a parameter is not
 * @param comparisons how comparisons end that nothing tells, by the comparison in its one spelling
 * @param clauses all of it for readers
 */
record Assumed(
    Map<String, Json> values,
    Map<String, Set<String>> excluded,
    Map<Json, Boolean> comparisons,
    List<String> clauses) {
  static final Assumed NOTHING = new Assumed(Map.of(), Map.of(), Map.of(), List.of());

  Assumed {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    excluded = Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
    comparisons = Collections.unmodifiableMap(new LinkedHashMap<>(comparisons));
    clauses = List.copyOf(clauses);
  }

  static Assumed value(String parameter, String value, String clause) {
    return new Assumed(Map.of(parameter, new Json.Str(value)), Map.of(), Map.of(), List.of(clause));
  }

  static Assumed not(String parameter, Set<String> values, String clause) {
    return new Assumed(Map.of(), Map.of(parameter, values), Map.of(), List.of(clause));
  }

  static Assumed comparison(Json comparison, boolean equal, String clause) {
    return new Assumed(Map.of(), Map.of(), Map.of(comparison, equal), List.of(clause));
  }

  /** Both; they are about different things. */
  Assumed and(Assumed other) {
    List<String> all = new ArrayList<>(clauses);
    all.addAll(other.clauses);
    return new Assumed(
        merged(values, other.values),
        merged(excluded, other.excluded),
        merged(comparisons, other.comparisons),
        all);
  }

  private static <K, V> Map<K, V> merged(Map<K, V> some, Map<K, V> others) {
    Map<K, V> all = new LinkedHashMap<>(some);
    all.putAll(others);
    return all;
  }
}
