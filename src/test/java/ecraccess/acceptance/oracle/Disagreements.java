package ecraccess.acceptance.oracle;

import ecraccess.acceptance.oracle.Differential.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** What two opinions differ in, by kind, each kind with the smallest template that shows it. */
final class Disagreements {
  private final Map<String, List<Long>> seeds = new LinkedHashMap<>();
  private final Map<String, Differential> first = new LinkedHashMap<>();
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final Map<String, Integer> verdicts = new TreeMap<>();
  private final Map<String, Integer> needless = new TreeMap<>();

  /** Judges what these seeds make. */
  static Disagreements of(LongFunction<Differential> judged, long firstSeed, int count) {
    Disagreements all = new Disagreements();
    for (long seed = firstSeed; seed < firstSeed + count; seed++) {
      try {
        all.add(seed, judged.apply(seed));
      } catch (RuntimeException e) {
        throw new IllegalStateException("seed " + seed, e);
      }
    }
    return all;
  }

  private void add(long seed, Differential one) {
    counts.merge(one.kind(), 1, Integer::sum);
    verdicts.merge(one.truth().outcome() + ", product: " + one.answer().verdict(), 1, Integer::sum);
    if (one.kind() == Kind.NEEDLESS) {
      needless.merge(one.productCause(), 1, Integer::sum);
    }
    if (one.kind() != Kind.AGREED) {
      seeds.computeIfAbsent(one.group(), group -> new ArrayList<>()).add(seed);
      first.putIfAbsent(one.group(), one);
    }
  }

  int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How often which verdict met which truth, and what the product needlessly asked for. */
  String summary() {
    StringBuilder text = new StringBuilder();
    verdicts.forEach((verdict, count) -> text.append("%6d  %s%n".formatted(count, verdict)));
    text.append("needless cannot tell, by reason:\n");
    needless.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(entry -> text.append("%6d  %s%n".formatted(entry.getValue(), entry.getKey())));
    return text.toString();
  }

  /** Every group of these kinds, most frequent first, each with its smallest template. */
  String report(Set<Kind> kinds, int most) {
    StringBuilder text = new StringBuilder();
    seeds.entrySet().stream()
        .filter(entry -> kinds.contains(first.get(entry.getKey()).kind()))
        .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
        .limit(most)
        .forEach(entry -> text.append(group(entry.getKey(), entry.getValue())));
    return text.toString();
  }

  private String group(String group, List<Long> found) {
    Differential smallest = first.get(group).smallest();
    return "%n### %s%n%d times, seeds %s%n```json%n%s```%ntruth: %s %s%nproduct: %s, %s%n"
        .formatted(
            group,
            found.size(),
            found.subList(0, Math.min(3, found.size())),
            Tree.template(smallest.template()),
            smallest.truth().outcome(),
            smallest.truth().cause(),
            smallest.answer().verdict(),
            smallest.answer().objections());
  }
}
