package ecraccess.cli.source;

import ecraccess.cli.source.Node.Collection;
import ecraccess.cli.source.Node.Entry;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the entries wanted in a collection line up with those that stand there: runs in which some
 * old entries give way to some new ones, and between the runs entries that are kept.
 */
final class Alignment {

  /**
   * An entry that is wanted.
   *
   * @param name the member's; empty for an element
   */
  record Wanted(String name, Json value) {}

  /**
   * A place in a collection.
   *
   * @param from the first old entry concerned
   * @param to behind the last
   * @param wanted what is to stand there
   * @param kept whether it is one old entry that stays, with what may have changed inside
   */
  record Run(int from, int to, List<Wanted> wanted, boolean kept) {}

  private final List<Entry> old;
  private final List<Run> runs = new ArrayList<>();
  private final List<Wanted> added = new ArrayList<>();
  private int next;

  private Alignment(List<Entry> old) {
    this.old = old;
  }

  /**
   * The runs, in order; nothing where no entry-wise change leads to what is wanted: another kind of
   * value, other order, or an empty collection, which is written differently.
   */
  static Optional<List<Run>> of(Collection collection, Json wanted) {
    List<Entry> old = collection.entries();
    List<Wanted> entries = entries(wanted);
    boolean sameKind = collection.json().getClass() == wanted.getClass();
    return sameKind && !old.isEmpty() && !entries.isEmpty()
        ? new Alignment(old).align(entries, wanted instanceof Json.Obj)
        : Optional.empty();
  }

  private static List<Wanted> entries(Json value) {
    return switch (value) {
      case Json.Obj(Map<String, Json> members) ->
          members.entrySet().stream().map(m -> new Wanted(m.getKey(), m.getValue())).toList();
      case Json.Arr(List<Json> elements) ->
          elements.stream().map(element -> new Wanted("", element)).toList();
      default -> List.of();
    };
  }

  private Optional<List<Run>> align(List<Wanted> entries, boolean named) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < old.size(); i++) {
      places.put(old.get(i).name(), i);
    }
    for (Wanted wanted : entries) {
      int found = named ? places.getOrDefault(wanted.name(), -1) : nextIndexOf(wanted.value());
      if (found >= 0 && found < next) {
        return Optional.empty();
      }
      if (found < 0) {
        added.add(wanted);
      } else {
        flush(found, named);
        runs.add(new Run(found, found + 1, List.of(wanted), true));
        next = found + 1;
      }
    }
    flush(old.size(), named);
    return Optional.of(runs);
  }

  private int nextIndexOf(Json value) {
    for (int i = next; i < old.size(); i++) {
      if (same(old.get(i).value().json(), value)) {
        return i;
      }
    }
    return -1;
  }

  /** Ends the run before the old entry {@code to}; as many new elements as old ones are changes. */
  private void flush(int to, boolean named) {
    if (!named && added.size() == to - next) {
      for (Wanted wanted : added) {
        runs.add(new Run(next, ++next, List.of(wanted), true));
      }
    } else if (next < to || !added.isEmpty()) {
      runs.add(new Run(next, to, List.copyOf(added), false));
    }
    added.clear();
  }

  /** Whether two values are the same text: order of members and the digits of numbers count. */
  @SuppressWarnings("ReferenceEquality") // Spares writing out the large parts that nobody touched.
  static boolean same(Json one, Json other) {
    return one == other
        || (one.equals(other) && JsonText.compact(one).equals(JsonText.compact(other)));
  }
}
