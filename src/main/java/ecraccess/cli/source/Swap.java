package ecraccess.cli.source;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A change of a file: members of one object give way to a single new member.
 *
 * @param at the member whose place the new one takes: the first of those that go
 * @param gone the others that go
 * @param name the new member's
 * @param value the new member's
 * @param moved places inside the new value whose text stands in this file already, and where: both
 *     are members of the same name
 */
public record Swap(
    JsonPath at, List<JsonPath> gone, String name, Json.Obj value, Map<JsonPath, JsonPath> moved) {
  public Swap {
    gone = List.copyOf(gone);
    moved = Collections.unmodifiableMap(new LinkedHashMap<>(moved));
  }
}
