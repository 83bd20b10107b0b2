package ecraccess.acceptance.pairs;

import ecraccess.acceptance.golden.References;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonText;
import ecraccess.macro.expand.Expander;
import ecraccess.macro.expand.Expansion;
import ecraccess.macro.shorthand.Shorthand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What no generated resource may be, whatever the shorthand says. */
final class Outputs {
  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "Gateway", List.of("VpcId", "ServiceName", "RouteTableIds"),
          "Interface",
              List.of(
                  "VpcId", "ServiceName", "SubnetIds", "SecurityGroupIds", "PrivateDnsEnabled"));

  private Outputs() {}

  /** What is wrong with what the combination expanded to. */
  static List<String> faults(Combination combination, Json.Obj output) {
    List<String> faults = new ArrayList<>();
    References.dangling(output).forEach(name -> faults.add("nothing is called " + name));
    Set<String> before = new HashSet<>();
    new Template(combination.template()).resources().forEach(r -> before.add(r.logicalId()));
    before.remove(Combination.SHORTHAND);
    new Template(output)
        .resources().stream()
            .filter(resource -> !before.contains(resource.logicalId()))
            .forEach(resource -> addFaults(resource, faults));
    if (!(Expander.expand(output, Combination.DEPLOYMENT) instanceof Expansion.Expanded again
        && JsonText.compact(again.template()).equals(JsonText.compact(output)))) {
      faults.add("expanding it again changes it");
    }
    return faults;
  }

  private static void addFaults(Resource resource, List<String> faults) {
    if (resource.isOfType(Shorthand.TYPE)) {
      faults.add(resource.logicalId() + " is a shorthand still");
    }
    addEmpty(resource.value(), resource.path(), faults);
    addMissing(resource, faults);
  }

  private static void addMissing(Resource resource, List<String> faults) {
    resource
        .property("VpcEndpointType")
        .map(type -> NEEDED.get(((Json.Str) type).value()))
        .ifPresent(needed ->
            needed.stream()
                .filter(name -> resource.property(name).isEmpty())
                .forEach(name -> faults.add(resource.logicalId() + " has no " + name)));
  }

  private static void addEmpty(Json json, JsonPath path, List<String> faults) {
    if (json instanceof Json.Null) {
      faults.add(path + " is null");
    }
    if (json instanceof Json.Arr(List<Json> items) && items.isEmpty()) {
      faults.add(path + " is an empty list");
    }
    json.mapChildren((step, child) -> {
      addEmpty(child, path.then(step), faults);
      return child;
    });
  }
}
