package ecraccess.acceptance.golden;

import ecraccess.Schema;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people write in a property by mistake: the same list for every property. */
final class BadValues {
  private static final List<String> ANYWHERE =
      List.of(
          "null",
          "5",
          "true",
          "\"true\"",
          "\"\"",
          "\"x\"",
          "{}",
          "{\"a\":1}",
          "{\"a\":1,\"b\":2}",
          "[]",
          "[null]",
          "[5]",
          "[true]",
          "[\"\"]",
          "[{}]",
          "[[]]",
          "[[\"x\"]]",
          "[{\"a\":1}]",
          "{\"Fn::Nope\":1}",
          "[{\"Fn::Nope\":1}]",
          "{\"Fn::Getatt\":[\"A\",\"B\"]}",
          "{\"Ref\":\"A\"}",
          "[{\"Ref\":\"A\"}]",
          "{\"Ref\":\"AWS::NoValue\"}",
          "[{\"Ref\":\"AWS::NoValue\"}]");

  private static final Json NO_VALUE = Json.Obj.of("Ref", new Json.Str("AWS::NoValue"));

  private BadValues() {}

  /** Values for a place with that schema; some of them are good there, and the table says so. */
  static List<Json> of(Json.Obj schema) {
    Json good = good(schema);
    List<Json> values = new ArrayList<>(List.of(good));
    ANYWHERE.stream().map(BadValues::read).forEach(values::add);
    values.add(either(good, NO_VALUE));
    values.add(either(NO_VALUE, NO_VALUE));
    values.add(either(new Json.Null(), good));
    values.add(either(good, new Json.Num("5")));
    values.add(Json.Obj.of("Fn::If", Json.Arr.of(new Json.Str("C"), good)));
    if (good instanceof Json.Str(String text)) {
      values.add(new Json.Str(text.toUpperCase(Locale.ROOT) + "x"));
    }
    if (good instanceof Json.Arr(List<Json> items)) {
      Json item = items.getFirst();
      values.add(Json.Arr.of(item, item));
      values.add(Json.Arr.of(item, NO_VALUE, item));
      values.add(Json.Arr.of(either(item, NO_VALUE)));
      values.add(item);
    }
    if (good instanceof Json.Obj members) {
      values.add(members.with("Nope", new Json.Str("x")));
    }
    return values.stream().distinct().toList();
  }

  /** The members of a value with that schema, each with what stands around it. */
  static Stream<Map.Entry<String, Json.Obj>> members(Json.Obj schema) {
    return Schema.object(schema, "properties").members().entrySet().stream()
        .map(member -> Map.entry(member.getKey(), (Json.Obj) member.getValue()));
  }

  /** A value that the schema takes. */
  static Json good(Json.Obj schema) {
    if (schema.get("anyOf").orElse(null) instanceof Json.Arr(List<Json> choices)) {
      return good((Json.Obj) choices.getLast());
    }
    if (schema.get("enum").orElse(null) instanceof Json.Arr(List<Json> words)) {
      return words.getLast();
    }
    return switch (schema.get("type").orElseThrow()) {
      case Json.Str(String type) when type.equals("boolean") -> new Json.Bool(false);
      case Json.Str(String type) when type.equals("array") ->
          Json.Arr.of(good(Schema.object(schema, "items")));
      case Json.Str(String type) when type.equals("string") -> new Json.Str(goodText(schema));
      default -> goodObject(schema);
    };
  }

  private static String goodText(Json.Obj schema) {
    Pattern pattern =
        Pattern.compile(schema.has("pattern") ? Schema.text(schema, "pattern") : ".*");
    return Stream.of("zzzz", "10.0.0.0/16", "arn:aws:s3:::app/*")
        .filter(text -> pattern.matcher(text).matches())
        .findFirst()
        .orElseThrow();
  }

  private static Json goodObject(Json.Obj schema) {
    Map<String, Json> members = new LinkedHashMap<>();
    if (schema.has("properties")) {
      members(schema).forEach(member -> members.put(member.getKey(), good(member.getValue())));
    }
    return new Json.Obj(members);
  }

  private static Json either(Json one, Json other) {
    return Json.Obj.of("Fn::If", Json.Arr.of(new Json.Str("C"), one, other));
  }

  static Json read(String text) {
    try {
      return JsonText.read(text);
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }
}
