package ecraccess.core.cfn;

import ecraccess.core.aws.Limits;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Unrolls {@code Fn::ForEach} where its collection is known, as {@code AWS::LanguageExtensions}
 * does (User Guide, {@code Fn::ForEach}). A loop whose collection is not known, or whose members
 * would take a name that is there already, stays as it is.
 */
public final class Loops {
  public static final String PREFIX = "Fn::ForEach::";

  /** CloudFormation takes no more resources than these in one template. */
  private static final int MOST = Limits.RESOURCES;

  private final Function<Json, Optional<List<String>>> collections;
  private final Map<String, JsonPath> places = new LinkedHashMap<>();
  private int made;

  private Loops(Function<Json, Optional<List<String>>> collections) {
    this.collections = collections;
  }

  /**
   * A template without the loops that could be unrolled.
   *
   * @param places where the resources that loops make are written, by logical ID
   */
  public record Unrolled(Template template, Map<String, JsonPath> places) {

    /** Where the user wrote what stands at that place of the unrolled template. */
    public JsonPath origin(JsonPath path) {
      List<JsonPath.Step> steps = path.steps();
      if (steps.size() < 2 || !(steps.get(1) instanceof JsonPath.Step.Member(String id))) {
        return path;
      }
      JsonPath place = places.get(id);
      if (place == null || !path.isIn(JsonPath.of(Template.RESOURCES))) {
        return path;
      }
      for (JsonPath.Step step : steps.subList(2, steps.size())) {
        place = place.then(step);
      }
      return place;
    }
  }

  /** Unrolls loops over lists that are written out. */
  public static Unrolled unrolled(Template template) {
    return unrolled(template, Loops::written);
  }

  /**
   * Unrolls the loops among a template's resources.
   *
   * @param collections the items of a loop's collection; nothing where they are not known
   */
  public static Unrolled unrolled(
      Template template, Function<Json, Optional<List<String>>> collections) {
    Json resources = template.root().get(Template.RESOURCES).orElse(null);
    if (!(resources instanceof Json.Obj members)
        || members.members().keySet().stream().noneMatch(name -> name.startsWith(PREFIX))) {
      return new Unrolled(template, Map.of());
    }
    Loops loops = new Loops(collections);
    Json.Obj unrolled = loops.resources(members, JsonPath.of(Template.RESOURCES));
    return new Unrolled(
        new Template(template.root().with(Template.RESOURCES, unrolled)), loops.places);
  }

  /** The items of a list that is written out. */
  public static Optional<List<String>> written(Json collection) {
    return collection instanceof Json.Arr(List<Json> items)
            && items.stream().allMatch(Json.Str.class::isInstance)
        ? Optional.of(items.stream().map(item -> ((Json.Str) item).value()).toList())
        : Optional.empty();
  }

  private Json.Obj resources(Json.Obj members, JsonPath path) {
    Map<String, Json> result = new LinkedHashMap<>();
    members
        .members()
        .forEach((name, value) -> {
          Optional<Map<String, Json>> turns =
              name.startsWith(PREFIX) ? turns(value, path.member(name)) : Optional.empty();
          if (turns.isEmpty() || turns.get().keySet().stream().anyMatch(members::has)) {
            result.put(name, value);
          } else {
            result.putAll(turns.get());
          }
        });
    return new Json.Obj(result);
  }

  /** What all turns of the loop make, and of the loops inside it. */
  private Optional<Map<String, Json>> turns(Json loop, JsonPath path) {
    if (!(loop instanceof Json.Arr(List<Json> parts)
        && parts.size() == 3
        && parts.get(0) instanceof Json.Str(String variable)
        && parts.get(2) instanceof Json.Obj body)) {
      return Optional.empty();
    }
    Optional<List<String>> items = collections.apply(parts.get(1));
    if (items.isEmpty() || made + items.get().size() * body.members().size() > MOST) {
      return Optional.empty();
    }
    Map<String, Json> all = new LinkedHashMap<>();
    for (String item : items.get()) {
      for (Map.Entry<String, Json> member : body.members().entrySet()) {
        JsonPath here = path.element(2).member(member.getKey());
        String name = filled(member.getKey(), variable, item);
        Json value = filled(member.getValue(), variable, item);
        if (name.startsWith(PREFIX)) {
          Optional<Map<String, Json>> inner = turns(value, here);
          if (inner.isEmpty()) {
            return Optional.empty();
          }
          all.putAll(inner.get());
        } else {
          made++;
          places.put(name, here);
          if (all.put(name, value) != null) {
            return Optional.empty();
          }
        }
      }
    }
    return Optional.of(all);
  }

  private static Json filled(Json value, String variable, String item) {
    if (value instanceof Json.Str(String text)) {
      return new Json.Str(filled(text, variable, item));
    }
    Optional<Intrinsic> function = Intrinsic.of(value);
    if (function.isPresent()
        && function.get().name().equals(Intrinsic.REF)
        && function.get().argument().equals(new Json.Str(variable))) {
      return new Json.Str(item);
    }
    Json inside =
        value instanceof Json.Obj members
            ? renamed(members, variable, item)
            : value.mapChildren((step, child) -> filled(child, variable, item));
    return Intrinsic.of(inside)
            .filter(f -> f.name().equals(Intrinsic.REF) || f.name().equals(Intrinsic.GET_ATT))
            .isPresent()
        ? inside.mapChildren((step, argument) -> plain(argument))
        : inside;
  }

  private static Json renamed(Json.Obj members, String variable, String item) {
    Map<String, Json> result = new LinkedHashMap<>();
    members
        .members()
        .forEach((name, child) ->
            result.put(filled(name, variable, item), filled(child, variable, item)));
    return new Json.Obj(result);
  }

  /** A name that {@code Fn::Sub} gave, now that nothing is left to fill in. */
  private static Json plain(Json name) {
    if (name instanceof Json.Arr) {
      return name.mapChildren((step, part) -> plain(part));
    }
    return Intrinsic.of(name)
        .filter(function -> function.name().equals(Intrinsic.SUB))
        .map(Intrinsic::argument)
        .filter(text -> text instanceof Json.Str(String written) && !written.contains("${"))
        .orElse(name);
  }

  /** {@code &{Name}} is the value without what a logical ID may not have. */
  private static String filled(String text, String variable, String item) {
    if (!text.contains("{" + variable + "}")) {
      return text;
    }
    StringBuilder alphanumeric = new StringBuilder();
    item.chars().filter(Character::isLetterOrDigit).forEach(c -> alphanumeric.append((char) c));
    return text.replace("${" + variable + "}", item).replace("&{" + variable + "}", alphanumeric);
  }
}
