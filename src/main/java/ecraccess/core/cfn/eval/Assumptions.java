package ecraccess.core.cfn.eval;

import ecraccess.core.json.Json;
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
public record Assumptions(
    Map<String, Json> values,
    Map<String, Set<String>> excluded,
    Map<Json, Boolean> comparisons,
    List<String> clauses) {
  public static final Assumptions NOTHING =
      new Assumptions(Map.of(), Map.of(), Map.of(), List.of());

  public Assumptions {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    excluded = Collections.unmodifiableMap(new LinkedHashMap<>(excluded));
    comparisons = Collections.unmodifiableMap(new LinkedHashMap<>(comparisons));
    clauses = List.copyOf(clauses);
  }

  /** Something that is assumed of the deployment itself. */
  public static Assumptions clause(String clause) {
    return new Assumptions(Map.of(), Map.of(), Map.of(), List.of(clause));
  }

  public static Assumptions value(String parameter, String value, String clause) {
    return new Assumptions(
        Map.of(parameter, new Json.Str(value)), Map.of(), Map.of(), List.of(clause));
  }

  public static Assumptions not(String parameter, Set<String> values, String clause) {
    return new Assumptions(Map.of(), Map.of(parameter, values), Map.of(), List.of(clause));
  }

  public static Assumptions comparison(Json comparison, boolean equal, String clause) {
    return new Assumptions(Map.of(), Map.of(), Map.of(comparison, equal), List.of(clause));
  }

  /** Both; they are about different things. */
  public Assumptions and(Assumptions other) {
    List<String> all = new ArrayList<>(clauses);
    all.addAll(other.clauses);
    return new Assumptions(
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
