package ecraccess.acceptance.corpus;

import ecraccess.core.aws.Service;
import ecraccess.core.cfn.SubText;
import ecraccess.core.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a template speak of a shorthand's parts where it spoke of endpoints: {@code Ref Old}
 * becomes {@code Fn::GetAtt EcrAccess.EcrApiEndpoint.Id}. Leaves {@code DependsOn} alone: a
 * shorthand in there means all of its parts, and the original named one.
 */
final class PartReferences {
  private final Map<String, Target> targets = new HashMap<>();

  private record Target(String shorthand, String part) {}

  PartReferences(Json.Obj shorthands) {
    shorthands
        .members()
        .forEach((id, shorthand) ->
            at(shorthand, "Properties", "Overrides")
                .members()
                .forEach((service, override) -> {
                  String old =
                      ((Json.Str) ((Json.Obj) override).members().get("LogicalId")).value();
                  targets.put(old, new Target(id, new Service(service).partName()));
                }));
  }

  private static Json.Obj at(Json json, String... names) {
    Json at = json;
    for (String name : names) {
      at = ((Json.Obj) at).members().get(name);
    }
    return (Json.Obj) at;
  }

  Json rewrite(Json json) {
    Json inner = json.mapChildren((step, child) -> rewrite(child));
    if (!(inner instanceof Json.Obj function)) {
      return inner;
    }
    return switch (function.onlyName().orElse("")) {
      case "Ref" -> ref(function);
      case "Fn::GetAtt" -> getAtt(function);
      case "Fn::Sub" -> sub(function);
      default -> inner;
    };
  }

  private Json ref(Json.Obj function) {
    Target target =
        function.members().get("Ref") instanceof Json.Str(String id) ? targets.get(id) : null;
    return target == null ? function : getAtt(target, "Id");
  }

  private Json getAtt(Json.Obj function) {
    return switch (function.members().get("Fn::GetAtt")) {
      case Json.Arr(List<Json> parts)
          when parts.size() == 2
              && parts.getFirst() instanceof Json.Str(String id)
              && parts.getLast() instanceof Json.Str(String attribute)
              && targets.containsKey(id) ->
          getAtt(targets.get(id), attribute);
      case Json.Str(String dotted) ->
          Json.Obj.of("Fn::GetAtt", new Json.Str(variable(dotted, Set.of())));
      default -> function;
    };
  }

  private static Json getAtt(Target target, String attribute) {
    return Json.Obj.of(
        "Fn::GetAtt",
        Json.Arr.of(
            new Json.Str(target.shorthand()), new Json.Str(target.part() + "." + attribute)));
  }

  private Json sub(Json.Obj function) {
    return switch (function.members().get("Fn::Sub")) {
      case Json.Str(String text) -> Json.Obj.of("Fn::Sub", sub(text, Set.of()));
      case Json.Arr(List<Json> parts)
          when parts.size() == 2
              && parts.getFirst() instanceof Json.Str(String text)
              && parts.getLast() instanceof Json.Obj local ->
          Json.Obj.of("Fn::Sub", Json.Arr.of(sub(text, local.members().keySet()), local));
      default -> function;
    };
  }

  private Json sub(String text, Set<String> local) {
    return new Json.Str(SubText.parse(text).renamed(name -> variable(name, local)));
  }

  private String variable(String name, Set<String> local) {
    String id = name.replaceFirst("\\..*", "");
    Target target = local.contains(name) ? null : targets.get(id);
    return target == null
        ? name
        : target.shorthand()
            + "."
            + target.part()
            + (name.equals(id) ? ".Id" : name.substring(id.length()));
  }
}
