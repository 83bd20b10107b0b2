package ecraccess.cli;

import ecraccess.core.cfn.Found;
import ecraccess.core.cfn.NearMiss;
import ecraccess.core.cfn.Problem;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The template's parameters as CloudFormation would resolve them: what is given, else the default;
 * strings, and arrays for the list types. A parameter without either is left out: nothing is known
 * of it. So is the default of an {@code AWS::SSM::Parameter::Value<…>}, the name of a value that is
 * kept elsewhere; what is given for one is taken for the value itself.
 */
final class ParameterValues {
  private static final String PARAMETERS = "Parameters";
  private static final String KEPT_ELSEWHERE = "AWS::SSM::Parameter::Value<";

  private final Map<String, Json> declared;
  private final Map<String, String> given;
  private final List<Problem> problems = new ArrayList<>();

  ParameterValues(Json.Obj template, Map<String, String> given) {
    this.declared =
        template.get(PARAMETERS).orElse(null) instanceof Json.Obj(Map<String, Json> members)
            ? members
            : Map.of();
    this.given = given;
    given.forEach(this::check);
  }

  /** What is wrong with the given values. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  Json.Obj resolved() {
    Map<String, Json> values = new LinkedHashMap<>();
    declared.forEach((name, declaration) ->
        Optional.ofNullable(given.get(name))
            .or(() -> defaultOf(declaration))
            .ifPresent(text -> values.put(name, typed(text, type(declaration)))));
    return new Json.Obj(values);
  }

  private void check(String name, String value) {
    JsonPath path = JsonPath.of(PARAMETERS, name);
    Json declaration = declared.get(name);
    if (declaration == null) {
      problems.add(
          new Problem(
              path, "not a parameter of this template" + NearMiss.hint(name, declared.keySet())));
      return;
    }
    List<String> allowed = allowedValues(declaration);
    for (String item : isList(type(declaration)) ? items(value) : List.of(value)) {
      if (!allowed.isEmpty() && !allowed.contains(item)) {
        problems.add(
            new Problem(
                path,
                "expected one of " + String.join(", ", allowed) + ", found " + Found.quote(item)));
      }
    }
  }

  private static Optional<String> defaultOf(Json declaration) {
    return type(declaration).startsWith(KEPT_ELSEWHERE)
        ? Optional.empty()
        : member(declaration, "Default").flatMap(ParameterValues::text);
  }

  private static List<String> allowedValues(Json declaration) {
    return member(declaration, "AllowedValues").orElse(null) instanceof Json.Arr(List<Json> values)
            && !type(declaration).startsWith(KEPT_ELSEWHERE)
        ? values.stream().flatMap(value -> text(value).stream()).toList()
        : List.of();
  }

  private static String type(Json declaration) {
    return member(declaration, "Type").flatMap(ParameterValues::text).orElse("String");
  }

  private static boolean isList(String type) {
    return type.contains("CommaDelimitedList") || type.contains("List<");
  }

  private static Json typed(String text, String type) {
    return isList(type)
        ? new Json.Arr(items(text).stream().<Json>map(Json.Str::new).toList())
        : new Json.Str(text);
  }

  private static List<String> items(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  private static Optional<Json> member(Json declaration, String name) {
    return declaration instanceof Json.Obj obj ? obj.get(name) : Optional.empty();
  }

  /** A scalar as CloudFormation passes it on: everything is a string. */
  private static Optional<String> text(Json value) {
    return switch (value) {
      case Json.Str(String text) -> Optional.of(text);
      case Json.Num(String literal) -> Optional.of(literal);
      case Json.Bool(boolean bool) -> Optional.of(String.valueOf(bool));
      case Json.Null n -> Optional.empty();
      case Json.Arr arr -> Optional.empty();
      case Json.Obj obj -> Optional.empty();
    };
  }
}
