package ecraccess.macro.adopt;

import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Problem;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two templates by what they mean: spellings of functions are equal, and so are VPC
 * endpoints where changing one into the other deploys nothing.
 */
public final class Comparison {
  private final Template template;
  private final Expressions expressions;
  private final Meaning meaning;

  private Comparison(Json.Obj template, Optional<String> region) {
    this.template = new Template(template);
    this.expressions = new Expressions(this.template);
    this.meaning = new Meaning(this.template, region);
  }

  /**
   * What is not the same in both, by its place, in the order of the first.
   *
   * @param region of the stack, if it is known
   */
  public static List<Problem> differences(Json.Obj was, Json.Obj is, Optional<String> region) {
    Map<JsonPath, Json> before = new Comparison(was, region).meanings();
    Map<JsonPath, Json> after = new Comparison(is, region).meanings();
    Set<JsonPath> places = new LinkedHashSet<>(before.keySet());
    places.addAll(after.keySet());
    List<Problem> differences = new ArrayList<>();
    for (JsonPath place : places) {
      compare(place, before.get(place), after.get(place), differences);
    }
    return differences;
  }

  /** How many resources a template has, as they are compared. */
  public static int resources(Json.Obj template) {
    return new Template(template).resources().size();
  }

  private static void compare(
      JsonPath place, @Nullable Json was, @Nullable Json is, List<Problem> differences) {
    if (was == null) {
      differences.add(new Problem(place, "only in the second"));
    } else if (is == null) {
      differences.add(new Problem(place, "only in the first"));
    } else if (!was.equals(is)) {
      inside(place, was, is, differences);
    }
  }

  /** The smallest members that differ. */
  private static void inside(JsonPath place, Json was, Json is, List<Problem> differences) {
    if (was instanceof Json.Obj(Map<String, Json> some)
        && is instanceof Json.Obj(Map<String, Json> others)
        && place.steps().size() < 4) {
      Set<String> names = new LinkedHashSet<>(some.keySet());
      names.addAll(others.keySet());
      for (String name : names) {
        Json one = some.get(name);
        if (!Objects.equals(one, others.get(name))) {
          compare(place.member(name), one, others.get(name), differences);
        }
      }
    } else {
      differences.add(new Problem(place, "not the same in both"));
    }
  }

  /** Everything there is, in the one spelling that equals share: sections, and each resource. */
  private Map<JsonPath, Json> meanings() {
    Map<JsonPath, Json> meanings = new LinkedHashMap<>();
    template
        .root()
        .members()
        .forEach((name, section) -> {
          if (name.equals("Transform")) {
            listed(section).ifPresent(macros -> meanings.put(JsonPath.of(name), macros));
          } else if (!name.equals(Template.RESOURCES)) {
            meanings.put(JsonPath.of(name), meant(section));
          }
        });
    template.resources().forEach(resource -> meanings.put(resource.path(), meant(resource)));
    return meanings;
  }

  private Json meant(Resource resource) {
    return resource.isOfType(Candidate.TYPE) && resource.value() instanceof Json.Obj body
        ? body.with(
            "Properties",
            new Json.Obj(meaning.deployed(body.get("Properties").orElse(new Json.Obj(Map.of())))))
        : meant(resource.value());
  }

  private Json meant(Json value) {
    return expressions.canonical(value);
  }

  /** An empty list of macros, or null, is none. */
  private static Optional<Json> listed(Json transform) {
    return switch (transform) {
      case Json.Null none -> Optional.empty();
      case Json.Arr(List<Json> macros) when macros.isEmpty() -> Optional.empty();
      case Json.Arr macros -> Optional.of(macros);
      default -> Optional.of(Json.Arr.of(transform));
    };
  }
}
