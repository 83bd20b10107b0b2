package ecraccess.acceptance.golden;

import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tests' own look at references, written apart from the code it judges. */
public final class References {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");
  private static final Set<String> REFERENCES = Set.of("Ref", "Fn::GetAtt", "Fn::Sub");

  private References() {}

  /** Names of resources or parameters that are referred to and do not exist. */
  public static List<String> dangling(Json.Obj template) {
    Set<String> known = new HashSet<>();
    new Template(template).resources().stream().map(Resource::logicalId).forEach(known::add);
    template
        .get("Parameters")
        .ifPresent(parameters -> known.addAll(((Json.Obj) parameters).members().keySet()));
    List<String> named = new ArrayList<>();
    for (String section : List.of("Resources", "Outputs", "Globals")) {
      template.get(section).ifPresent(json -> collect(json, named));
    }
    new Template(template)
        .resources().stream()
            .filter(resource -> resource.value() instanceof Json.Obj)
            .forEach(resource ->
                ((Json.Obj) resource.value())
                    .get("DependsOn")
                    .ifPresent(dependsOn -> collectIds(dependsOn, named)));
    named.removeIf(name -> known.contains(name) || name.contains("::") || isLoopVariable(name));
    return named;
  }

  /** Inside loops a name may be the loop's own variable, or be put together from it. */
  private static boolean isLoopVariable(String name) {
    return name.contains("{") || Set.of("Env", "Zone").contains(name);
  }

  private static void collect(Json json, List<String> named) {
    switch (json) {
      case Json.Obj obj -> {
        switch (obj.onlyName().orElse("")) {
          case "Ref" -> collectIds(obj.members().get("Ref"), named);
          case "Fn::GetAtt" -> collectIds(first(obj.members().get("Fn::GetAtt")), named);
          case "Fn::Sub" -> collectVariables(obj.members().get("Fn::Sub"), named);
          default -> {}
        }
        obj.members().values().forEach(value -> collect(value, named));
      }
      case Json.Arr(List<Json> elements) -> elements.forEach(element -> collect(element, named));
      default -> {}
    }
  }

  private static Json first(Json argument) {
    return argument instanceof Json.Arr(List<Json> parts) ? parts.getFirst() : argument;
  }

  private static void collectIds(Json json, List<String> named) {
    switch (json) {
      case Json.Str(String text) -> named.add(text.replaceFirst("\\..*", ""));
      case Json.Arr(List<Json> elements) -> elements.forEach(element -> collectIds(element, named));
      default -> {}
    }
  }

  private static void collectVariables(Json argument, List<String> named) {
    Set<String> local =
        argument instanceof Json.Arr(List<Json> parts) && parts.getLast() instanceof Json.Obj obj
            ? obj.members().keySet()
            : Set.of();
    if (first(argument) instanceof Json.Str(String text)) {
      Matcher variable = VARIABLE.matcher(text);
      while (variable.find()) {
        if (!local.contains(variable.group(1))) {
          named.add(variable.group(1).replaceFirst("\\..*", ""));
        }
      }
    }
  }

  /** The text of a template in which every reference function and DependsOn is the same mark. */
  static String withoutReferences(Json json) {
    return JsonText.compact(masked(json));
  }

  private static Json masked(Json json) {
    if (json instanceof Json.Obj obj && obj.onlyName().filter(REFERENCES::contains).isPresent()) {
      return new Json.Str("(a reference)");
    }
    return json.mapChildren((step, child) ->
        step.equals(new JsonPath.Step.Member("DependsOn"))
            ? new Json.Str("(dependencies)")
            : masked(child));
  }
}
