package ecraccess.reach.filter;

import ecraccess.core.net.TrafficSet;
import java.util.Optional;

/**
 * What one rule of a security group, or one entry of a network ACL, is about.
 *
 * @param <E> the rule or entry
 * @param certain the traffic that it matches for sure
 * @param possible all traffic that it may match, the certain one included
 * @param missing what would tell how much it matches, as a noun phrase; empty where both are the
 *     same
 */
record Clause<E>(E evidence, TrafficSet certain, TrafficSet possible, Optional<String> missing) {

  /** One of which nothing is open. */
  static <E> Clause<E> known(E evidence, TrafficSet traffic) {
    return new Clause<>(evidence, traffic, traffic, Optional.empty());
  }

  boolean isKnown() {
    return missing.isEmpty();
  }
}
