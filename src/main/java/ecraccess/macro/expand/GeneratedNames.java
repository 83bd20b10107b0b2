package ecraccess.macro.expand;

import ecraccess.core.aws.Limits;
import ecraccess.core.cfn.LogicalId;
import ecraccess.core.cfn.Problems;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.macro.expand.reference.Part;
import ecraccess.macro.expand.reference.Parts;
import java.util.HashMap;
import java.util.Map;

/** Sees to it that a generated name is valid and taken by nothing else, never an overwrite. */
final class GeneratedNames {
  private final Map<String, String> takenBy = new HashMap<>();
  private final Problems problems;

  /**
   * Starts from the names that the template's own resources and parameters have.
   *
   * @param shorthands logical IDs that the output will not have any more
   */
  GeneratedNames(Template template, Iterable<Resource> shorthands, Problems problems) {
    this.problems = problems;
    if (template.root().get("Parameters").orElse(null) instanceof Json.Obj parameters) {
      parameters.members().keySet().forEach(name -> takenBy.put(name, "a parameter"));
    }
    template.resources().forEach(r -> takenBy.put(r.logicalId(), "another resource"));
    shorthands.forEach(shorthand -> takenBy.remove(shorthand.logicalId()));
  }

  /** Takes the names of everything a shorthand creates. */
  void take(Parts parts) {
    Resource shorthand = parts.shorthand();
    if (!LogicalId.isAlphanumeric(shorthand.logicalId(), shorthand.looped())) {
      problems.add(
          shorthand.path(),
          "expected a logical ID of letters and digits, because names are made from it");
      return;
    }
    parts.byName().values().forEach(part -> take(shorthand, part));
  }

  private void take(Resource shorthand, Part part) {
    String name = part.logicalId();
    JsonPath place = part.place();
    if (!LogicalId.isAlphanumeric(name, shorthand.looped())) {
      problems.add(place, "expected a logical ID of letters and digits, found " + name);
    } else if (LogicalId.isTooLong(name)) {
      problems.add(
          place,
          "expected a logical ID of at most %d characters, found %d: %s"
              .formatted(Limits.LOGICAL_ID_CHARACTERS, name.length(), name));
    } else {
      String owner = takenBy.putIfAbsent(name, "a part of " + shorthand.logicalId());
      if (owner != null) {
        problems.add(
            place,
            "creates %s as its %s, but that is the name of %s; rename one, or set LogicalId in Overrides"
                .formatted(name, part.name(), owner));
      }
    }
  }
}
