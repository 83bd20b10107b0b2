package ecraccess.live.ecs;

import ecraccess.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A task definition as ECS has it, spelt as CloudFormation does. */
final class CloudFormationForm {
  /** Members whose own members have names that their user chose, such as a log driver's options. */
  static final Set<String> MAPS = Set.of("dockerLabels", "driverOpts", "labels", "options");

  /** Where CloudFormation does not just begin with a capital, of what is read here. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of("efsVolumeConfiguration", "EFSVolumeConfiguration");

  private CloudFormationForm() {}

  static Json of(Json value) {
    return switch (value) {
      case Json.Obj(Map<String, Json> members) -> {
        Map<String, Json> spelt = new LinkedHashMap<>();
        members.forEach(
            (name, member) -> spelt.put(name(name), MAPS.contains(name) ? member : of(member)));
        yield new Json.Obj(spelt);
      }
      case Json.Arr array -> array.mapChildren((step, element) -> of(element));
      case Json.Str text -> text;
      case Json.Num number -> number;
      case Json.Bool bool -> bool;
      case Json.Null none -> none;
    };
  }

  private static String name(String name) {
    return name.isEmpty()
        ? name
        : EXCEPTIONS.getOrDefault(
            name, name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
  }
}
