package ecraccess.template;

import ecraccess.json.Json;
import ecraccess.json.Path;
import java.util.Optional;

/**
 * A member of {@code Resources}, or of the body of an {@code Fn::ForEach} in there.
 *
 * @param logicalId its name; in a loop's body with variables such as {@code ${Name}} in it
 * @param value whatever stands there: nothing has been checked yet
 * @param looped whether it stands in the body of an {@code Fn::ForEach}
 */
public record Resource(Path path, String logicalId, Json value, boolean looped) {

  public boolean isOfType(String type) {
    return value instanceof Json.Obj body
        && body.get("Type").filter(new Json.Str(type)::equals).isPresent();
  }

  /** A property's value, where the resource is an object with properties and has that one. */
  public Optional<Json> property(String name) {
    return value instanceof Json.Obj body
        ? body.get("Properties")
            .flatMap(
                all -> all instanceof Json.Obj properties ? properties.get(name) : Optional.empty())
        : Optional.empty();
  }
}
