package ecraccess.reach.judge;

import ecraccess.reach.model.Network;
import ecraccess.reach.rule.Coverage;
import ecraccess.reach.verdict.Judgement;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** Judges networks. */
public final class Judge {
  private Judge() {}

  /**
   * Judges what is known.
   *
   * @param possible every network that the facts leave possible, under its assumptions; at least
   *     one. Where they lead to different verdicts nobody can tell, and the assumptions are named.
   */
  public static Judgement judge(List<Network> possible) {
    return judge(possible, List.of());
  }

  /**
   * The same, where CloudFormation refuses something before any network is made.
   *
   * @param refusals what it refuses
   */
  public static Judgement judge(List<Network> possible, List<Verdict.Cannot> refusals) {
    Judgement judgement = judgeAll(possible);
    return refusals.isEmpty()
        ? judgement
        : new Judgement(
            Stream.concat(refusals.stream(), judgement.deployment().stream()).toList(),
            judgement.pulls(),
            judgement.notes());
  }

  private static Judgement judgeAll(List<Network> possible) {
    if (possible.isEmpty()) {
      return Judgement.NOTHING;
    }
    return judgement(
        possible.stream()
            .map(network -> ScenarioFindings.of(network, network.workloads().isEmpty()))
            .toList());
  }

  /**
   * What is proved to fail whatever else pulls in the network: endpoints that EC2 refuses or that
   * cut everybody off from their service, and the ways of what was seen to pull. Tasks that nobody
   * has seen may run in other subnets than the endpoints stand in, so nothing is proved of theirs.
   *
   * @param possible as for {@link #judge}
   */
  public static List<Verdict.Cannot> proofs(List<Network> possible) {
    return proved(possible).faults();
  }

  /** The judgement that the proofs are of, with notes on what was seen to pull. */
  public static Judgement proved(List<Network> possible) {
    return possible.isEmpty()
        ? Judgement.NOTHING
        : judgement(
                possible.stream()
                    .map(network -> ScenarioFindings.of(network.withWorkloadsSeen(), false))
                    .toList())
            .ignoring(Coverage.IDS);
  }

  private static Judgement judgement(List<ScenarioFindings> judged) {
    ScenarioMerge scenarios = new ScenarioMerge(judged);
    return new FaultDeduplication(
            scenarios.deployment(), scenarios.subnetTraces(), scenarios.notes())
        .judgement();
  }
}
