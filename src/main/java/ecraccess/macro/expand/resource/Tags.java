package ecraccess.macro.expand.resource;

import static ecraccess.core.cfn.Cfn.object;
import static ecraccess.core.cfn.Cfn.text;

import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.json.Json;
import ecraccess.macro.expand.plan.GeneratedIds;
import ecraccess.macro.shorthand.Shorthand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the tags of a generated resource: the given ones, and a name unless there is one. */
final class Tags {
  private static final String NAME = "Name";

  private Tags() {}

  static Optional<Json> of(Shorthand shorthand, String logicalId) {
    Json name =
        object("Key", text(NAME), "Value", GeneratedIds.reference(shorthand.resource(), logicalId));
    Json given = shorthand.tags().orElse(new Json.Arr(List.of(name)));
    if (!(given instanceof Json.Arr(List<Json> tags))) {
      return Optional.of(given);
    }
    if (tags.isEmpty()) {
      return Optional.empty();
    }
    if (tags.stream().anyMatch(Tags::mayBeName)) {
      return Optional.of(given);
    }
    List<Json> named = new ArrayList<>(tags);
    named.add(name);
    return Optional.of(new Json.Arr(named));
  }

  /**
   * A second tag of the same key would fail at deployment, so a function in doubt counts as one.
   */
  private static boolean mayBeName(Json tag) {
    Optional<Intrinsic> function = Intrinsic.of(tag);
    if (function.isPresent()) {
      List<Json> branches = function.get().branches();
      return branches.isEmpty()
          ? !Intrinsic.isNoValue(tag)
          : branches.stream().anyMatch(Tags::mayBeName);
    }
    Json key = ((Json.Obj) tag).members().get("Key");
    return !(key instanceof Json.Str(String text)) || text.equals(NAME);
  }
}
