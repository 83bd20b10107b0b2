package ecraccess.reach.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was found out of one network already. Hundreds of services in dozens of subnets ask few
 * different questions.
 */
public final class Memo {
  private final Map<Object, Object> answers = new HashMap<>();

  /**
   * The answer, looked for the first time only.
   *
   * @param question tells everything that the answer hangs on, and its type
   */
  @SuppressWarnings("unchecked") // One question is asked at one place only.
  public <T> T answer(Record question, Supplier<T> search) {
    Object known = answers.get(question);
    if (known == null) {
      known = search.get();
      answers.put(question, known);
    }
    return (T) known;
  }
}
