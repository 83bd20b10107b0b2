package ecraccess.expand;

import ecraccess.json.Json;
import ecraccess.json.Path;
import ecraccess.service.Limits;
import ecraccess.shorthand.Endpoint;
import ecraccess.shorthand.Selection;
import ecraccess.template.LogicalId;
import ecraccess.template.Problems;
import ecraccess.template.Resource;
import ecraccess.template.Template;
import java.util.HashMap;
import java.util.Map;

/** Sees to it that a generated name is valid and taken by nothing else, never an overwrite. */
final class Names {
  private final Map<String, String> takenBy = new HashMap<>();
  private final Problems problems;

  /**
   * Starts from the names that the template's own resources and parameters have.
   *
   * @param shorthands logical IDs that the output will not have any more
   */
  Names(Template template, Iterable<Resource> shorthands, Problems problems) {
    this.problems = problems;
    if (template.root().get("Parameters").orElse(null) instanceof Json.Obj parameters) {
      parameters.members().keySet().forEach(name -> takenBy.put(name, "a parameter"));
    }
    template.resources().forEach(r -> takenBy.put(r.logicalId(), "another resource"));
    shorthands.forEach(shorthand -> takenBy.remove(shorthand.logicalId()));
  }

  /** Takes the names of everything a shorthand creates. */
  void take(Resource shorthand, Selection selection) {
    String id = shorthand.logicalId();
    if (!LogicalId.isAlphanumeric(id, shorthand.looped())) {
      problems.add(
          shorthand.path(),
          "expected a logical ID of letters and digits, because names are made from it");
      return;
    }
    for (Endpoint endpoint : selection.endpoints()) {
      String name = endpoint.logicalId();
      if (!LogicalId.isAlphanumeric(name, shorthand.looped())) {
        problems.add(
            place(shorthand, endpoint),
            "expected a logical ID of letters and digits, found " + name);
      } else if (LogicalId.isTooLong(name)) {
        problems.add(
            place(shorthand, endpoint),
            "expected a logical ID of at most %d characters, found %d: %s"
                .formatted(Limits.LOGICAL_ID_CHARACTERS, name.length(), name));
      } else {
        take(shorthand, endpoint, name);
      }
    }
  }

  private void take(Resource shorthand, Endpoint endpoint, String name) {
    String owner = takenBy.putIfAbsent(name, "an endpoint of " + shorthand.logicalId());
    if (owner != null) {
      problems.add(
          place(shorthand, endpoint),
          "creates %s for %s, but that is the name of %s; rename one, or set LogicalId in Overrides"
              .formatted(name, endpoint.service(), owner));
    }
  }

  /** The override that named it, or the shorthand. */
  private static Path place(Resource shorthand, Endpoint endpoint) {
    boolean named = !endpoint.logicalId().equals(shorthand.logicalId() + endpoint.partName());
    return named
        ? shorthand
            .path()
            .member("Properties")
            .member("Overrides")
            .member(endpoint.service().name())
            .member("LogicalId")
        : shorthand.path();
  }
}
