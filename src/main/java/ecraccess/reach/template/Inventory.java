package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.cfn.eval.ScalarText;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the resources that exist from those that may. */
final class Inventory {
  private static final String TRANSFORM = "Fn::Transform";

  private final Branch.Conditions conditions;
  private final boolean hasIncludes;
  private final Map<String, Resource> certain = new LinkedHashMap<>();
  private final List<Unsure> unsure = new ArrayList<>();

  Inventory(Template template, Branch.Conditions conditions) {
    this.conditions = conditions;
    this.hasIncludes =
        template.root().get(Template.RESOURCES).orElse(null) instanceof Json.Obj all
            && all.has(TRANSFORM);
    template.resources().stream()
        .filter(resource -> !resource.logicalId().equals(TRANSFORM))
        .forEach(this::sort);
  }

  /**
   * A resource that may not exist, or not as it is written.
   *
   * @param reason what would tell
   */
  record Unsure(Resource resource, String reason) {}

  private void sort(Resource resource) {
    Optional<String> doubt = doubt(resource);
    doubt.ifPresent(reason -> unsure.add(new Unsure(resource, reason)));
    if (doubt.isEmpty() && exists(resource) == Answer.YES) {
      certain.put(resource.logicalId(), resource);
    }
  }

  private Optional<String> doubt(Resource resource) {
    String name = resource.logicalId();
    if (resource.looped()) {
      return Optional.of("what the loop around " + name + " makes");
    }
    Json.Obj body = body(resource);
    Json properties = body.get("Properties").orElse(new Json.Obj(Map.of()));
    return switch (exists(resource)) {
      case NO -> Optional.empty();
      case MAYBE ->
          Optional.of(
              "whether condition %s is true"
                  .formatted(body.get("Condition").flatMap(ScalarText::text).orElse("of " + name)));
      case YES -> doubtAboutProperties(name, body, properties);
    };
  }

  private static Optional<String> doubtAboutProperties(
      String name, Json.Obj body, Json properties) {
    if (hasInclude(body) || hasInclude(properties)) {
      return Optional.of("what Fn::Transform adds to " + name);
    }
    return properties instanceof Json.Obj && Intrinsic.of(properties).isEmpty()
        ? Optional.empty()
        : Optional.of("the properties of " + name);
  }

  private static boolean hasInclude(Json value) {
    return value instanceof Json.Obj members && members.has(TRANSFORM);
  }

  private Answer exists(Resource resource) {
    return body(resource).get("Condition").map(conditions::holds).orElse(Answer.YES);
  }

  private static Json.Obj body(Resource resource) {
    return resource.value() instanceof Json.Obj body ? body : new Json.Obj(Map.of());
  }

  Collection<Resource> certain() {
    return Collections.unmodifiableCollection(certain.values());
  }

  Optional<Resource> certain(String logicalId) {
    return Optional.ofNullable(certain.get(logicalId));
  }

  List<Unsure> unsure() {
    return Collections.unmodifiableList(unsure);
  }

  /** Why nobody can tell what that name means; empty where it is no name of such a resource. */
  Optional<String> doubtAbout(String logicalId) {
    return unsure.stream()
        .filter(maybe -> maybe.resource().logicalId().equals(logicalId))
        .map(Unsure::reason)
        .findFirst();
  }

  /** Whether other snippets are put into the list of resources. */
  boolean hasIncludes() {
    return hasIncludes;
  }
}
