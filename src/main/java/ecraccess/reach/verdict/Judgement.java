package ecraccess.reach.verdict;

import ecraccess.core.json.JsonPath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the facts say of a network.
 *
 * @param deployment what EC2 would say to its endpoints, one entry per doubt or refusal
 * @param pulls one for each workload
 */
public record Judgement(List<Verdict> deployment, List<Pull> pulls) {
  public Judgement {
    deployment = List.copyOf(deployment);
    pulls = List.copyOf(pulls);
  }

  /**
   * Whether one workload gets its images.
   *
   * @param workload its name
   * @param what what it is: {@code Fargate tasks}
   */
  public record Pull(String workload, JsonPath path, String what, List<Trace> traces) {
    public Pull {
      traces = List.copyOf(traces);
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

  private Stream<Verdict> all() {
    return Stream.concat(
        deployment.stream(), pulls.stream().flatMap(pull -> pull.verdict().stream()));
  }
}
