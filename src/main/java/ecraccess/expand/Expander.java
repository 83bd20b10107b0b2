package ecraccess.expand;

import ecraccess.json.Json;
import java.util.List;

/** Expands every shorthand of a template. */
public final class Expander {
  private Expander() {}

  /**
   * Expands a template's shorthands.
   *
   * @param template the whole template, less its {@code Transform} section
   */
  public static Expansion expand(Json.Obj template, Deployment deployment) {
    return new Expansion.Expanded(template, List.of());
  }
}
