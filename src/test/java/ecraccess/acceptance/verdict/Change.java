package ecraccess.acceptance.verdict;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonPath.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One place of a template, before and after.
 *
 * @param from empty where nothing stood there
 * @param to empty where nothing stands there any more
 * @param position which of its siblings it is, or was
 */
record Change(JsonPath path, Optional<Json> from, Optional<Json> to, int position) {

  static Change at(Json.Obj template, JsonPath path, Optional<Json> to) {
    return new Change(path, Tree.at(template, path), to, position(template, path));
  }

  private static int position(Json.Obj template, JsonPath path) {
    Json parent = Tree.at(template, Objects.requireNonNull(path.parent())).orElseThrow();
    if (!(parent instanceof Json.Obj obj && path.step() instanceof Step.Member(String name))) {
      return 0;
    }
    int position = new ArrayList<>(obj.members().keySet()).indexOf(name);
    return position < 0 ? obj.members().size() : position;
  }

  Json.Obj in(Json.Obj template) {
    return (Json.Obj) Tree.put(template, path.steps(), to, position);
  }

  Change undone() {
    return new Change(path, to, from, position);
  }

  /** Whether a whole resource comes or goes. */
  boolean isOfResource() {
    List<Step> steps = path.steps();
    return steps.size() == 2 && steps.getFirst().equals(new Step.Member("Resources"));
  }

  /** Whether it says when a resource is made, which no condition can be put around. */
  boolean isOfAttribute() {
    return path.steps().size() == 3;
  }
}
