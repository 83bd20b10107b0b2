package ecraccess.reach.filter;

import ecraccess.core.net.TrafficSet;
import java.util.List;
import java.util.Optional;

/**
 * What a filter does to traffic, with its evidence: from this, and from nothing else, the report
 * makes words.
 *
 * @param <E> a rule or an entry
 * @param outcome what becomes of the traffic
 * @param because what decides: the rules or entries that let it pass, those that refuse it where it
 *     is refused, none where nothing matches
 * @param rest the traffic that does not pass for sure
 * @param missing what would tell, where a rule or entry is not known well enough; where the outcome
 *     is open without it, it depends on which of the traffic is sent
 */
public record Match<E>(
    Outcome outcome, List<E> because, TrafficSet rest, Optional<String> missing) {
  public Match {
    because = List.copyOf(because);
  }

  /** What becomes of traffic. */
  public enum Outcome {
    /** All of it passes. */
    PASSES,
    /** None of it passes. */
    STOPS,
    /** Some of it may pass, and some of it may not. */
    OPEN
  }
}
