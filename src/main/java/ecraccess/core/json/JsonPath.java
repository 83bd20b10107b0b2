package ecraccess.core.json;

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
public record JsonPath(@Nullable JsonPath parent, @Nullable Step step) {

  /** The whole document. */
  public static final JsonPath ROOT = new JsonPath(null, null);

  private static final Pattern PLAIN = Pattern.compile("[^.\\[\\]\"\\s]+");

  /** One step into a tree. */
  public sealed interface Step {
    record Member(String name) implements Step {}

    record Element(int index) implements Step {}
  }

  public static JsonPath of(String... names) {
    JsonPath path = ROOT;
    for (String name : names) {
      path = path.member(name);
    }
    return path;
  }

  public JsonPath then(Step next) {
    return new JsonPath(this, next);
  }

  public JsonPath member(String name) {
    return then(new Step.Member(name));
  }

  public JsonPath element(int index) {
    return then(new Step.Element(index));
  }

  /** Whether this is the other place, or one inside it. */
  public boolean isIn(JsonPath other) {
    for (JsonPath at = this; at != null; at = at.parent) {
      if (at.equals(other)) {
        return true;
      }
    }
    return false;
  }

  /** The steps from the root to here. */
  public List<Step> steps() {
    Deque<Step> steps = new ArrayDeque<>();
    for (JsonPath at = this; at != null && at.step != null; at = at.parent) {
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
