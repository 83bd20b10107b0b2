package ecraccess.live;

import ecraccess.json.Json;
import ecraccess.judge.Judge;
import ecraccess.judge.Judgement;
import ecraccess.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A look at a live VPC.
 *
 * @param data what a stack takes from it; see {@link LookUps}
 * @param judgement of the network as it will be
 * @param reasons why a stack must not go on, the most general first; empty where nothing speaks
 *     against it
 * @param notes what was not checked, and what may be worth knowing
 */
public record Look(
    Json.Obj data, Optional<Judgement> judgement, List<Reason> reasons, List<String> notes) {
  public Look {
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
  public static Look at(Json.Obj properties, String stackId, String logicalId, Account account) {
    RequestReader reader = new RequestReader(properties, logicalId);
    Request request = reader.read(stackId);
    return reader.reasons().isEmpty()
        ? at(request, account)
        : new Look(new Json.Obj(Map.of()), Optional.empty(), reader.reasons(), List.of());
  }

  public static Look at(Request request, Account account) {
    Inquiry inquiry = new Inquiry();
    Facts facts = new FactFinder(request, account, inquiry).find();
    LookUps lookUps = new LookUps(request, facts);
    if (inquiry.failure().isPresent()) {
      Reason reason = new Reason(request.path("VpcId", request.vpc()), inquiry.failure().get());
      return new Look(lookUps.data(), Optional.empty(), List.of(reason), inquiry.notes());
    }
    List<Reason> reasons = new ArrayList<>(new Whereabouts(request, facts).reasons());
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
    return new Look(lookUps.data(), judgement, reasons.stream().distinct().toList(), notes);
  }

  /**
   * Where nobody knows that tasks run in the subnets, what would keep them from pulling is said.
   */
  private static void faults(
      Request request,
      Network network,
      Judgement judgement,
      List<Reason> reasons,
      List<String> notes) {
    List<Reason> faults = judgement.faults().stream().map(Reason::of).toList();
    List<Reason> proofs =
        request.tasksRunInSubnets()
            ? faults
            : Judge.proofs(List.of(network)).stream().map(Reason::of).toList();
    reasons.addAll(proofs);
    faults.stream()
        .filter(fault -> !proofs.contains(fault))
        .map(fault -> "if images are pulled in these subnets: " + fault)
        .forEach(notes::add);
  }
}
