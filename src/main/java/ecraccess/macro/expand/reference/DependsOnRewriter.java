package ecraccess.macro.expand.reference;

import ecraccess.core.cfn.IdText;
import ecraccess.core.cfn.Problems;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rewrites a resource's {@code DependsOn}: a shorthand stands for everything generated from it. */
final class DependsOnRewriter {
  private final References references;
  private final Problems problems;

  DependsOnRewriter(References references, Problems problems) {
    this.references = references;
    this.problems = problems;
  }

  /**
   * The attribute's new value; the very same one, where it names no shorthand.
   *
   * @param owner logical ID of the resource whose attribute it is
   */
  Json rewrite(Json value, String owner, JsonPath path) {
    List<Json> items = value instanceof Json.Arr(List<Json> elements) ? elements : List.of(value);
    Set<Json> merged = new LinkedHashSet<>();
    boolean found = false;
    for (int i = 0; i < items.size(); i++) {
      JsonPath here = value instanceof Json.Arr ? path.element(i) : path;
      Optional<List<Json>> generated = generated(items.get(i), owner, here);
      found |= generated.isPresent();
      merged.addAll(generated.orElse(List.of(items.get(i))));
    }
    return found ? new Json.Arr(new ArrayList<>(merged)) : value;
  }

  private Optional<List<Json>> generated(Json item, String owner, JsonPath path) {
    Optional<IdText> id = IdText.of(item);
    if (id.isPresent() && id.get().text().equals(owner)) {
      problems.add(
          path, "expected other resources, found " + owner + ", which would wait for itself");
      return Optional.empty();
    }
    return id.flatMap(written ->
        references
            .dependency(written.text(), path)
            .map(ids -> ids.stream().map(written::withText).toList()));
  }
}
