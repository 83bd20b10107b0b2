package ecraccess.shorthand;

import ecraccess.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A shape as JSON schema; that functions may stand in a value is nothing a schema says. */
final class ShapeSchema {
  private ShapeSchema() {}

  static Json.Obj of(Shape shape) {
    return switch (shape) {
      case Shape.Literal(Shape literal) -> of(literal);
      case Shape.Written(Shape written) -> of(written);
      case Shape.Text text -> type("string").with("minLength", new Json.Num("1"));
      case Shape.AnyText text -> type("string");
      case Shape.Flag flag -> type("boolean");
      case Shape.Form form -> type("string").with("pattern", text(form.pattern()));
      case Shape.Word(List<String> words) -> type("string").with("enum", texts(words));
      case Shape.WordOr(String word, Shape.ListOf list) ->
          Json.Obj.of("anyOf", Json.Arr.of(of(new Shape.Word(word)), of(list)));
      case Shape.ListOf list -> list(list);
      case Shape.Members members -> members(members);
      case Shape.Table table -> type("object");
      case Shape.Document document -> Json.Obj.of("type", texts(List.of("object", "string")));
    };
  }

  /** The map from service names, which is judged member by member, outside the table. */
  static Json.Obj ofOverrides() {
    Json.Obj members = members(new Shape.Members("", overridable(), Set.of()));
    return of(Property.OVERRIDES.shape())
        .with("patternProperties", Json.Obj.of("^[a-z0-9]+([.-][a-z0-9]+)*$", members))
        .with("additionalProperties", new Json.Bool(false));
  }

  static Map<String, Shape> overridable() {
    Map<String, Shape> overridable = new LinkedHashMap<>(EndpointProperties.ALL);
    overridable.put(Overrides.LOGICAL_ID, new Shape.Text("a logical ID"));
    return overridable;
  }

  private static Json.Obj list(Shape.ListOf list) {
    Json.Obj schema =
        type("array").with("uniqueItems", new Json.Bool(true)).with("items", of(list.item()));
    return list.mayBeEmpty() ? schema : schema.with("minItems", new Json.Num("1"));
  }

  private static Json.Obj members(Shape.Members shape) {
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
