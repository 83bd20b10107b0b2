package ecraccess.macro.expand;

import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonPath.Step;
import ecraccess.macro.expand.plan.GeneratedIds;
import ecraccess.macro.expand.plan.Plan;
import ecraccess.macro.shorthand.EndpointSpec;
import ecraccess.macro.shorthand.Shorthand;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leads from a place in the expanded template to the place where its user can change it: what was
 * generated has its origin in a shorthand, everything else in itself.
 */
final class Origins {
  private static final String PROPERTIES = "Properties";

  /** Where the properties of one generated resource come from, the first that has one first. */
  private record Origin(Shorthand shorthand, List<JsonPath> properties) {}

  private final Template template;
  private final Map<String, Origin> byGenerated = new HashMap<>();

  /**
   * Knows what was generated.
   *
   * @param template as its user wrote it
   */
  Origins(Template template, Collection<Plan> plans) {
    this.template = template;
    for (Plan plan : plans) {
      Shorthand shorthand = plan.shorthand();
      JsonPath own = shorthand.resource().path().member(PROPERTIES);
      for (EndpointSpec endpoint : shorthand.endpoints()) {
        JsonPath override = own.member("Overrides").member(endpoint.service().name());
        byGenerated.put(endpoint.logicalId(), new Origin(shorthand, List.of(override, own)));
      }
      for (String helper : List.of(GeneratedIds.SECURITY_GROUP, GeneratedIds.NETWORK)) {
        byGenerated.putIfAbsent(
            GeneratedIds.id(shorthand.resource(), helper), new Origin(shorthand, List.of(own)));
      }
    }
  }

  /** The most precise place that exists in the user's template. */
  JsonPath of(JsonPath expanded) {
    List<Step> steps = expanded.steps();
    Origin origin =
        steps.size() > 1
                && steps.get(0).equals(new Step.Member(Template.RESOURCES))
                && steps.get(1) instanceof Step.Member(String id)
            ? byGenerated.get(id)
            : null;
    if (origin == null || at(expanded).isPresent()) {
      return expanded;
    }
    boolean inProperties = steps.size() > 3 && steps.get(2).equals(new Step.Member(PROPERTIES));
    return inProperties
        ? origin.properties().stream()
            .map(path -> then(path, steps.subList(3, steps.size())))
            .filter(path -> at(path).isPresent())
            .findFirst()
            .orElse(origin.shorthand().resource().path())
        : origin.shorthand().resource().path();
  }

  private static JsonPath then(JsonPath path, List<Step> steps) {
    JsonPath end = path;
    for (Step step : steps) {
      end = end.then(step);
    }
    return end;
  }

  private Optional<Json> at(JsonPath path) {
    Optional<Json> found = Optional.of(template.root());
    for (Step step : path.steps()) {
      found = found.flatMap(value -> child(value, step));
    }
    return found;
  }

  private static Optional<Json> child(Json value, Step step) {
    return switch (step) {
      case Step.Member(String name) ->
          value instanceof Json.Obj object ? object.get(name) : Optional.empty();
      case Step.Element(int index) ->
          value instanceof Json.Arr(List<Json> items) && index < items.size()
              ? Optional.of(items.get(index))
              : Optional.empty();
    };
  }
}
