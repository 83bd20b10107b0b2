package ecraccess.reach.judge;

import ecraccess.reach.filter.NetworkAclFilter;
import ecraccess.reach.filter.SecurityGroupFilter;
import ecraccess.reach.flow.SameVpc;
import ecraccess.reach.policy.EndpointPolicy;
import ecraccess.reach.refusal.Refusals;
import ecraccess.reach.rule.Coverage;
import ecraccess.reach.rule.RuleChecks;
import ecraccess.reach.trace.TraceChecks;
import ecraccess.reach.verdict.Check;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The registry of everything that is checked, in the order of the documentation. */
public final class Checks {
  private Checks() {}

  /** Every check, each ID once. */
  public static List<Check> all() {
    return Stream.of(
            RuleChecks.ALL,
            Refusals.CHECKS,
            List.of(SameVpc.FOREIGN_VPC),
            TraceChecks.ALL,
            SecurityGroupFilter.CHECKS,
            NetworkAclFilter.CHECKS,
            EndpointPolicy.CHECKS)
        .flatMap(List::stream)
        .toList();
  }

  /** The check of that ID; empty where there is none. */
  public static Optional<Check> of(String id) {
    return all().stream().filter(check -> check.id().equals(id)).findFirst();
  }

  /**
   * Whether a refusal is left to EC2, which tells it at once and names the subnet: earlier releases
   * of the macro let it pass, and what expanded goes on to expand.
   */
  public static boolean isLeftToEc2(Check check) {
    return RuleChecks.LEFT_TO_EC2.contains(check);
  }

  /** The IDs of checks that say what was judged though nobody showed where it runs. */
  public static Set<String> ofCoverage() {
    return Coverage.IDS;
  }

  /** The IDs of all checks. */
  public static List<String> ids() {
    return all().stream().map(Check::id).toList();
  }
}
