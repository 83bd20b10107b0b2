package ecraccess.acceptance.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A template as plain maps, lists, strings, booleans and integers, so that the second opinion does
 * not lean on the product's own tree.
 */
final class Tree {
  private Tree() {}

  /** A map of names and values in turn, in their order. */
  static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  static List<Object> list(Object... items) {
    return new ArrayList<>(Arrays.asList(items));
  }

  static Map<String, Object> ref(String name) {
    return map("Ref", name);
  }

  static Map<String, Object> getAtt(String name, String attribute) {
    return map("Fn::GetAtt", list(name, attribute));
  }

  static Map<String, Object> sub(String text) {
    return map("Fn::Sub", text);
  }

  /** The value as a map; an empty one where it is none. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> asMap(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /** The value's items: of a list all, else the value alone. */
  @SuppressWarnings("unchecked")
  static List<Object> items(Object value) {
    return value instanceof List<?> list ? (List<Object>) list : List.of(value);
  }

  /** A copy that shares nothing which can change. */
  static Object copy(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((name, item) -> copy.put((String) name, copy(item)));
        yield copy;
      }
      case List<?> list ->
          list.stream().map(Tree::copy).collect(Collectors.toCollection(ArrayList::new));
      default -> value;
    };
  }

  /** The value as JSON, on one line per resource or parameter. */
  static String template(Map<String, Object> template) {
    return template.entrySet().stream()
        .map(section ->
            quoted(section.getKey())
                + ": {\n"
                + asMap(section.getValue()).entrySet().stream()
                    .map(entry -> "  " + quoted(entry.getKey()) + ": " + json(entry.getValue()))
                    .collect(Collectors.joining(",\n"))
                + "}")
        .collect(Collectors.joining(",\n", "{", "}\n"));
  }

  static String json(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> quoted((String) entry.getKey()) + ": " + json(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case List<?> list ->
          list.stream().map(Tree::json).collect(Collectors.joining(", ", "[", "]"));
      case String text -> quoted(text);
      default -> value.toString();
    };
  }

  private static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return '"' + escaped + '"';
  }
}
