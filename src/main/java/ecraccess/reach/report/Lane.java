package ecraccess.reach.report;

import ecraccess.reach.verdict.Judgement;
import ecraccess.reach.verdict.Trace;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Traces that differ in nothing but where they start, shown as one.
 *
 * @param from where they start, in the order of the judgement
 */
public record Lane(Trace.Purpose purpose, List<String> from, List<Trace.Step> steps) {
  public Lane {
    from = List.copyOf(from);
    steps = List.copyOf(steps);
  }

  private record Key(Trace.Purpose purpose, List<Trace.Step> steps) {}

  /** Each lane where its first trace stood. */
  public static List<Lane> of(List<Trace> traces) {
    Map<Key, List<String>> starts = new LinkedHashMap<>();
    for (Trace trace : traces) {
      starts
          .computeIfAbsent(new Key(trace.purpose(), trace.steps()), key -> new ArrayList<>())
          .add(Words.clean(trace.from()));
    }
    return starts.entrySet().stream()
        .map(lane -> new Lane(lane.getKey().purpose(), lane.getValue(), lane.getKey().steps()))
        .toList();
  }

  /** For renderings that do not say what makes a healthy trace work: those for one purpose join. */
  public static List<Lane> brief(Judgement.Pull pull) {
    return of(pull.traces().stream().map(Lane::withoutReasons).toList());
  }

  private static Trace withoutReasons(Trace trace) {
    return trace.verdict() instanceof Verdict.Can
        ? new Trace(
            trace.purpose(),
            trace.from(),
            List.of(new Trace.Step(trace.steps().getFirst().kind(), new Verdict.Can(""))))
        : trace;
  }

  public Mark mark() {
    return Mark.of(steps.stream().map(Trace.Step::verdict).reduce(Verdict::and).orElseThrow());
  }

  /** Where the traces start, in a sentence. */
  public String start() {
    return String.join(", ", from);
  }
}
