package ecraccess.macro.shorthand;

import ecraccess.core.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A shape as JSON schema; that functions may stand in a value is nothing a schema says. */
final class ShapeSchema {
  private ShapeSchema() {}

  static Json.Obj of(ValueShape shape) {
    return switch (shape) {
      case ValueShape.Literal(ValueShape literal) -> of(literal);
      case ValueShape.Written(ValueShape written) -> of(written);
      case ValueShape.Text text -> type("string").with("minLength", new Json.Num("1"));
      case ValueShape.AnyText text -> type("string");
      case ValueShape.Flag flag -> type("boolean");
      case ValueShape.Form form -> type("string").with("pattern", text(form.pattern()));
      case ValueShape.Word(List<String> words) -> type("string").with("enum", texts(words));
      case ValueShape.WordOr(String word, ValueShape.ListOf list) ->
          Json.Obj.of("anyOf", Json.Arr.of(of(new ValueShape.Word(word)), of(list)));
      case ValueShape.ListOf list -> list(list);
      case ValueShape.Members members -> members(members);
      case ValueShape.Table table -> type("object");
      case ValueShape.Document document -> Json.Obj.of("type", texts(List.of("object", "string")));
    };
  }

  /** The map from service names, which is judged member by member, outside the table. */
  static Json.Obj ofOverrides() {
    Json.Obj members = members(new ValueShape.Members("", overridable(), Set.of()));
    return of(Property.OVERRIDES.shape())
        .with("patternProperties", Json.Obj.of("^[a-z0-9]+([.-][a-z0-9]+)*$", members))
        .with("additionalProperties", new Json.Bool(false));
  }

  static Map<String, ValueShape> overridable() {
    Map<String, ValueShape> overridable = new LinkedHashMap<>(OverridableProperties.ALL);
    overridable.put(Overrides.LOGICAL_ID, new ValueShape.Text("a logical ID"));
    return overridable;
  }

  private static Json.Obj list(ValueShape.ListOf list) {
    Json.Obj schema =
        type("array").with("uniqueItems", new Json.Bool(true)).with("items", of(list.item()));
    return list.mayBeEmpty() ? schema : schema.with("minItems", new Json.Num("1"));
  }

  private static Json.Obj members(ValueShape.Members shape) {
    Map<String, Json> members = new LinkedHashMap<>();
    shape.members().forEach((name, member) -> members.put(name, of(member)));
    Json.Obj schema =
        type("object")
            .with("properties", new Json.Obj(members))
            .with("additionalProperties", new Json.Bool(false));
    List<String> required =
        shape.members().keySet().stream().filter(shape.required()::contains).toList();
    return required.isEmpty() ? schema : schema.with("required", texts(required));
  }

  private static Json.Obj type(String name) {
    return Json.Obj.of("type", text(name));
  }

  private static Json text(String text) {
    return new Json.Str(text);
  }

  private static Json texts(List<String> texts) {
    return new Json.Arr(texts.stream().map(ShapeSchema::text).toList());
  }
}
