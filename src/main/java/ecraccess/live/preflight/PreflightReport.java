package ecraccess.live.preflight;

import ecraccess.core.json.Json;
import ecraccess.live.lookup.Account;
import ecraccess.live.lookup.NetworkRequest;
import ecraccess.live.lookup.NetworkRequestReader;
import ecraccess.live.lookup.Obstacle;
import ecraccess.live.network.LiveNetwork;
import ecraccess.live.network.NetworkAnswers;
import ecraccess.live.network.ReferenceCheck;
import ecraccess.live.network.VpcSnapshot;
import ecraccess.reach.judge.Judge;
import ecraccess.reach.model.Network;
import ecraccess.reach.verdict.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A look at a live VPC.
 *
 * @param data what a stack takes from it; see {@link NetworkAnswers}
 * @param judgement of the network as it will be
 * @param reasons why a stack must not go on, the most general first; empty where nothing speaks
 *     against it
 * @param notes what was not checked, and what may be worth knowing
 */
public record PreflightReport(
    Json.Obj data, Optional<Judgement> judgement, List<Obstacle> reasons, List<String> notes) {
  public PreflightReport {
    reasons = List.copyOf(reasons);
    notes = List.copyOf(notes);
  }

  /**
   * For the custom resource.
   *
   * @param properties as CloudFormation hands them over
   * @param stackId the stack's ARN
   * @param logicalId of the custom resource
   */
  public static PreflightReport at(
      Json.Obj properties, String stackId, String logicalId, Account account) {
    NetworkRequestReader reader = new NetworkRequestReader(properties, logicalId);
    NetworkRequest request = reader.read(stackId);
    return reader.reasons().isEmpty()
        ? at(request, account)
        : new PreflightReport(
            new Json.Obj(Map.of()), Optional.empty(), reader.reasons(), List.of());
  }

  public static PreflightReport at(NetworkRequest request, Account account) {
    QueryLog inquiry = new QueryLog();
    VpcSnapshot facts = new FactFinder(request, account, inquiry).find();
    NetworkAnswers lookUps = new NetworkAnswers(request, facts);
    if (inquiry.failure().isPresent()) {
      Obstacle reason = new Obstacle(request.path("VpcId", request.vpc()), inquiry.failure().get());
      return new PreflightReport(
          lookUps.data(), Optional.empty(), List.of(reason), inquiry.notes());
    }
    List<Obstacle> reasons = new ArrayList<>(new ReferenceCheck(request, facts).reasons());
    boolean exists = facts.vpc().value().map(Optional::isPresent).orElse(true);
    if (exists) {
      reasons.addAll(lookUps.reasons());
    }
    List<String> notes = new ArrayList<>(inquiry.notes());
    notes.addAll(lookUps.notes());
    Optional<Judgement> judgement = Optional.empty();
    if (exists && request.preflight()) {
      Preflight preflight = new Preflight(request, facts);
      Network network = new LiveNetwork(request, facts).network();
      judgement = Optional.of(Judge.judge(List.of(network)));
      reasons.addAll(preflight.reasons());
      faults(request, network, judgement.get(), reasons, notes);
      notes.addAll(new Quotas(request, facts).notes());
    }
    return new PreflightReport(
        lookUps.data(), judgement, reasons.stream().distinct().toList(), notes);
  }

  /**
   * Where nobody knows that tasks run in the subnets, what would keep them from pulling is said.
   */
  private static void faults(
      NetworkRequest request,
      Network network,
      Judgement judgement,
      List<Obstacle> reasons,
      List<String> notes) {
    List<Obstacle> faults = judgement.faults().stream().map(Obstacle::of).toList();
    List<Obstacle> proofs =
        request.tasksRunInSubnets()
            ? faults
            : Judge.proofs(List.of(network)).stream().map(Obstacle::of).toList();
    reasons.addAll(proofs);
    faults.stream()
        .filter(fault -> !proofs.contains(fault))
        .map(fault -> "if images are pulled in these subnets: " + fault)
        .forEach(notes::add);
  }
}
