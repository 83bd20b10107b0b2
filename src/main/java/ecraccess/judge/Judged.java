package ecraccess.judge;

import ecraccess.network.Network;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is found of one network.
 *
 * @param assumptions under which it is the network
 */
record Judged(List<String> assumptions, List<Verdict> deployment, List<Leg> legs) {

  /**
   * Judges one network.
   *
   * @param withUseless whether endpoints that are of no use count as faults though they are in
   *     nobody's way
   */
  static Judged of(Network network, boolean withUseless) {
    List<Leg> legs = Legs.of(network);
    List<Verdict> dead =
        new Dead(network, withUseless)
            .findings()
            .filter(verdict -> !isTold(verdict, legs))
            .distinct()
            .toList();
    return new Judged(
        network.assumptions(),
        Stream.concat(new Deployment(network).findings().stream(), dead.stream()).toList(),
        legs);
  }

  /** Whether a walk tells the same fault, which knows more of what AWS would say. */
  private static boolean isTold(Verdict fault, List<Leg> legs) {
    return legs.stream()
        .flatMap(leg -> leg.steps().stream())
        .anyMatch(step ->
            fault instanceof Verdict.Cannot one
                && step.verdict() instanceof Verdict.Cannot other
                && isSame(one, other));
  }

  private static boolean isSame(Verdict.Cannot one, Verdict.Cannot other) {
    return one.path().equals(other.path()) && one.text().equals(other.text());
  }
}
