package ecraccess.reach.judge;

import ecraccess.core.json.JsonPath;
import ecraccess.reach.flow.Texts;
import ecraccess.reach.trace.SubnetTrace;
import ecraccess.reach.verdict.Judgement;
import ecraccess.reach.verdict.Note;
import ecraccess.reach.verdict.Trace;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells what was found. One fault that breaks several ways is the same record on all of them, with
 * the words of AWS for the first that breaks: those are what its user will read.
 */
final class FaultDeduplication {
  private final List<Verdict> deployment;
  private final List<SubnetTrace> subnetTraces;
  private final List<Note> notes;
  private final Map<Place, Verdict.Cannot> faults = new LinkedHashMap<>();

  private record Place(JsonPath path, String text) {}

  FaultDeduplication(List<Verdict> deployment, List<SubnetTrace> subnetTraces, List<Note> notes) {
    this.deployment = deployment;
    this.subnetTraces = subnetTraces;
    this.notes = notes;
    Stream.concat(
            deployment.stream(),
            subnetTraces.stream()
                .flatMap(subnetTrace -> subnetTrace.steps().stream())
                .map(Step::verdict))
        .filter(Verdict.Cannot.class::isInstance)
        .map(Verdict.Cannot.class::cast)
        .forEach(fault ->
            faults.merge(
                new Place(fault.path(), fault.text()),
                fault,
                (one, other) -> one.awsText().isEmpty() ? other : one));
  }

  Judgement judgement() {
    Map<SubnetTrace.Who, List<SubnetTrace>> workloads = new LinkedHashMap<>();
    subnetTraces.forEach(subnetTrace ->
        workloads.computeIfAbsent(subnetTrace.who(), who -> new ArrayList<>()).add(subnetTrace));
    return new Judgement(
        deployment.stream().map(this::one).distinct().toList(),
        workloads.entrySet().stream().map(one -> pull(one.getKey(), one.getValue())).toList(),
        notes);
  }

  private Judgement.Pull pull(SubnetTrace.Who who, List<SubnetTrace> subnetTraces) {
    Map<Trace.Purpose, Map<List<Step>, List<String>>> outcomes = new LinkedHashMap<>();
    subnetTraces.forEach(subnetTrace ->
        outcomes
            .computeIfAbsent(subnetTrace.purpose(), purpose -> new LinkedHashMap<>())
            .computeIfAbsent(one(subnetTrace.steps()), steps -> new ArrayList<>())
            .add(subnetTrace.from()));
    List<Trace> traces = new ArrayList<>();
    outcomes.forEach((purpose, froms) ->
        froms.forEach((steps, from) -> traces.add(new Trace(purpose, Texts.list(from), steps))));
    return new Judgement.Pull(who.name(), who.path(), who.what(), traces, who.standsIn());
  }

  private List<Step> one(List<Step> steps) {
    return steps.stream().map(step -> new Step(step.kind(), one(step.verdict()))).toList();
  }

  private Verdict one(Verdict verdict) {
    return verdict instanceof Verdict.Cannot fault
        ? faults.getOrDefault(new Place(fault.path(), fault.text()), fault)
        : verdict;
  }
}
