package ecraccess.macro.expand.reference;

import ecraccess.core.cfn.Found;
import ecraccess.core.cfn.IdText;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.NearMiss;
import ecraccess.core.cfn.Problems;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each way of naming a shorthand's parts stands for. Every method answers nothing where the
 * text does not name a shorthand, and also where it names one wrongly, with a problem noted.
 */
public final class References {
  private final Map<String, Parts> shorthands;
  private final Problems problems;

  public References(Map<String, Parts> shorthands, Problems problems) {
    this.shorthands = shorthands;
    this.problems = problems;
  }

  /** An attribute of a generated resource, or the resource's ID. */
  record Attribute(Part part, String name) {
    private boolean isId() {
      return name.equals(part.idAttribute());
    }

    /**
     * As the function that returns it.
     *
     * @param id how the reference spelled its logical ID
     * @param dotted whether it was one string, {@code A.B}, in place of a list
     */
    Json toJson(IdText id, boolean dotted) {
      Json logicalId = id.withText(part.logicalId());
      if (isId()) {
        return Json.Obj.of(Intrinsic.REF, logicalId);
      }
      return Json.Obj.of(
          Intrinsic.GET_ATT,
          dotted
              ? new Json.Str(part.logicalId() + "." + name)
              : Json.Arr.of(logicalId, new Json.Str(name)));
    }

    private String toVariable() {
      return isId() ? part.logicalId() : part.logicalId() + "." + name;
    }
  }

  /** The logical ID of the resource that {@code EcrAccess.EcrApiEndpoint} stands for. */
  Optional<String> whole(String text, JsonPath path) {
    return named(text)
        .flatMap(name ->
            name.rest().isEmpty()
                ? bare(name, path)
                : part(name, name.rest(), path).map(Part::logicalId));
  }

  /** {@code Fn::GetAtt} of {@code EcrAccess.EcrApiEndpoint.DnsEntries}. */
  Optional<Attribute> attribute(String text, JsonPath path) {
    return named(text)
        .flatMap(name -> name.rest().isEmpty() ? bare(name, path) : attribute(name, path));
  }

  private Optional<Attribute> attribute(Name name, JsonPath path) {
    int dot = name.rest().indexOf('.');
    Optional<Part> part = part(name, dot < 0 ? name.rest() : name.rest().substring(0, dot), path);
    if (part.isEmpty()) {
      return Optional.empty();
    }
    String attribute = dot < 0 ? "" : name.rest().substring(dot + 1);
    List<String> valid = part.get().attributes();
    if (valid.contains(attribute)) {
      return Optional.of(new Attribute(part.get(), attribute));
    }
    String whole = name.parts().logicalId() + "." + part.get().name();
    problems.add(
        path,
        attribute.isEmpty()
            ? "expected an attribute after %s, found none; valid are %s"
                .formatted(whole, list(valid))
            : "unknown attribute %s of %s%s"
                .formatted(Found.quote(attribute), whole, suggestion(attribute, valid)));
    return Optional.empty();
  }

  /** {@code ${EcrAccess.EcrApiEndpoint.Id}}, less its braces, to what stands there instead. */
  Optional<String> variable(String text, JsonPath path) {
    Optional<Name> name = named(text.strip());
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (!text.equals(text.strip())) {
      problems.add(path, "expected no blanks in ${%s}; write ${%s}".formatted(text, text.strip()));
      return Optional.empty();
    }
    return name.get().rest().isEmpty()
        ? bare(name.get(), path)
        : name.get()
            .parts()
            .part(name.get().rest())
            .map(Part::logicalId)
            .or(() -> attribute(name.get(), path).map(Attribute::toVariable));
  }

  /** In {@code DependsOn}: the logical IDs of everything generated. */
  Optional<List<String>> dependency(String text, JsonPath path) {
    Optional<Name> name = named(text);
    if (name.isPresent() && !name.get().rest().isEmpty()) {
      String id = name.get().parts().logicalId();
      problems.add(
          path, "expected a logical ID, found %s; write DependsOn: %s".formatted(text, id));
      return Optional.empty();
    }
    return name.map(n -> n.parts().generatedIds());
  }

  /** A shorthand's logical ID, and what follows it after a dot. */
  private record Name(Parts parts, String rest) {}

  private Optional<Name> named(String text) {
    Parts whole = shorthands.get(text);
    if (whole != null) {
      return Optional.of(new Name(whole, ""));
    }
    int dot = text.indexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.ofNullable(shorthands.get(text.substring(0, dot)))
            .map(parts -> new Name(parts, text.substring(dot + 1)));
  }

  private Optional<Part> part(Name name, String partName, JsonPath path) {
    Parts parts = name.parts();
    Optional<Part> part = parts.part(partName);
    if (part.isEmpty() && parts.certain()) {
      problems.add(
          path,
          "%s has no part %s%s"
              .formatted(
                  parts.logicalId(),
                  Found.quote(partName),
                  suggestion(partName, parts.byName().keySet())));
    }
    return part;
  }

  private <T> Optional<T> bare(Name name, JsonPath path) {
    String id = name.parts().logicalId();
    List<String> parts = List.copyOf(name.parts().byName().keySet());
    if (parts.isEmpty()) {
      return Optional.empty(); // that it creates nothing is a problem already
    }
    problems.add(
        path,
        "expected a part of %1$s, found %1$s itself, which has no value; write for example !GetAtt %1$s.%2$s.Id; its parts are %3$s"
            .formatted(id, parts.getFirst(), list(parts)));
    return Optional.empty();
  }

  private static String suggestion(String written, Collection<String> valid) {
    return NearMiss.hint(written, valid) + " (valid: " + list(valid) + ")";
  }

  private static String list(Collection<String> names) {
    return String.join(", ", names);
  }
}
