package ecraccess.core.cfn;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value that may stand in a template: one branch of every {@code Fn::If} on the way to it.
 *
 * @param conditions what is known of the template's conditions: a branch that is ruled out is no
 *     place
 */
public record Branch(JsonPath path, Json value, Conditions conditions) {
  private static final String DYNAMIC_REFERENCE = "{{resolve:";

  /** Tells whether a condition holds. */
  @FunctionalInterface
  public interface Conditions {
    /** Nothing is known of any. */
    Conditions OPEN = name -> Answer.MAYBE;

    /** Whether the condition of that name, the first item of an {@code Fn::If}, holds. */
    Answer holds(Json name);
  }

  /** The resource's properties, which may be none, while nothing is known of any condition. */
  public static Branch of(Resource resource) {
    return of(resource, Conditions.OPEN);
  }

  /** The resource's properties, which may be none. */
  public static Branch of(Resource resource, Conditions conditions) {
    Json properties =
        resource.value() instanceof Json.Obj body
            ? body.get("Properties").orElse(new Json.Null())
            : new Json.Null();
    return new Branch(resource.path().member("Properties"), properties, conditions);
  }

  /** All that the member may be; nothing where it is absent. */
  public Stream<Branch> member(String name) {
    return written(name).stream().flatMap(member -> possible(path.member(name), member));
  }

  /** All that the member at the end of the path may be. */
  public Stream<Branch> at(String... names) {
    Stream<Branch> places = Stream.of(this);
    for (String name : names) {
      places = places.flatMap(place -> place.member(name));
    }
    return places;
  }

  /** All that the items of the list that is this member may be. */
  public Stream<Branch> items(String name) {
    return member(name).flatMap(Branch::elements);
  }

  /** Whether the member is absent, or is in a branch. */
  public boolean mayLack(String name) {
    return written(name).map(this::mayBeNothing).orElse(true);
  }

  /** Whether only the deployment will tell what stands here. */
  public boolean isOpen() {
    return Intrinsic.of(value).isPresent()
        || (value instanceof Json.Str(String text) && text.contains(DYNAMIC_REFERENCE));
  }

  /** Whether it is one of the words. */
  public Answer is(String... words) {
    if (isOpen()) {
      return Answer.MAYBE;
    }
    return value instanceof Json.Str(String text) && List.of(words).contains(text)
        ? Answer.YES
        : Answer.NO;
  }

  /** Whether it is {@code true}, or the text that CloudFormation takes for it. */
  public Answer isTrue() {
    return value.equals(new Json.Bool(true)) ? Answer.YES : is("true", "True", "TRUE");
  }

  private Stream<Branch> elements() {
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

  private Stream<Branch> possible(JsonPath path, Json value) {
    if (isChoice(value)) {
      return branches(path, value).flatMap(branch -> possible(branch.path(), branch.value()));
    }
    return isNothing(value) ? Stream.empty() : Stream.of(new Branch(path, value, conditions));
  }

  private boolean mayBeNothing(Json value) {
    return isChoice(value)
        ? branches(path, value).anyMatch(branch -> mayBeNothing(branch.value()))
        : isNothing(value);
  }

  private static boolean isNothing(Json value) {
    return value instanceof Json.Null || Intrinsic.isNoValue(value);
  }

  private static boolean isChoice(Json value) {
    return Intrinsic.of(value).filter(function -> !function.branches().isEmpty()).isPresent();
  }

  /** The branches that the conditions leave possible. */
  private Stream<Branch> branches(JsonPath path, Json choice) {
    Json.Arr parts = (Json.Arr) Intrinsic.of(choice).orElseThrow().argument();
    Answer first = conditions.holds(parts.elements().getFirst());
    return IntStream.of(1, 2)
        .filter(i -> first != (i == 1 ? Answer.NO : Answer.YES))
        .mapToObj(i ->
            new Branch(path.member(Intrinsic.IF).element(i), parts.elements().get(i), conditions));
  }
}
