package ecraccess.reach.judge;

import ecraccess.core.json.JsonPath;
import ecraccess.reach.flow.PathChoice;
import ecraccess.reach.trace.SubnetTrace;
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

  private record Fault(ScenarioFindings world, Verdict.Cannot verdict) {
    JsonPath path() {
      return verdict.path();
    }
  }

  private record Seen(ScenarioFindings world, SubnetTrace leg) {}

  /** Every doubt of any; a fault of all, or else the doubt whether it comes to that. */
  List<Verdict> deployment() {
    List<Fault> faults =
        all.stream()
            .flatMap(world ->
                world.deployment().stream()
                    .filter(Verdict.Cannot.class::isInstance)
                    .map(verdict -> new Fault(world, (Verdict.Cannot) verdict)))
            .toList();
    if (all.size() == 1 || everyWorldHasItsOwn(faults)) {
      return all.getFirst().deployment();
    }
    Stream<Verdict> doubts =
        all.stream()
            .flatMap(world -> world.deployment().stream())
            .filter(verdict -> !(verdict instanceof Verdict.Cannot));
    Stream<Verdict> merged =
        faults.stream()
            .map(Fault::path)
            .distinct()
            .map(path -> merged(faults.stream().filter(one -> one.path().equals(path)).toList()));
    return Stream.concat(doubts, merged).distinct().toList();
  }

  private Verdict merged(List<Fault> atOnePlace) {
    List<ScenarioFindings> worlds = atOnePlace.stream().map(Fault::world).distinct().toList();
    Verdict fault = atOnePlace.getFirst().verdict();
    return worlds.size() == all.size()
        ? fault
        : PathChoice.soften(fault, whether(worlds::contains));
  }

  private boolean everyWorldHasItsOwn(List<Fault> faults) {
    boolean common =
        faults.stream()
            .anyMatch(fault ->
                all.stream()
                    .allMatch(world ->
                        faults.stream()
                            .anyMatch(other ->
                                other.world().equals(world) && other.path().equals(fault.path()))));
    return !common
        && all.stream()
            .allMatch(world -> faults.stream().anyMatch(fault -> fault.world().equals(world)));
  }

  List<SubnetTrace> legs() {
    Map<SubnetTrace.Who, List<SubnetTrace>> pullers = new LinkedHashMap<>();
    all.stream()
        .flatMap(world -> world.legs().stream())
        .map(SubnetTrace::key)
        .distinct()
        .map(this::merged)
        .forEach(leg -> pullers.computeIfAbsent(leg.who(), who -> new ArrayList<>()).add(leg));
    return pullers.entrySet().stream()
        .flatMap(puller -> agreed(puller.getKey(), puller.getValue()))
        .toList();
  }

  /** Where what pulls fails in every world, though not every time on the same way, it fails. */
  private Stream<SubnetTrace> agreed(SubnetTrace.Who puller, List<SubnetTrace> merged) {
    boolean always =
        all.stream().allMatch(world -> legs(world, puller).anyMatch(ScenarioMerge::isCannot));
    return always && merged.stream().noneMatch(ScenarioMerge::isCannot)
        ? legs(all.getFirst(), puller)
        : merged.stream();
  }

  private static Stream<SubnetTrace> legs(ScenarioFindings world, SubnetTrace.Who puller) {
    return world.legs().stream().filter(leg -> leg.who().equals(puller));
  }

  private SubnetTrace merged(SubnetTrace.Key key) {
    List<Seen> seen =
        all.stream()
            .flatMap(world ->
                world.legs().stream()
                    .filter(leg -> leg.key().equals(key))
                    .limit(1)
                    .map(leg -> new Seen(world, leg)))
            .toList();
    List<Seen> faulty = seen.stream().filter(one -> isCannot(one.leg())).toList();
    if (faulty.isEmpty()) {
      return seen.stream()
          .map(Seen::leg)
          .reduce((one, other) -> isOpen(one) || !isOpen(other) ? one : other)
          .orElseThrow();
    }
    SubnetTrace leg = faulty.getFirst().leg();
    List<ScenarioFindings> worlds = faulty.stream().map(Seen::world).toList();
    return worlds.size() == all.size()
        ? leg
        : leg.with(PathChoice.soften(leg.steps(), whether(worlds::contains)));
  }

  private static boolean isOpen(SubnetTrace leg) {
    return leg.verdict() instanceof Verdict.CannotTell;
  }

  private static boolean isCannot(SubnetTrace leg) {
    return leg.verdict() instanceof Verdict.Cannot;
  }

  /** The assumptions that these worlds share and that tell them from the others. */
  private String whether(Predicate<ScenarioFindings> these) {
    List<String> given =
        all.getFirst().assumptions().stream()
            .filter(assumption ->
                all.stream().allMatch(world -> world.assumptions().contains(assumption)))
            .toList();
    List<ScenarioFindings> worlds = all.stream().filter(these).toList();
    List<String> first =
        worlds.getFirst().assumptions().stream().filter(one -> !given.contains(one)).toList();
    List<String> shared =
        first.stream()
            .filter(one -> worlds.stream().allMatch(world -> world.assumptions().contains(one)))
            .toList();
    boolean tells =
        all.stream()
            .filter(these.negate())
            .noneMatch(world -> world.assumptions().containsAll(shared));
    List<String> deciding = tells && !shared.isEmpty() ? shared : first;
    return deciding.isEmpty()
        ? "which of the possible networks it is"
        : "whether " + String.join(" and ", deciding);
  }
}
