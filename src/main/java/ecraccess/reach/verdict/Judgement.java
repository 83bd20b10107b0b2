package ecraccess.reach.verdict;

import ecraccess.core.json.JsonPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the facts say of a network.
 *
 * @param deployment what EC2 would say to its endpoints, one entry per doubt or refusal
 * @param pulls one for each workload
 * @param notes what works and will hurt; changes no verdict
 */
public record Judgement(List<Verdict> deployment, List<Pull> pulls, List<Note> notes) {
  /** Nothing was judged. */
  public static final Judgement NOTHING = new Judgement(List.of(), List.of(), List.of());

  public Judgement {
    deployment = List.copyOf(deployment);
    pulls = List.copyOf(pulls);
    notes = List.copyOf(notes);
  }

  /**
   * Whether one workload gets its images.
   *
   * @param workload its name
   * @param what what it is: {@code Fargate tasks}
   * @param standsIn whether it stands for what is not shown, or where nobody showed that it runs
   */
  public record Pull(
      String workload, JsonPath path, String what, List<Trace> traces, boolean standsIn) {
    public Pull {
      traces = List.copyOf(traces);
    }

    /** Of a workload that is shown. */
    public Pull(String workload, JsonPath path, String what, List<Trace> traces) {
      this(workload, path, what, traces, false);
    }

    Pull ignoring(Set<String> ids) {
      return new Pull(
          workload,
          path,
          what,
          traces.stream()
              .map(trace ->
                  new Trace(
                      trace.purpose(),
                      trace.from(),
                      trace.steps().stream()
                          .map(step -> new Trace.Step(step.kind(), silenced(step.verdict(), ids)))
                          .toList()))
              .toList(),
          standsIn);
    }

    public Optional<Verdict> verdict() {
      return traces.stream().map(Trace::verdict).reduce(Verdict::and);
    }
  }

  /** The worst of all; empty where there was nothing to judge. */
  public Optional<Verdict> verdict() {
    return all().reduce(Verdict::and);
  }

  /** Every proof of a fault, each once, deployment first. */
  public List<Verdict.Cannot> faults() {
    return Stream.concat(
            deployment.stream(),
            pulls.stream()
                .flatMap(pull -> pull.traces().stream())
                .flatMap(trace -> trace.steps().stream())
                .map(Trace.Step::verdict))
        .filter(Verdict.Cannot.class::isInstance)
        .map(Verdict.Cannot.class::cast)
        .distinct()
        .toList();
  }

  /**
   * This judgement with the findings of some checks silenced: what they found counts as fine.
   *
   * @param ids of checks
   */
  public Judgement ignoring(Set<String> ids) {
    return ids.isEmpty()
        ? this
        : new Judgement(
            deployment.stream().map(verdict -> silenced(verdict, ids)).toList(),
            pulls.stream().map(pull -> pull.ignoring(ids)).toList(),
            notes.stream().filter(note -> !ids.contains(note.check().id())).toList());
  }

  /** This judgement where its user asked for just what was judged, so that nothing stands in. */
  public Judgement asAskedFor() {
    return new Judgement(
        deployment,
        pulls.stream()
            .map(pull -> new Pull(pull.workload(), pull.path(), pull.what(), pull.traces()))
            .toList(),
        notes);
  }

  private static Verdict silenced(Verdict verdict, Set<String> ids) {
    return switch (verdict) {
      case Verdict.Can can -> can;
      case Verdict.Cannot fault when ids.contains(fault.check().id()) -> ignored(fault.check());
      case Verdict.Cannot fault -> fault;
      case Verdict.CannotTell open when ids.contains(open.check().id()) -> ignored(open.check());
      case Verdict.CannotTell open -> open;
    };
  }

  private static Verdict ignored(Check check) {
    return new Verdict.Can("ignored: " + check.id());
  }

  private Stream<Verdict> all() {
    return Stream.concat(
        deployment.stream(), pulls.stream().flatMap(pull -> pull.verdict().stream()));
  }
}
