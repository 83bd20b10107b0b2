package ecraccess.core.cfn;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Gives the resources, parameters, conditions and mappings of a template other names, wherever its
 * functions and attributes name them.
 *
 * @param names the new names by the old ones; what is not in there keeps its name
 * @param imports what stands in place of an {@code Fn::ImportValue}: the function itself where
 *     nothing else is known
 */
public record Renaming(Map<String, String> names, Function<Json, Json> imports) {

  /** The members of a section under their new names, with everything in them renamed. */
  public Map<String, Json> section(Json section) {
    Map<String, Json> renamed = new LinkedHashMap<>();
    if (section instanceof Json.Obj(Map<String, Json> members)) {
      members.forEach((name, value) -> renamed.put(name(name), of(value)));
    }
    return renamed;
  }

  private String name(String old) {
    return names.getOrDefault(old, old);
  }

  private Json of(Json value) {
    return Intrinsic.of(value)
        .map(this::function)
        .orElseGet(() -> value.mapChildren((step, child) -> attribute(step, child)));
  }

  /** {@code DependsOn} and {@code Condition} name things without a function. */
  private Json attribute(JsonPath.Step step, Json child) {
    boolean names =
        step.equals(new JsonPath.Step.Member("DependsOn"))
            || step.equals(new JsonPath.Step.Member("Condition"));
    return names ? named(child) : of(child);
  }

  private Json named(Json child) {
    return switch (child) {
      case Json.Str(String text) -> new Json.Str(name(text));
      case Json.Arr list -> list.mapChildren((step, item) -> named(item));
      default -> of(child);
    };
  }

  private Json function(Intrinsic function) {
    Json argument = function.argument();
    return switch (function.name()) {
      case "Fn::ImportValue" -> imports.apply(function.toJson());
      case Intrinsic.REF, "Condition" -> Json.Obj.of(function.name(), named(argument));
      case Intrinsic.GET_ATT -> Json.Obj.of(function.name(), attributeOf(argument));
      case Intrinsic.SUB -> Json.Obj.of(function.name(), substituted(argument));
      case Intrinsic.IF, "Fn::FindInMap" -> Json.Obj.of(function.name(), firstNamed(argument));
      default -> Json.Obj.of(function.name(), argument.mapChildren((step, child) -> of(child)));
    };
  }

  private Json firstNamed(Json argument) {
    return argument.mapChildren(
        (step, child) -> step.equals(new JsonPath.Step.Element(0)) ? named(child) : of(child));
  }

  private Json attributeOf(Json argument) {
    if (argument instanceof Json.Str(String text)) {
      int dot = text.indexOf('.');
      return dot < 0 ? argument : new Json.Str(name(text.substring(0, dot)) + text.substring(dot));
    }
    return firstNamed(argument);
  }

  private Json substituted(Json argument) {
    if (argument instanceof Json.Str(String text)) {
      return new Json.Str(SubText.parse(text).renamed(this::variable));
    }
    if (argument instanceof Json.Arr(List<Json> parts)
        && parts.size() == 2
        && parts.getFirst() instanceof Json.Str(String text)
        && parts.getLast() instanceof Json.Obj local) {
      String renamed = SubText.parse(text).renamed(name -> local.has(name) ? name : variable(name));
      return Json.Arr.of(new Json.Str(renamed), local.mapChildren((step, child) -> of(child)));
    }
    return argument;
  }

  private String variable(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name(name) : name(name.substring(0, dot)) + name.substring(dot);
  }
}
