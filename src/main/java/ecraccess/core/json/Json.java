package ecraccess.core.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** A JSON value: immutable, and objects keep the order of their members. */
public sealed interface Json {

  /** An object. Two objects are equal whatever the order of their members. */
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The object with one member. */
    public static Obj of(String name, Json value) {
      return new Obj(Map.of(name, value));
    }

    public Optional<Json> get(String name) {
      return Optional.ofNullable(members.get(name));
    }

    public boolean has(String name) {
      return members.containsKey(name);
    }

    /** The only member's name, if there is exactly one member. */
    public Optional<String> onlyName() {
      return members.size() == 1
          ? Optional.of(members.keySet().iterator().next())
          : Optional.empty();
    }

    /** This object with one member's value replaced in its place, or added at the end. */
    public Obj with(String name, Json value) {
      Map<String, Json> changed = new LinkedHashMap<>(members);
      changed.put(name, value);
      return new Obj(changed);
    }

    public Obj without(String name) {
      Map<String, Json> changed = new LinkedHashMap<>(members);
      changed.remove(name);
      return new Obj(changed);
    }
  }

  /** An array. */
  record Arr(List<Json> elements) implements Json {
    public Arr {
      elements = List.copyOf(elements);
    }

    public static Arr of(Json... elements) {
      return new Arr(Arrays.asList(elements));
    }
  }

  record Str(String value) implements Json {}

  /** A number as it was written: {@code 1.10} stays {@code 1.10}, 2^70 keeps every digit. */
  record Num(String literal) implements Json {
    private static final Pattern GRAMMAR =
        Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    public Num {
      if (!isNumber(literal)) {
        throw new IllegalArgumentException("not a JSON number: " + literal);
      }
    }

    /** Whether the text is a number by JSON's grammar. */
    public static boolean isNumber(String text) {
      return GRAMMAR.matcher(text).matches();
    }
  }

  record Bool(boolean value) implements Json {}

  record Null() implements Json {}

  /**
   * This value with every element or member value replaced by what {@code change} makes of it; this
   * very value where nothing changed, and where there is nothing inside.
   */
  default Json mapChildren(BiFunction<JsonPath.Step, Json, Json> change) {
    return switch (this) {
      case Obj obj -> {
        Map<String, Json> members = new LinkedHashMap<>(obj.members());
        members.replaceAll((name, value) -> change.apply(new JsonPath.Step.Member(name), value));
        yield sameInstances(members.values(), obj.members().values()) ? this : new Obj(members);
      }
      case Arr arr -> {
        List<Json> elements = new ArrayList<>();
        for (Json element : arr.elements()) {
          elements.add(change.apply(new JsonPath.Step.Element(elements.size()), element));
        }
        yield sameInstances(elements, arr.elements()) ? this : new Arr(elements);
      }
      case Str s -> s;
      case Num n -> n;
      case Bool b -> b;
      case Null n -> n;
    };
  }

  /** Identity, not equality: it tells an untouched value from one that was made anew. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean sameInstances(Collection<Json> some, Collection<Json> others) {
    Iterator<Json> other = others.iterator();
    return some.stream().allMatch(one -> one == other.next());
  }
}
