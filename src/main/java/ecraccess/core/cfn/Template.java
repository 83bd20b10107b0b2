package ecraccess.core.cfn;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A view on a template as macros get it: long-form functions, no {@code Transform} section, and
 * anything at all in the places CloudFormation has not checked yet.
 */
public record Template(Json.Obj root) {
  public static final String RESOURCES = "Resources";
  private static final String FOR_EACH = "Fn::ForEach::";

  /** Whether a resource of that name stands among the resources, not in a loop. */
  public boolean has(String logicalId) {
    return root.get(RESOURCES).orElse(null) instanceof Json.Obj resources
        && resources.has(logicalId);
  }

  /** The type of a parameter; nothing where there is no such parameter, or no type. */
  public Optional<String> parameterType(String name) {
    return root.get("Parameters").orElse(null) instanceof Json.Obj parameters
            && parameters.get(name).orElse(null) instanceof Json.Obj parameter
            && parameter.get("Type").orElse(null) instanceof Json.Str(String type)
        ? Optional.of(type)
        : Optional.empty();
  }

  /** All resources, those in the bodies of loops included, in template order. */
  public List<Resource> resources() {
    List<Resource> all = new ArrayList<>();
    replaceResources(resource -> {
      all.add(resource);
      return Map.of(resource.logicalId(), resource.value());
    });
    return all;
  }

  /**
   * This template with each resource replaced, at its place, by any number of others.
   *
   * @param replacement the new members by name, in order
   */
  public Template replaceResources(Function<Resource, Map<String, Json>> replacement) {
    return root.get(RESOURCES)
        .filter(Json.Obj.class::isInstance)
        .map(members ->
            new Template(
                root.with(
                    RESOURCES,
                    replaced((Json.Obj) members, JsonPath.of(RESOURCES), false, replacement))))
        .orElse(this);
  }

  /** Compares instances, so that members without a shorthand stay the very same object. */
  @SuppressWarnings("ReferenceEquality")
  private static Json.Obj replaced(
      Json.Obj members,
      JsonPath path,
      boolean looped,
      Function<Resource, Map<String, Json>> replacement) {
    Map<String, Json> result = new LinkedHashMap<>();
    boolean same = true;
    for (Map.Entry<String, Json> member : members.members().entrySet()) {
      String name = member.getKey();
      JsonPath here = path.member(name);
      Map<String, Json> replacing =
          isLoop(name, member.getValue())
              ? Map.of(name, replacedInLoop((Json.Arr) member.getValue(), here, replacement))
              : replacement.apply(new Resource(here, name, member.getValue(), looped));
      same &= replacing.size() == 1 && replacing.get(name) == member.getValue();
      result.putAll(replacing);
    }
    return same ? members : new Json.Obj(result);
  }

  /** A loop is {@code Fn::ForEach::Name: [identifier, collection, body]}. */
  private static boolean isLoop(String name, Json value) {
    return name.startsWith(FOR_EACH)
        && value instanceof Json.Arr(List<Json> parts)
        && parts.size() == 3
        && parts.get(2) instanceof Json.Obj;
  }

  private static Json replacedInLoop(
      Json.Arr loop, JsonPath path, Function<Resource, Map<String, Json>> replacement) {
    return loop.mapChildren((step, part) ->
        step.equals(new JsonPath.Step.Element(2))
            ? replaced((Json.Obj) part, path.then(step), true, replacement)
            : part);
  }
}
