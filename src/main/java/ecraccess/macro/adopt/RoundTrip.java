package ecraccess.macro.adopt;

import ecraccess.core.cfn.Problem;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.macro.expand.Expander;
import ecraccess.macro.expand.Expansion;
import ecraccess.macro.expand.plan.DeploymentContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Expands a template with shorthands in it, and compares the result with what was there. */
final class RoundTrip {
  /** Stands for all that is not a property. */
  static final String ATTRIBUTES = "attributes";

  private final Template original;
  private final Template before;
  private final DeploymentContext deployment;
  private final Meaning meaning;

  /**
   * For one template.
   *
   * @param before the original after an expansion of its own: it may have shorthands already
   * @param region of the stack, if it is known
   */
  RoundTrip(
      Json.Obj original, Json.Obj before, DeploymentContext deployment, Optional<String> region) {
    this.original = new Template(original);
    this.before = new Template(before);
    this.deployment = deployment;
    this.meaning = new Meaning(this.before, region);
  }

  /** What came of an expansion. */
  sealed interface Outcome {
    record Rejected(List<Problem> problems) implements Outcome {}

    /**
     * The template expands.
     *
     * @param differing the properties of endpoints that are not what they were
     * @param besides what else is not as it was
     */
    record Expanded(Map<Candidate, Set<String>> differing, List<String> besides)
        implements Outcome {

      boolean isEqual() {
        return differing.isEmpty() && besides.isEmpty();
      }
    }
  }

  /** The template with the shorthands, each in the place of its first endpoint. */
  Json.Obj adopted(List<Draft> drafts) {
    return original
        .replaceResources(resource ->
            drafts.stream()
                .filter(draft -> draft.group().contains(resource.path()))
                .findFirst()
                .map(draft -> replacing(draft, resource))
                .orElseGet(() -> Map.of(resource.logicalId(), resource.value())))
        .root();
  }

  private static Map<String, Json> replacing(Draft draft, Resource resource) {
    return draft.group().first().path().equals(resource.path())
        ? Map.of(draft.logicalId(), draft.json())
        : Map.of();
  }

  Outcome of(List<Draft> drafts) {
    return switch (Expander.expand(adopted(drafts), deployment)) {
      case Expansion.Rejected(List<Problem> problems) -> new Outcome.Rejected(problems);
      case Expansion.Expanded expanded -> compared(drafts, new Template(expanded.template()));
    };
  }

  private Outcome compared(List<Draft> drafts, Template after) {
    Map<JsonPath, Json> was = resources(before);
    Map<JsonPath, Json> is = resources(after);
    Map<Candidate, Set<String>> differing = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      for (Candidate member : draft.group().members()) {
        Set<String> differences = differences(member.body(), is.get(member.path()));
        if (!differences.isEmpty()) {
          differing.put(member, differences);
        }
        was.remove(member.path());
        is.remove(member.path());
      }
    }
    List<String> besides = new ArrayList<>();
    compare(was, is, besides);
    compare(sections(before), sections(after), besides);
    return new Outcome.Expanded(differing, besides);
  }

  private static <K> void compare(Map<K, Json> was, Map<K, Json> is, List<String> besides) {
    Set<K> all = new LinkedHashSet<>(was.keySet());
    all.addAll(is.keySet());
    all.stream()
        .filter(key -> !Optional.ofNullable(was.get(key)).equals(Optional.ofNullable(is.get(key))))
        .forEach(key -> besides.add(key.toString()));
  }

  private static Map<JsonPath, Json> resources(Template template) {
    Map<JsonPath, Json> resources = new LinkedHashMap<>();
    template.resources().forEach(r -> resources.put(r.path(), r.value()));
    return resources;
  }

  /** All but the resources, which are compared one by one. */
  private static Map<String, Json> sections(Template template) {
    return template.root().without(Template.RESOURCES).members();
  }

  private Set<String> differences(Json.Obj was, @Nullable Json is) {
    if (!(is instanceof Json.Obj now)) {
      return Set.of(ATTRIBUTES);
    }
    Set<String> differences = new LinkedHashSet<>();
    if (!was.without("Properties").equals(now.without("Properties"))) {
      differences.add(ATTRIBUTES);
    }
    Map<String, Json> before = properties(was);
    Map<String, Json> after = properties(now);
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    names.stream()
        .filter(name ->
            !Optional.ofNullable(before.get(name)).equals(Optional.ofNullable(after.get(name))))
        .forEach(differences::add);
    return differences;
  }

  private Map<String, Json> properties(Json.Obj endpoint) {
    return meaning.exact(endpoint.get("Properties").orElse(new Json.Obj(Map.of())));
  }
}
