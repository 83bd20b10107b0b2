package ecraccess.live;

import ecraccess.json.Path;
import ecraccess.judge.Verdict;

/**
 * Why a stack must not go on.
 *
 * @param path where its user can change it; the ID of a live thing where the template says nothing
 * @param text expected, found, and the way out: no full stop at the end
 */
public record Reason(Path path, String text) {
  static Reason of(Verdict.Cannot fault) {
    return new Reason(fault.path(), fault.text());
  }

  @Override
  public String toString() {
    return path + ": " + text;
  }
}
