package ecraccess.acceptance.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Takes parts out of a template for as long as something stays true of what is left. */
final class Minimizer {
  private final Predicate<Map<String, Object>> stays;
  private Map<String, Object> smallest;

  private Minimizer(Map<String, Object> template, Predicate<Map<String, Object>> stays) {
    this.smallest = template;
    this.stays = stays;
  }

  static Map<String, Object> smallest(
      Map<String, Object> template, Predicate<Map<String, Object>> stays) {
    return new Minimizer(template, stays).run();
  }

  private Map<String, Object> run() {
    boolean smaller = true;
    while (smaller) {
      smaller = false;
      for (List<Object> path : paths(smallest, new ArrayList<>())) {
        smaller |= without(path);
      }
    }
    return smallest;
  }

  /** Every resource, property and item: outer parts first, later items before earlier ones. */
  private static List<List<Object>> paths(Object value, List<Object> here) {
    List<List<Object>> inner = new ArrayList<>();
    List<List<Object>> deeper = new ArrayList<>();
    switch (value) {
      case Map<?, ?> map -> map.forEach((name, item) -> visit(name, item, here, inner, deeper));
      case List<?> list -> {
        for (int i = list.size() - 1; i >= 0; i--) {
          visit(i, list.get(i), here, inner, deeper);
        }
      }
      default -> {}
    }
    inner.addAll(deeper);
    return inner;
  }

  private static void visit(
      Object step,
      Object item,
      List<Object> here,
      List<List<Object>> inner,
      List<List<Object>> deeper) {
    List<Object> path = new ArrayList<>(here);
    path.add(step);
    inner.add(path);
    deeper.addAll(paths(item, path));
  }

  private boolean without(List<Object> path) {
    @SuppressWarnings("unchecked")
    Map<String, Object> copy = (Map<String, Object>) Tree.copy(smallest);
    Object holder = copy;
    for (Object step : path.subList(0, path.size() - 1)) {
      holder = step(holder, step);
    }
    if (!remove(holder, path.getLast()) || !stays.test(copy)) {
      return false;
    }
    smallest = copy;
    return true;
  }

  private static Object step(Object holder, Object step) {
    if (holder instanceof Map<?, ?> map && map.get(step) != null) {
      return map.get(step);
    }
    return holder instanceof List<?> list && step instanceof Integer i && i < list.size()
        ? list.get(i)
        : "";
  }

  private static boolean remove(Object holder, Object step) {
    return switch (holder) {
      case Map<?, ?> map -> map.remove(step) != null;
      case List<?> list when step instanceof Integer i && i < list.size() && list.size() > 1 ->
          list.remove(i.intValue()) != null;
      default -> false;
    };
  }
}
