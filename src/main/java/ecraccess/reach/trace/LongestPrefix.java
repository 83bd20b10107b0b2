package ecraccess.reach.trace;

import ecraccess.core.net.AddressSet;
import ecraccess.core.net.Cidr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of a table's routes takes which addresses: "the most specific route that matches" (VPC User
 * Guide, route priority).
 *
 * @param <R> a route
 * @param parts the addresses by the route that takes them; every address is in one part only
 * @param rest the addresses that no route takes
 * @param open routes that may take any of the addresses: nobody knows their destination
 */
record LongestPrefix<R>(List<Part<R>> parts, AddressSet rest, List<R> open) {

  /**
   * A route.
   *
   * @param blocks its destinations, one unless a prefix list is the destination; empty where they
   *     are not known
   */
  record Candidate<R>(R route, Optional<List<Cidr>> blocks) {}

  /** What one route takes. */
  record Part<R>(R route, AddressSet addresses) {}

  private record Destination<R>(R route, Cidr block) {}

  /**
   * Distributes the addresses.
   *
   * @param routes of two that are as specific, the first one counts: static ones before those that
   *     are propagated, and before the local one, whose target can be replaced
   */
  static <R> LongestPrefix<R> of(AddressSet addresses, List<Candidate<R>> routes) {
    List<Destination<R>> destinations = new ArrayList<>();
    List<R> open = new ArrayList<>();
    for (Candidate<R> candidate : routes) {
      if (candidate.blocks().isEmpty()) {
        open.add(candidate.route());
      }
      for (Cidr block : candidate.blocks().orElse(List.of())) {
        destinations.add(new Destination<>(candidate.route(), block));
      }
    }
    destinations.sort(
        Comparator.comparingInt((Destination<R> one) -> one.block().prefix()).reversed());
    List<Part<R>> parts = new ArrayList<>();
    AddressSet rest = addresses;
    for (Destination<R> destination : destinations) {
      AddressSet taken = rest.intersect(AddressSet.of(destination.block()));
      if (!taken.isEmpty()) {
        rest = rest.minus(taken);
        add(parts, destination.route(), taken);
      }
    }
    return new LongestPrefix<>(List.copyOf(parts), rest, List.copyOf(open));
  }

  private static <R> void add(List<Part<R>> parts, R route, AddressSet taken) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).route().equals(route)) {
        parts.set(i, new Part<>(route, parts.get(i).addresses().union(taken)));
        return;
      }
    }
    parts.add(new Part<>(route, taken));
  }
}
