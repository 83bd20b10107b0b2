package ecraccess.acceptance.pairs;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one property is tried with.
 *
 * @param json absent where the property is left out
 * @param right whether it expands, unless it clashes with another
 */
record Value(String property, Optional<Json> json, boolean right) {
  static final Path FOLDER = Path.of("src/test/resources/pairs");

  /** The right values of each property, and the wrong ones where they are asked for. */
  static List<List<Value>> ofEachProperty(boolean wrongToo) {
    List<List<Value>> all = new ArrayList<>();
    for (Map.Entry<String, Json> entry : read("values.yaml").members().entrySet()) {
      Json.Obj given = (Json.Obj) entry.getValue();
      List<Value> values = new ArrayList<>();
      boolean required = given.has("required");
      if (!required || wrongToo) {
        values.add(new Value(entry.getKey(), Optional.empty(), !required));
      }
      values.addAll(values(entry.getKey(), given, "right"));
      if (wrongToo) {
        values.addAll(values(entry.getKey(), given, "wrong"));
      }
      all.add(List.copyOf(values));
    }
    return all;
  }

  static Json.Obj read(String file) {
    try {
      return switch (SourceFile.parse(file, Files.readString(FOLDER.resolve(file)))) {
        case SourceReading.Done(SourceFile source) -> source.json();
        case SourceReading.Failed failed -> throw new AssertionError(failed);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Value> values(String property, Json.Obj given, String kind) {
    return ((Json.Arr) given.members().get(kind))
        .elements().stream()
            .map(json -> new Value(property, Optional.of(json), kind.equals("right")))
            .toList();
  }

  /** Whether the property says anything: {@code AWS::NoValue} does not. */
  boolean given() {
    return json.filter(value -> !Intrinsic.isNoValue(value)).isPresent();
  }

  boolean is(String text) {
    return json.filter(new Json.Str(text)::equals).isPresent();
  }

  boolean names(String service) {
    return switch (json.orElse(new Json.Null())) {
      case Json.Arr(List<Json> items) -> items.contains(new Json.Str(service));
      case Json.Obj obj -> obj.has(service);
      default -> false;
    };
  }

  @Override
  public String toString() {
    return property + "=" + json.map(JsonText::compact).orElse("(left out)");
  }
}
