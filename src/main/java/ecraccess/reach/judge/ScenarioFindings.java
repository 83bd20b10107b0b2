package ecraccess.reach.judge;

import ecraccess.reach.model.Network;
import ecraccess.reach.rule.Coverage;
import ecraccess.reach.rule.DeadEndpoints;
import ecraccess.reach.rule.DeploymentRules;
import ecraccess.reach.trace.SubnetTrace;
import ecraccess.reach.trace.Tracer;
import ecraccess.reach.verdict.Note;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is found of one network.
 *
 * @param assumptions under which it is the network
 * @param notes what works and will hurt
 */
record ScenarioFindings(
    List<String> assumptions,
    List<Verdict> deployment,
    List<SubnetTrace> subnetTraces,
    List<Note> notes) {

  /**
   * Judges one network.
   *
   * @param withUseless whether endpoints that are of no use count as faults though they are in
   *     nobody's way
   */
  static ScenarioFindings of(Network network, boolean withUseless) {
    List<SubnetTrace> subnetTraces = Tracer.of(network);
    DeadEndpoints deadEndpoints = new DeadEndpoints(network, withUseless);
    List<Verdict> dead =
        deadEndpoints
            .findings()
            .filter(verdict -> !isTold(verdict, subnetTraces))
            .distinct()
            .toList();
    return new ScenarioFindings(
        network.assumptions(),
        Stream.concat(new DeploymentRules(network).findings().stream(), dead.stream()).toList(),
        subnetTraces,
        notes(network));
  }

  private static List<Note> notes(Network network) {
    return Stream.of(
            Tracer.notes(network).stream(),
            new DeadEndpoints(network, true).notes(),
            new Coverage(network).notes().stream())
        .flatMap(notes -> notes)
        .distinct()
        .toList();
  }

  /** Whether a trace tells the same fault, which knows more of what AWS would say. */
  private static boolean isTold(Verdict fault, List<SubnetTrace> subnetTraces) {
    return subnetTraces.stream()
        .flatMap(subnetTrace -> subnetTrace.steps().stream())
        .anyMatch(step ->
            fault instanceof Verdict.Cannot one
                && step.verdict() instanceof Verdict.Cannot other
                && isSame(one, other));
  }

  private static boolean isSame(Verdict.Cannot one, Verdict.Cannot other) {
    return one.path().equals(other.path()) && one.text().equals(other.text());
  }
}
