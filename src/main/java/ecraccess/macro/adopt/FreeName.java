package ecraccess.macro.adopt;

import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names shorthands: so that the endpoints' names follow from it, where they can, and otherwise
 * {@code EcrAccess}.
 */
final class FreeName {
  private static final String USUAL = "EcrAccess";
  private static final Pattern LOOP_VARIABLE = Pattern.compile("[$&]\\{[A-Za-z0-9]+}");

  private final Set<String> taken = new HashSet<>();

  FreeName(Template template) {
    template.resources().stream().map(Resource::logicalId).forEach(taken::add);
    for (String section : new String[] {"Parameters", "Conditions", "Mappings"}) {
      if (template.root().get(section).orElse(null) instanceof Json.Obj names) {
        taken.addAll(names.members().keySet());
      }
    }
  }

  /** A name that nothing else has; it is taken then. */
  String next(Group group) {
    String variables =
        group.first().resource().looped()
            ? LOOP_VARIABLE
                .matcher(group.first().logicalId())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining())
            : "";
    String name =
        Stream.concat(stem(group), Stream.iterate(1, i -> i + 1).map(i -> numbered(i, variables)))
            .filter(free -> !taken.contains(free))
            .findFirst()
            .orElseThrow();
    taken.add(name);
    return name;
  }

  private static String numbered(int number, String variables) {
    return USUAL + variables + (number == 1 ? "" : number);
  }

  /** What the most names begin with that end like generated ones. */
  private static Stream<String> stem(Group group) {
    Map<String, Integer> stems = new LinkedHashMap<>();
    for (Candidate member : group.members()) {
      String end = member.service().partName();
      String id = member.logicalId();
      if (id.endsWith(end) && id.length() > end.length()) {
        stems.merge(id.substring(0, id.length() - end.length()), 1, Integer::sum);
      }
    }
    return stems.entrySet().stream()
        .filter(stem -> stem.getValue() > 1)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .stream();
  }
}
