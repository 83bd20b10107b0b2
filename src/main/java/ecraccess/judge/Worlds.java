package ecraccess.judge;

import ecraccess.json.Path;
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
record Worlds(List<Judged> all) {

  private record Fault(Judged world, Verdict.Cannot verdict) {
    Path path() {
      return verdict.path();
    }
  }

  private record Seen(Judged world, Leg leg) {}

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
    List<Judged> worlds = atOnePlace.stream().map(Fault::world).distinct().toList();
    Verdict fault = atOnePlace.getFirst().verdict();
    return worlds.size() == all.size() ? fault : Ways.soften(fault, whether(worlds::contains));
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

  List<Leg> legs() {
    Map<Leg.Who, List<Leg>> pullers = new LinkedHashMap<>();
    all.stream()
        .flatMap(world -> world.legs().stream())
        .map(Leg::key)
        .distinct()
        .map(this::merged)
        .forEach(leg -> pullers.computeIfAbsent(leg.who(), who -> new ArrayList<>()).add(leg));
    return pullers.entrySet().stream()
        .flatMap(puller -> agreed(puller.getKey(), puller.getValue()))
        .toList();
  }

  /** Where what pulls fails in every world, though not every time on the same way, it fails. */
  private Stream<Leg> agreed(Leg.Who puller, List<Leg> merged) {
    boolean always = all.stream().allMatch(world -> legs(world, puller).anyMatch(Worlds::isCannot));
    return always && merged.stream().noneMatch(Worlds::isCannot)
        ? legs(all.getFirst(), puller)
        : merged.stream();
  }

  private static Stream<Leg> legs(Judged world, Leg.Who puller) {
    return world.legs().stream().filter(leg -> leg.who().equals(puller));
  }

  private Leg merged(Leg.Key key) {
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
    Leg leg = faulty.getFirst().leg();
    List<Judged> worlds = faulty.stream().map(Seen::world).toList();
    return worlds.size() == all.size()
        ? leg
        : leg.with(Ways.soften(leg.steps(), whether(worlds::contains)));
  }

  private static boolean isOpen(Leg leg) {
    return leg.verdict() instanceof Verdict.CannotTell;
  }

  private static boolean isCannot(Leg leg) {
    return leg.verdict() instanceof Verdict.Cannot;
  }

  /** The assumptions that these worlds share and that tell them from the others. */
  private String whether(Predicate<Judged> these) {
    List<String> given =
        all.getFirst().assumptions().stream()
            .filter(assumption ->
                all.stream().allMatch(world -> world.assumptions().contains(assumption)))
            .toList();
    List<Judged> worlds = all.stream().filter(these).toList();
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
