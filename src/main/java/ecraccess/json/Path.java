package ecraccess.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON tree, as one writes it: {@code Resources.Net.Properties.SubnetIds[0]}.
 *
 * @param parent the place around this one; {@code null} at the root
 * @param step from the parent to here; {@code null} at the root only
 */
public record Path(@Nullable Path parent, @Nullable Step step) {

  /** The whole document. */
  public static final Path ROOT = new Path(null, null);

  private static final Pattern PLAIN = Pattern.compile("[^.\\[\\]\"\\s]+");

  /** One step into a tree. */
  public sealed interface Step {
    record Member(String name) implements Step {}

    record Element(int index) implements Step {}
  }

  public static Path of(String... names) {
    Path path = ROOT;
    for (String name : names) {
      path = path.member(name);
    }
    return path;
  }

  public Path then(Step next) {
    return new Path(this, next);
  }

  public Path member(String name) {
    return then(new Step.Member(name));
  }

  public Path element(int index) {
    return then(new Step.Element(index));
  }

  /** Whether this is the other place, or one inside it. */
  public boolean isIn(Path other) {
    for (Path at = this; at != null; at = at.parent) {
      if (at.equals(other)) {
        return true;
      }
    }
    return false;
  }

  /** The steps from the root to here. */
  public List<Step> steps() {
    Deque<Step> steps = new ArrayDeque<>();
    for (Path at = this; at != null && at.step != null; at = at.parent) {
      steps.addFirst(at.step);
    }
    return new ArrayList<>(steps);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps()) {
      switch (step) {
        case Step.Element(int index) -> text.append('[').append(index).append(']');
        case Step.Member(String name) when PLAIN.matcher(name).matches() ->
            text.append(text.isEmpty() ? "" : ".").append(name);
        case Step.Member(String name) -> text.append("[\"").append(name).append("\"]");
      }
    }
    return text.toString();
  }
}
