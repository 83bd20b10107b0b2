package ecraccess.core.cfn;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonPath.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what is wrong with one template while it is looked at. */
public final class Problems {
  private final Set<Problem> found = new LinkedHashSet<>();

  public void add(JsonPath path, String text) {
    found.add(new Problem(path, text));
  }

  /** How many there are so far: tells whether a step that was just taken found any. */
  public int count() {
    return found.size();
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** In the order of the template; a problem about a missing member comes behind its siblings. */
  public List<Problem> inOrderOf(Json template) {
    return found.stream()
        .sorted(
            Comparator.comparing(problem -> position(problem.path(), template), Problems::order))
        .toList();
  }

  private static List<Integer> position(JsonPath path, Json template) {
    List<Integer> position = new ArrayList<>();
    Json at = template;
    for (Step step : path.steps()) {
      switch (step) {
        case Step.Element(int index) -> {
          position.add(index);
          at =
              at instanceof Json.Arr(List<Json> elements) && index < elements.size()
                  ? elements.get(index)
                  : new Json.Null();
        }
        case Step.Member(String name) -> {
          Json.Obj around = at instanceof Json.Obj obj ? obj : new Json.Obj(Map.of());
          int index = List.copyOf(around.members().keySet()).indexOf(name);
          position.add(index < 0 ? Integer.MAX_VALUE : index);
          at = around.get(name).orElse(new Json.Null());
        }
      }
    }
    return position;
  }

  private static int order(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
