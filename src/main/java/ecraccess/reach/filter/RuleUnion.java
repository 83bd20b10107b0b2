package ecraccess.reach.filter;

import ecraccess.core.net.TrafficSet;
import ecraccess.reach.filter.Match.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules of which each allows something, in no order: what one of them allows, passes. So work
 * security groups, and several of them on one network interface (VPC User Guide, security group
 * rules).
 */
final class RuleUnion {
  private RuleUnion() {}

  /**
   * What the rules do to the traffic.
   *
   * @param unseen why there may be more rules; empty where all were seen
   */
  static <E> Match<E> judge(TrafficSet traffic, List<Clause<E>> rules, Optional<String> unseen) {
    List<E> allowing = new ArrayList<>();
    TrafficSet rest = traffic;
    for (Clause<E> rule : rules) {
      TrafficSet without = rest.minus(rule.certain());
      if (!without.equals(rest)) {
        allowing.add(rule.evidence());
        rest = without;
      }
    }
    if (rest.isEmpty()) {
      return new Match<>(Outcome.PASSES, allowing, rest, Optional.empty());
    }
    Optional<String> missing = missing(rest, rules).or(() -> unseen);
    boolean stops = missing.isEmpty() && allowing.isEmpty();
    return new Match<>(stops ? Outcome.STOPS : Outcome.OPEN, allowing, rest, missing);
  }

  private static <E> Optional<String> missing(TrafficSet rest, List<Clause<E>> rules) {
    for (Clause<E> rule : rules) {
      if (!rule.isKnown() && rule.possible().overlaps(rest)) {
        return rule.missing();
      }
    }
    return Optional.empty();
  }
}
