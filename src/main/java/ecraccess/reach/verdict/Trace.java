package ecraccess.reach.verdict;

import java.util.List;

/**
 * The way of one kind of request, from what pulls to what it calls: every look on it, in order.
 *
 * @param purpose what the request is for
 * @param from where it starts, as it is shown: a subnet
 */
public record Trace(Purpose purpose, String from, List<Step> steps) {
  public Trace {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a walk without a step");
    }
  }

  /**
   * What a request is for.
   *
   * @param label {@code registry token}, {@code image layers}, {@code logs}
   * @param host whom it calls: {@code api.ecr.eu-west-1.amazonaws.com}
   * @param reason why it is needed, a clause; empty for the pull itself
   */
  public record Purpose(String label, String host, String reason) {}

  /** One look. */
  public record Step(StepKind kind, Verdict verdict) {}

  /** The kinds of looks, in the order of a trace. */
  public enum StepKind {
    IMAGE("image"),
    DNS("DNS"),
    WAY("way"),
    ROUTE_TABLE("route table"),
    SECURITY_GROUPS("security groups"),
    NETWORK_ACLS("network ACLs"),
    POLICY("policy");

    private final String label;

    StepKind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** The worst step decides; of several that are as bad, the first. */
  public Verdict verdict() {
    return steps.stream().map(Step::verdict).reduce(Verdict::and).orElseThrow();
  }
}
