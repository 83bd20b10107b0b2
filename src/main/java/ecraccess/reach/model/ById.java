package ecraccess.reach.model;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A list of things whose IDs tell them apart, with an index. */
final class ById<T> extends AbstractList<T> {
  private final List<T> things;
  private final Map<Object, T> index = new HashMap<>();

  private ById(List<T> things, Function<T, Id> idOf) {
    this.things = List.copyOf(things);
    this.things.forEach(thing -> index.putIfAbsent(key(idOf.apply(thing)), thing));
  }

  static <T> List<T> of(List<T> things, Function<T, Id> idOf) {
    return things instanceof ById ? things : new ById<>(things, idOf);
  }

  /** The first thing of the list that the ID names for sure. */
  static <T> Optional<T> find(List<T> things, Id id) {
    return things instanceof ById<T> indexed
        ? Optional.ofNullable(indexed.index.get(key(id)))
        : Optional.empty();
  }

  /** Equal where two IDs are the same for sure: see {@link Id#same}. */
  private static Object key(Id id) {
    return id instanceof Id.Open open ? open.expression() : id;
  }

  @Override
  public T get(int position) {
    return things.get(position);
  }

  @Override
  public int size() {
    return things.size();
  }
}
