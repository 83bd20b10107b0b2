package ecraccess.live.lookup;

import ecraccess.core.json.JsonPath;
import ecraccess.reach.verdict.Verdict;

/**
 * Why a stack must not go on.
 *
 * @param path where its user can change it; the ID of a live thing where the template says nothing
 * @param text expected, found, and the way out: no full stop at the end
 */
public record Obstacle(JsonPath path, String text) {
  public static Obstacle of(Verdict.Cannot fault) {
    return new Obstacle(fault.path(), fault.text());
  }

  @Override
  public String toString() {
    return path + ": " + text;
  }
}
