package ecraccess;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code schemas/privateecraccess.json}: the shorthand's schema in the form of the registry. */
public final class Schema {
  public static final String FILE = "schemas/privateecraccess.json";
  public static final Json.Obj ALL = read();

  /** What has no say in which values are valid. */
  private static final Set<String> NOTES = Set.of("description", "format", "$comment");

  private Schema() {}

  /** What may be written, by name and in the order of the file. */
  public static Map<String, Json.Obj> properties() {
    Map<String, Json.Obj> properties = new LinkedHashMap<>();
    object(ALL, "properties")
        .members()
        .forEach((name, schema) -> {
          if (!parts().contains(name)) {
            properties.put(name, (Json.Obj) schema);
          }
        });
    return properties;
  }

  /** What stands among the properties only for references to it. */
  public static Set<String> parts() {
    return readOnly().stream()
        .map(pointer -> pointer.split("/", -1)[2])
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The pointers to what only references may name. */
  public static List<String> readOnly() {
    return texts(ALL, "readOnlyProperties");
  }

  public static List<String> texts(Json.Obj schema, String name) {
    return ((Json.Arr) schema.get(name).orElseThrow())
        .elements().stream().map(text -> ((Json.Str) text).value()).toList();
  }

  public static String text(Json.Obj schema, String name) {
    return ((Json.Str) schema.get(name).orElseThrow()).value();
  }

  public static Json.Obj object(Json.Obj schema, String name) {
    return (Json.Obj) schema.get(name).orElseThrow();
  }

  /** The schema with every reference filled in and without what is said in words. */
  public static Json.Obj plain(Json.Obj schema) {
    Map<String, Json> plain = new LinkedHashMap<>();
    schema
        .members()
        .forEach((name, value) -> {
          if (name.equals("$ref")) {
            String definition = text(schema, name).replace("#/definitions/", "");
            plain.putAll(plain(object(object(ALL, "definitions"), definition)).members());
          } else if (!NOTES.contains(name)) {
            plain.put(name, plainInside(value));
          }
        });
    return new Json.Obj(plain);
  }

  private static Json plainInside(Json value) {
    return switch (value) {
      case Json.Obj schema -> plain(schema);
      case Json.Arr list -> list.mapChildren((step, item) -> plainInside(item));
      default -> value;
    };
  }

  private static Json.Obj read() {
    try {
      return (Json.Obj) JsonText.read(Files.readAllBytes(Path.of(FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }
}
