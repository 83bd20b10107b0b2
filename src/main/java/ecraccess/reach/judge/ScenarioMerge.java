package ecraccess.reach.judge;

import ecraccess.core.json.JsonPath;
import ecraccess.reach.flow.PathChoice;
import ecraccess.reach.trace.SubnetTrace;
import ecraccess.reach.verdict.Note;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is found of every network that is possible, told as one. What they agree on stands; where
 * they do not, the assumptions that decide are what is missing.
 */
record ScenarioMerge(List<ScenarioFindings> all) {

  private record Fault(ScenarioFindings scenario, Verdict.Cannot verdict) {
    JsonPath path() {
      return verdict.path();
    }
  }

  private record Seen(ScenarioFindings scenario, SubnetTrace subnetTrace) {}

  /** Every doubt of any; a fault of all, or else the doubt whether it comes to that. */
  List<Verdict> deployment() {
    List<Fault> faults =
        all.stream()
            .flatMap(scenario ->
                scenario.deployment().stream()
                    .filter(Verdict.Cannot.class::isInstance)
                    .map(verdict -> new Fault(scenario, (Verdict.Cannot) verdict)))
            .toList();
    if (all.size() == 1 || everyWorldHasItsOwn(faults)) {
      return all.getFirst().deployment();
    }
    Stream<Verdict> doubts =
        all.stream()
            .flatMap(scenario -> scenario.deployment().stream())
            .filter(verdict -> !(verdict instanceof Verdict.Cannot));
    Stream<Verdict> merged =
        faults.stream()
            .map(Fault::path)
            .distinct()
            .map(path -> merged(faults.stream().filter(one -> one.path().equals(path)).toList()));
    return Stream.concat(doubts, merged).distinct().toList();
  }

  /** Each note of any. */
  List<Note> notes() {
    return all.stream().flatMap(scenario -> scenario.notes().stream()).distinct().toList();
  }

  private Verdict merged(List<Fault> atOnePlace) {
    List<ScenarioFindings> scenarios = atOnePlace.stream().map(Fault::scenario).distinct().toList();
    Verdict fault = atOnePlace.getFirst().verdict();
    return scenarios.size() == all.size()
        ? fault
        : PathChoice.soften(fault, whether(scenarios::contains));
  }

  private boolean everyWorldHasItsOwn(List<Fault> faults) {
    boolean common =
        faults.stream()
            .anyMatch(fault ->
                all.stream()
                    .allMatch(scenario ->
                        faults.stream()
                            .anyMatch(other ->
                                other.scenario().equals(scenario)
                                    && other.path().equals(fault.path()))));
    return !common
        && all.stream()
            .allMatch(
                scenario -> faults.stream().anyMatch(fault -> fault.scenario().equals(scenario)));
  }

  List<SubnetTrace> subnetTraces() {
    Map<SubnetTrace.Who, List<SubnetTrace>> workloads = new LinkedHashMap<>();
    for (List<Seen> seen : byKey().values()) {
      SubnetTrace merged = mergedTrace(seen);
      workloads.computeIfAbsent(merged.who(), who -> new ArrayList<>()).add(merged);
    }
    List<Map<SubnetTrace.Who, List<SubnetTrace>>> scenarios =
        all.stream().map(ScenarioMerge::byWorkload).toList();
    return workloads.entrySet().stream()
        .flatMap(workload ->
            agreed(
                scenarios.stream()
                    .map(scenario -> scenario.getOrDefault(workload.getKey(), List.of()))
                    .toList(),
                workload.getValue()))
        .toList();
  }

  /** What is seen of one trace, at most once in each scenario. */
  @SuppressWarnings("ReferenceEquality") // each scenario is one instance, and large
  private Map<SubnetTrace.Key, List<Seen>> byKey() {
    Map<SubnetTrace.Key, List<Seen>> seen = new LinkedHashMap<>();
    for (ScenarioFindings scenario : all) {
      for (SubnetTrace subnetTrace : scenario.subnetTraces()) {
        List<Seen> so = seen.computeIfAbsent(subnetTrace.key(), key -> new ArrayList<>());
        if (so.isEmpty() || so.getLast().scenario() != scenario) {
          so.add(new Seen(scenario, subnetTrace));
        }
      }
    }
    return seen;
  }

  private static Map<SubnetTrace.Who, List<SubnetTrace>> byWorkload(ScenarioFindings scenario) {
    Map<SubnetTrace.Who, List<SubnetTrace>> workloads = new LinkedHashMap<>();
    for (SubnetTrace subnetTrace : scenario.subnetTraces()) {
      workloads.computeIfAbsent(subnetTrace.who(), who -> new ArrayList<>()).add(subnetTrace);
    }
    return workloads;
  }

  /** Where what pulls fails in every world, though not every time on the same way, it fails. */
  private static Stream<SubnetTrace> agreed(
      List<List<SubnetTrace>> scenarios, List<SubnetTrace> merged) {
    boolean always =
        scenarios.stream().allMatch(traces -> traces.stream().anyMatch(ScenarioMerge::isCannot));
    return always && merged.stream().noneMatch(ScenarioMerge::isCannot)
        ? scenarios.getFirst().stream()
        : merged.stream();
  }

  private SubnetTrace mergedTrace(List<Seen> seen) {
    List<Seen> faulty = seen.stream().filter(one -> isCannot(one.subnetTrace())).toList();
    if (faulty.isEmpty()) {
      return seen.stream()
          .map(Seen::subnetTrace)
          .reduce((one, other) -> isOpen(one) || !isOpen(other) ? one : other)
          .orElseThrow();
    }
    SubnetTrace subnetTrace = faulty.getFirst().subnetTrace();
    List<ScenarioFindings> scenarios = faulty.stream().map(Seen::scenario).toList();
    return scenarios.size() == all.size()
        ? subnetTrace
        : subnetTrace.with(PathChoice.soften(subnetTrace.steps(), whether(scenarios::contains)));
  }

  private static boolean isOpen(SubnetTrace subnetTrace) {
    return subnetTrace.verdict() instanceof Verdict.CannotTell;
  }

  private static boolean isCannot(SubnetTrace subnetTrace) {
    return subnetTrace.verdict() instanceof Verdict.Cannot;
  }

  /** The assumptions that these worlds share and that tell them from the others. */
  private String whether(Predicate<ScenarioFindings> these) {
    List<String> given =
        all.getFirst().assumptions().stream()
            .filter(assumption ->
                all.stream().allMatch(scenario -> scenario.assumptions().contains(assumption)))
            .toList();
    List<ScenarioFindings> scenarios = all.stream().filter(these).toList();
    List<String> first =
        scenarios.getFirst().assumptions().stream().filter(one -> !given.contains(one)).toList();
    List<String> shared =
        first.stream()
            .filter(one ->
                scenarios.stream().allMatch(scenario -> scenario.assumptions().contains(one)))
            .toList();
    boolean tells =
        all.stream()
            .filter(these.negate())
            .noneMatch(scenario -> scenario.assumptions().containsAll(shared));
    List<String> deciding = tells && !shared.isEmpty() ? shared : first;
    return deciding.isEmpty()
        ? "which of the possible networks it is"
        : "whether " + String.join(" and ", deciding);
  }
}
