package ecraccess.workload;

import ecraccess.json.Json;
import ecraccess.json.Path;
import ecraccess.template.Intrinsic;
import ecraccess.template.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A value that may stand in a template: one branch of every {@code Fn::If} on the way to it. */
record Place(Path path, Json value) {
  private static final String DYNAMIC_REFERENCE = "{{resolve:";

  /** The resource's properties, which may be none. */
  static Place of(Resource resource) {
    Json properties =
        resource.value() instanceof Json.Obj body
            ? body.get("Properties").orElse(new Json.Null())
            : new Json.Null();
    return new Place(resource.path().member("Properties"), properties);
  }

  /** All that the member may be; nothing where it is absent. */
  Stream<Place> member(String name) {
    return written(name).stream().flatMap(member -> possible(path.member(name), member));
  }

  /** All that the member at the end of the path may be. */
  Stream<Place> at(String... names) {
    Stream<Place> places = Stream.of(this);
    for (String name : names) {
      places = places.flatMap(place -> place.member(name));
    }
    return places;
  }

  /** All that the items of the list that is this member may be. */
  Stream<Place> items(String name) {
    return member(name).flatMap(Place::elements);
  }

  /** Whether the member is absent, or is in a branch. */
  boolean mayLack(String name) {
    return written(name).map(Place::mayBeNothing).orElse(true);
  }

  /** Whether only the deployment will tell what stands here. */
  boolean isOpen() {
    return Intrinsic.of(value).isPresent()
        || (value instanceof Json.Str(String text) && text.contains(DYNAMIC_REFERENCE));
  }

  /** Whether it is one of the words. */
  Answer is(String... words) {
    if (isOpen()) {
      return Answer.MAYBE;
    }
    return value instanceof Json.Str(String text) && List.of(words).contains(text)
        ? Answer.YES
        : Answer.NO;
  }

  /** Whether it is {@code true}, or the text that CloudFormation takes for it. */
  Answer isTrue() {
    return value.equals(new Json.Bool(true)) ? Answer.YES : is("true", "True", "TRUE");
  }

  private Stream<Place> elements() {
    return value instanceof Json.Arr(List<Json> elements)
        ? IntStream.range(0, elements.size())
            .boxed()
            .flatMap(i -> possible(path.element(i), elements.get(i)))
        : Stream.empty();
  }

  private Optional<Json> written(String name) {
    Json.Obj members = value instanceof Json.Obj obj ? obj : new Json.Obj(Map.of());
    return members.get(name);
  }

  private static Stream<Place> possible(Path path, Json value) {
    List<Json> branches = branches(value);
    if (branches.isEmpty()) {
      return mayBeNothing(value) ? Stream.empty() : Stream.of(new Place(path, value));
    }
    Path choice = path.member(Intrinsic.IF);
    return IntStream.range(0, branches.size())
        .boxed()
        .flatMap(i -> possible(choice.element(i + 1), branches.get(i)));
  }

  private static boolean mayBeNothing(Json value) {
    return value instanceof Json.Null
        || Intrinsic.isNoValue(value)
        || branches(value).stream().anyMatch(Place::mayBeNothing);
  }

  private static List<Json> branches(Json value) {
    return Intrinsic.of(value).map(Intrinsic::branches).orElse(List.of());
  }
}
