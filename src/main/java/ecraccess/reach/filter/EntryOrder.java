package ecraccess.reach.filter;

import ecraccess.core.net.TrafficSet;
import ecraccess.reach.filter.Match.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Entries of which the first that matches decides, and what none matches is refused. So work
 * network ACLs (VPC User Guide, network ACL rules).
 */
final class EntryOrder<E> {

  /**
   * An entry.
   *
   * @param number its place in the order, the lowest first; empty where it is not known, and then
   *     it may come before any other, or after all
   * @param allows empty where it is not known
   * @param missing what would tell its number or its action; empty where both are known
   */
  record Entry<E>(
      Clause<E> clause,
      Optional<Integer> number,
      Optional<Boolean> allows,
      Optional<String> missing) {

    private boolean mayAllow() {
      return allows.orElse(true);
    }

    private boolean mayDeny() {
      return !allows.orElse(false);
    }
  }

  private final TrafficSet traffic;
  private final List<E> allowing = new ArrayList<>();
  private final List<E> denying = new ArrayList<>();

  /** What no entry so far has decided for sure. */
  private TrafficSet left;

  private TrafficSet mayPass = TrafficSet.EMPTY;
  private TrafficSet mayStop = TrafficSet.EMPTY;
  private Optional<String> missing = Optional.empty();

  private EntryOrder(TrafficSet traffic) {
    this.traffic = traffic;
    this.left = traffic;
  }

  /**
   * What the entries do to the traffic.
   *
   * @param entries of one direction, in any order
   * @param unseen why there may be more entries; empty where all were seen
   */
  static <E> Match<E> judge(TrafficSet traffic, List<Entry<E>> entries, Optional<String> unseen) {
    EntryOrder<E> order = new EntryOrder<>(traffic);
    List<Entry<E>> anywhere = new ArrayList<>();
    List<Entry<E>> sorted = new ArrayList<>();
    for (Entry<E> entry : entries) {
      (entry.number().isPresent() ? sorted : anywhere).add(entry);
    }
    sorted.sort(Comparator.comparing(entry -> entry.number().orElseThrow()));
    unseen.ifPresent(order::anything);
    anywhere.forEach(order::maybe);
    for (Entry<E> entry : sorted) {
      if (order.left.isEmpty()) {
        break;
      }
      order.next(entry);
    }
    anywhere.forEach(order::atLast);
    return order.match();
  }

  /** An entry that nobody has seen may do anything to anything. */
  private void anything(String reason) {
    mayPass = traffic;
    mayStop = traffic;
    missing = Optional.of(reason);
  }

  /** Where it matches, it may decide; or another one does that comes before it. */
  private void maybe(Entry<E> entry) {
    TrafficSet matched = left.intersect(entry.clause().possible());
    if (!matched.isEmpty()) {
      note(entry, matched);
      missing = missing.or(entry.clause()::missing).or(entry::missing);
    }
  }

  private void next(Entry<E> entry) {
    TrafficSet possible = left.intersect(entry.clause().possible());
    if (possible.isEmpty()) {
      return;
    }
    note(entry, possible);
    missing = missing.or(entry.clause()::missing).or(entry::missing);
    left = left.minus(entry.clause().certain());
  }

  /** What reaches the end of the list has met this one on its way, wherever it stands. */
  private void atLast(Entry<E> entry) {
    left = left.minus(entry.clause().certain());
  }

  private void note(Entry<E> entry, TrafficSet matched) {
    if (entry.mayAllow()) {
      mayPass = mayPass.union(matched);
      allowing.add(entry.clause().evidence());
    }
    if (entry.mayDeny()) {
      mayStop = mayStop.union(matched);
      denying.add(entry.clause().evidence());
    }
  }

  private Match<E> match() {
    mayStop = mayStop.union(left);
    if (mayStop.isEmpty()) {
      return new Match<>(Outcome.PASSES, allowing, mayStop, Optional.empty());
    }
    boolean stops = mayPass.isEmpty();
    return new Match<>(
        stops ? Outcome.STOPS : Outcome.OPEN, denying, mayStop, stops ? Optional.empty() : missing);
  }
}
