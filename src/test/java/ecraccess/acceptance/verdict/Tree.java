package ecraccess.acceptance.verdict;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonPath.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks into JSON trees, and makes changed copies of them. */
final class Tree {
  private Tree() {}

  static Optional<Json> at(Json root, JsonPath path) {
    Optional<Json> found = Optional.of(root);
    for (Step step : path.steps()) {
      found = found.flatMap(value -> child(value, step));
    }
    return found;
  }

  private static Optional<Json> child(Json value, Step step) {
    return switch (step) {
      case Step.Member(String name) ->
          value instanceof Json.Obj obj ? obj.get(name) : Optional.empty();
      case Step.Element(int index) ->
          value instanceof Json.Arr(List<Json> items) && index < items.size()
              ? Optional.of(items.get(index))
              : Optional.empty();
    };
  }

  /**
   * The tree with another value at a place, or with none.
   *
   * @param position where among its siblings a member that was not there is put
   */
  static Json put(Json root, List<Step> steps, Optional<Json> value, int position) {
    Step step = steps.getFirst();
    List<Step> rest = steps.subList(1, steps.size());
    return switch (step) {
      case Step.Element(int index) -> {
        List<Json> items = new ArrayList<>(((Json.Arr) root).elements());
        items.set(
            index,
            rest.isEmpty() ? value.orElseThrow() : put(items.get(index), rest, value, position));
        yield new Json.Arr(items);
      }
      case Step.Member(String name) when rest.isEmpty() ->
          member((Json.Obj) root, name, value, position);
      case Step.Member(String name) -> {
        Json.Obj obj = (Json.Obj) root;
        yield obj.with(name, put(obj.get(name).orElseThrow(), rest, value, position));
      }
    };
  }

  private static Json member(Json.Obj obj, String name, Optional<Json> value, int position) {
    if (value.isEmpty()) {
      return obj.without(name);
    }
    if (obj.has(name)) {
      return obj.with(name, value.get());
    }
    List<Map.Entry<String, Json>> entries = new ArrayList<>(obj.members().entrySet());
    entries.add(Math.min(position, entries.size()), Map.entry(name, value.get()));
    Map<String, Json> members = new LinkedHashMap<>();
    entries.forEach(entry -> members.put(entry.getKey(), entry.getValue()));
    return new Json.Obj(members);
  }

  /** The places of all members of one of those names, in the tree's order. */
  static Stream<JsonPath> named(Json value, JsonPath here, List<String> names) {
    return switch (value) {
      case Json.Obj(Map<String, Json> members) ->
          members.entrySet().stream()
              .flatMap(member -> {
                JsonPath path = here.member(member.getKey());
                Stream<JsonPath> inside = named(member.getValue(), path, names);
                return names.contains(member.getKey())
                    ? Stream.concat(Stream.of(path), inside)
                    : inside;
              });
      case Json.Arr(List<Json> items) ->
          IntStream.range(0, items.size())
              .boxed()
              .flatMap(i -> named(items.get(i), here.element(i), names));
      case Json.Str s -> Stream.empty();
      case Json.Num n -> Stream.empty();
      case Json.Bool b -> Stream.empty();
      case Json.Null n -> Stream.empty();
    };
  }

  /** Whether the place is the other one, or in it. */
  static boolean isIn(JsonPath path, JsonPath other) {
    List<Step> outer = other.steps();
    List<Step> inner = path.steps();
    return inner.size() >= outer.size() && inner.subList(0, outer.size()).equals(outer);
  }
}
