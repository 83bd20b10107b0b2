package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Outline;
import ecraccess.core.cfn.Pieces;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonPath.Step;
import ecraccess.core.logic.Answer;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Id;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads single values of a world's resources, and never takes one of several for the only one. */
final class PropertyReader {
  private final Scenario scenario;

  /** The resources of a type, which are asked for once for each that refers to one. */
  private final Map<String, List<Resource>> byType = new HashMap<>();

  /** What the resources of a type are named by a property of theirs. */
  private final Map<Naming, List<Named>> names = new HashMap<>();

  private record Naming(String type, String property) {}

  private record Named(Resource resource, Id name) {}

  PropertyReader(Scenario scenario) {
    this.scenario = scenario;
  }

  /** The resources of that type, those that may not exist among them: see {@link #doubt}. */
  Stream<Resource> all(String type) {
    return byType
        .computeIfAbsent(
            type,
            wanted ->
                Stream.concat(
                        scenario.resources(wanted),
                        scenario.unsure(wanted).map(Inventory.Unsure::resource))
                    .toList())
        .stream();
  }

  /** The text of the member at the end of the path; empty where there is none. */
  Known<Optional<String>> text(Branch around, String... names) {
    List<Branch> places = around.at(names).toList();
    if (places.isEmpty()) {
      return Known.is(Optional.empty());
    }
    return doubt(places)
        .<Known<Optional<String>>>map(Known::unknown)
        .orElseGet(() -> scenario.text(places.getFirst()).map(Optional::of));
  }

  /**
   * What the items of a list name; nothing where there is no list.
   *
   * @param what what they are, as a noun phrase
   */
  List<Id> ids(Branch around, String list, String what) {
    List<Branch> places = around.member(list).toList();
    if (places.isEmpty()) {
      return List.of();
    }
    Optional<String> doubt =
        doubt(places)
            .or(() -> around.items(list).flatMap(item -> doubt(item).stream()).findFirst());
    if (doubt.isPresent()) {
      return List.of(new Id.Open(what, doubt.get()));
    }
    List<Id> ids = scenario.ids(around, list);
    return ids.isEmpty() && !(places.getFirst().value() instanceof Json.Arr)
        ? List.of(new Id.Open(what, what))
        : ids;
  }

  /** Why the places are not one that is there for sure. */
  Optional<String> doubt(List<Branch> places) {
    return places.stream().flatMap(place -> doubt(place).stream()).findFirst();
  }

  /** The condition that decides whether the place is there at all, where it is open. */
  Optional<String> doubt(Branch place) {
    return doubt(place.path(), place.conditions());
  }

  Optional<String> doubt(JsonPath path, Branch.Conditions conditions) {
    List<Step> steps = path.steps();
    if (steps.size() < 2 || !(steps.get(1) instanceof Step.Member(String id))) {
      return Optional.empty();
    }
    if (id.startsWith("Fn::ForEach::")) {
      return Optional.of("what the loop " + id + " makes");
    }
    Optional<String> doubt = scenario.inventory().doubtAbout(id);
    if (doubt.isPresent()) {
      return doubt;
    }
    Optional<Resource> resource = scenario.resource(id);
    Json at = resource.map(Resource::value).orElse(new Json.Null());
    Stream.Builder<Json> passed = Stream.builder();
    if (at instanceof Json.Obj body) {
      body.get("Condition").ifPresent(passed);
    }
    for (Step step : steps.subList(2, steps.size())) {
      at = child(at, step);
      if (step.equals(new Step.Member(Intrinsic.IF))
          && at instanceof Json.Arr(List<Json> parts)
          && !parts.isEmpty()) {
        passed.add(parts.getFirst());
      }
    }
    return passed
        .build()
        .filter(condition -> conditions.holds(condition) == Answer.MAYBE)
        .findFirst()
        .map(PropertyReader::whether);
  }

  private static Json child(Json json, Step step) {
    return switch (step) {
      case Step.Member(String name) ->
          json instanceof Json.Obj obj ? obj.get(name).orElse(new Json.Null()) : new Json.Null();
      case Step.Element(int index) ->
          json instanceof Json.Arr(List<Json> elements) && index < elements.size()
              ? elements.get(index)
              : new Json.Null();
    };
  }

  private static String whether(Json condition) {
    return condition instanceof Json.Str(String name)
        ? "whether condition " + name + " is true"
        : "whether a condition is true";
  }

  /** The resource of that type that the expression leads to: {@code !Ref} it, or its ARN. */
  Optional<Resource> referred(Branch reference, String type) {
    return Pieces.of(reference.value()).inOrder().stream()
        .flatMap(piece -> Outline.of(piece).lead().stream())
        .map(name -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name)
        .flatMap(id -> all(type).filter(resource -> resource.logicalId().equals(id)))
        .findFirst();
  }

  /** The same, or the one that has that name. */
  Optional<Resource> named(Branch reference, String type, String nameProperty) {
    return referred(reference, type)
        .or(() -> {
          Id wanted = scenario.id(reference);
          return named(type, nameProperty).stream()
              .filter(one -> one.name().same(wanted) == Answer.YES)
              .map(Named::resource)
              .findFirst();
        });
  }

  private List<Named> named(String type, String nameProperty) {
    return names.computeIfAbsent(
        new Naming(type, nameProperty),
        naming ->
            all(type)
                .flatMap(resource ->
                    scenario
                        .properties(resource)
                        .member(nameProperty)
                        .map(name -> new Named(resource, scenario.id(name))))
                .toList());
  }

  /** The place with every function in it evaluated whose text is known. */
  Branch settled(Branch place) {
    return new Branch(
        place.path(), settled(place.path(), place.value(), place.conditions()), place.conditions());
  }

  private Json settled(JsonPath path, Json value, Branch.Conditions conditions) {
    Optional<Intrinsic> function = Intrinsic.of(value);
    if (function.isEmpty()) {
      return value.mapChildren((step, child) -> settled(path.then(step), child, conditions));
    }
    if (!function.get().branches().isEmpty()) {
      return function.get().mapBranches(branch -> settled(path, branch, conditions));
    }
    return Intrinsic.isNoValue(value)
        ? value
        : switch (scenario.text(new Branch(path, value, conditions))) {
          case Known.Is<String>(String text) -> new Json.Str(text);
          case Known.Unknown<String> unknown -> value;
        };
  }

  /** As messages show it: without quotes where it is written out. */
  static String show(Branch place) {
    return place.value() instanceof Json.Str(String text) ? text : Expressions.show(place.value());
  }
}
