package ecraccess.macro.expand.plan;

import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.SubText;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a value of a template has to wait for. */
final class Dependencies {
  private final Map<String, Json> resources = new LinkedHashMap<>();

  Dependencies(Template template) {
    for (Resource resource : template.resources()) {
      resources.put(resource.logicalId(), resource.value());
    }
  }

  /** Whether the value waits for one of these resources, by whatever detour. */
  boolean leads(Json value, Set<String> logicalIds) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<Json> open = new ArrayDeque<>(List.of(value));
    while (!open.isEmpty()) {
      List<String> ids = names(open.pop()).map(Dependencies::resource).toList();
      if (ids.stream().anyMatch(logicalIds::contains)) {
        return true;
      }
      ids.stream()
          .filter(resources::containsKey)
          .filter(seen::add)
          .map(resources::get)
          .forEach(open::push);
    }
    return false;
  }

  /** Whether the value itself names one of these, or an attribute of one. */
  boolean mentions(Json value, Set<String> names) {
    return names(value)
        .anyMatch(
            name -> names.stream().anyMatch(one -> name.equals(one) || name.startsWith(one + ".")));
  }

  /** Whether the value names resources besides these, which may lead to anything. */
  boolean namesOthers(Json value, Set<String> known) {
    return names(value)
        .map(Dependencies::resource)
        .anyMatch(name -> resources.containsKey(name) && !known.contains(name));
  }

  private static String resource(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** As they are written: a name that means something else, a parameter say, is harmless. */
  private static Stream<String> names(Json value) {
    return Stream.concat(
        Intrinsic.of(value).stream().flatMap(Dependencies::named),
        switch (value) {
          case Json.Obj(Map<String, Json> members) ->
              Stream.concat(
                  members.entrySet().stream()
                      .filter(member -> member.getKey().equals("DependsOn"))
                      .flatMap(member -> texts(member.getValue())),
                  members.values().stream().flatMap(Dependencies::names));
          case Json.Arr(List<Json> items) -> items.stream().flatMap(Dependencies::names);
          case Json.Str s -> Stream.empty();
          case Json.Num n -> Stream.empty();
          case Json.Bool b -> Stream.empty();
          case Json.Null n -> Stream.empty();
        });
  }

  private static Stream<String> named(Intrinsic function) {
    return switch (function.name()) {
      case Intrinsic.REF -> texts(function.argument());
      case Intrinsic.GET_ATT -> Expressions.dotted(function.argument()).stream();
      case Intrinsic.SUB ->
          texts(function.argument())
              .limit(1)
              .flatMap(text -> SubText.parse(text).pieces().stream())
              .flatMap(piece ->
                  piece instanceof SubText.Piece.Variable(String name)
                      ? Stream.of(name.strip())
                      : Stream.empty());
      default -> Stream.empty();
    };
  }

  private static Stream<String> texts(Json value) {
    List<Json> items = value instanceof Json.Arr(List<Json> all) ? all : List.of(value);
    return items.stream()
        .flatMap(item -> item instanceof Json.Str(String text) ? Stream.of(text) : Stream.empty());
  }
}
