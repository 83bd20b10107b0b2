package ecraccess.reach.trace;

import ecraccess.reach.flow.Flow;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Steps that are the same for everything that calls from one subnet with the same groups, as long
 * as all of them work. Faults and doubts name what calls, so they are found for each by itself.
 */
final class SharedSteps {
  private SharedSteps() {}

  /**
   * The steps, found once for all that ask the same question, where they work.
   *
   * @param question tells everything but the caller's name that the steps hang on
   */
  static List<Step> of(Flow flow, Record question, Supplier<List<Step>> search) {
    Optional<List<Step>> sound =
        flow.memo()
            .answer(
                question,
                () ->
                    Optional.of(search.get())
                        .filter(steps ->
                            steps.stream()
                                .allMatch(step -> step.verdict() instanceof Verdict.Can)));
    return sound.orElseGet(search);
  }
}
