package ecraccess.acceptance.pairs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Chooses rows, one value of each parameter in each, so that every two values of different
 * parameters stand together in a row, unless they clash. Greedy: a row starts with a pair that is
 * still to be covered and takes, parameter by parameter, what covers most.
 */
final class AllPairs<V> {
  private static final int ATTEMPTS = 8;

  private record Place(int parameter, int value) {}

  private record Pair(Place one, Place other) {
    static Pair of(Place some, Place another) {
      return some.parameter() < another.parameter()
          ? new Pair(some, another)
          : new Pair(another, some);
    }
  }

  private final List<List<V>> parameters;
  private final BiPredicate<V, V> clash;
  private final Random random;
  private final Set<Pair> open = new LinkedHashSet<>();

  AllPairs(List<List<V>> parameters, BiPredicate<V, V> clash, long seed) {
    this.parameters = parameters;
    this.clash = clash;
    this.random = new Random(seed);
  }

  List<List<V>> rows() {
    for (int i = 0; i < parameters.size(); i++) {
      for (int j = i + 1; j < parameters.size(); j++) {
        for (Place one : places(i)) {
          places(j).stream()
              .filter(other -> !clashes(one, other))
              .forEach(other -> open.add(new Pair(one, other)));
        }
      }
    }
    List<List<V>> rows = new ArrayList<>();
    while (!open.isEmpty()) {
      List<Place> row = bestRow(open.iterator().next());
      open.removeAll(pairs(row));
      rows.add(
          row.stream()
              .sorted((one, other) -> Integer.compare(one.parameter(), other.parameter()))
              .map(this::value)
              .toList());
    }
    return rows;
  }

  private List<Place> bestRow(Pair start) {
    List<Place> best = List.of();
    for (int i = 0; i < ATTEMPTS; i++) {
      List<Place> row = row(start);
      if (best.isEmpty() || gain(row) > gain(best)) {
        best = row;
      }
    }
    return best;
  }

  private List<Place> row(Pair start) {
    List<Place> row = new ArrayList<>(List.of(start.one(), start.other()));
    List<Integer> rest = new ArrayList<>(IntStream.range(0, parameters.size()).boxed().toList());
    rest.removeAll(List.of(start.one().parameter(), start.other().parameter()));
    Collections.shuffle(rest, random);
    for (int parameter : rest) {
      List<Place> places = new ArrayList<>(places(parameter));
      places.removeIf(place -> row.stream().anyMatch(chosen -> clashes(chosen, place)));
      Collections.shuffle(places, random);
      row.add(Collections.max(places, (p, q) -> Long.compare(gain(p, row), gain(q, row))));
    }
    return row;
  }

  private long gain(Place place, List<Place> row) {
    return row.stream().filter(chosen -> open.contains(Pair.of(chosen, place))).count();
  }

  private long gain(List<Place> row) {
    return pairs(row).stream().filter(open::contains).count();
  }

  private Set<Pair> pairs(List<Place> row) {
    Set<Pair> pairs = new LinkedHashSet<>();
    for (int i = 0; i < row.size(); i++) {
      for (Place earlier : row.subList(0, i)) {
        pairs.add(Pair.of(earlier, row.get(i)));
      }
    }
    return pairs;
  }

  private List<Place> places(int parameter) {
    return IntStream.range(0, parameters.get(parameter).size())
        .mapToObj(value -> new Place(parameter, value))
        .toList();
  }

  private boolean clashes(Place one, Place other) {
    return clash.test(value(one), value(other)) || clash.test(value(other), value(one));
  }

  private V value(Place place) {
    return parameters.get(place.parameter()).get(place.value());
  }
}
