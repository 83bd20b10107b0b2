package ecraccess.macro.adopt;

import ecraccess.core.cfn.Problem;
import ecraccess.macro.adopt.RoundTrip.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves shorthands together, as the macro will see them: with its checks on, unless it would
 * refuse what was there before. Each has expanded by itself without them.
 */
final class JointProof {
  private final RoundTrip proof;
  private final List<Draft> tried;
  private final List<Problem> unchecked = new ArrayList<>();

  private JointProof(RoundTrip proof, List<Draft> drafts) {
    this.proof = proof;
    this.tried = new ArrayList<>(drafts.stream().map(Draft::checked).toList());
  }

  /** What came of it. */
  sealed interface Result {
    /**
     * All of them expand to what was there.
     *
     * @param unchecked why the macro's checks are off, where they are
     */
    record Proved(List<Draft> drafts, List<Problem> unchecked) implements Result {}

    /** Some endpoints cannot be adopted, for these reasons; the others may be without them. */
    record Refused(Map<Candidate, String> reasons) implements Result {}
  }

  static Result of(RoundTrip proof, List<Draft> drafts) {
    return new JointProof(proof, drafts).prove();
  }

  private Result prove() {
    while (true) {
      switch (proof.of(tried)) {
        case Outcome.Expanded expanded when expanded.isEqual() -> {
          return new Result.Proved(List.copyOf(tried), List.copyOf(unchecked));
        }
        case Outcome.Expanded expanded -> {
          Map<Candidate, String> reasons = new LinkedHashMap<>();
          tried.forEach(draft -> reasons.putAll(Attribution.of(draft, expanded)));
          return new Result.Refused(reasons);
        }
        case Outcome.Rejected(List<Problem> problems) -> {
          if (!uncheck(problems)) {
            return new Result.Refused(Attribution.of(blamed(problems), problems));
          }
        }
      }
    }
  }

  /** Whether that changed anything. What is found outside of all shorthands concerns every one. */
  private boolean uncheck(List<Problem> problems) {
    boolean changed = false;
    for (int i = 0; i < tried.size(); i++) {
      Draft draft = tried.get(i);
      List<Problem> its =
          problems.stream().filter(problem -> isOf(draft, problem) || isOfNone(problem)).toList();
      if (draft.checks() && !its.isEmpty()) {
        tried.set(i, draft.unchecked());
        its.forEach(problem -> unchecked.add(told(draft, problem)));
        changed = true;
      }
    }
    return changed;
  }

  private static boolean isOf(Draft draft, Problem problem) {
    return problem.path().isIn(draft.path());
  }

  private boolean isOfNone(Problem problem) {
    return tried.stream().noneMatch(draft -> isOf(draft, problem));
  }

  private static Problem told(Draft draft, Problem problem) {
    return new Problem(
        draft.group().first().path(),
        "the macro would refuse it, so %s has Checks: Off: %s"
            .formatted(draft.logicalId(), problem.text()));
  }

  private Draft blamed(List<Problem> problems) {
    return tried.stream()
        .filter(draft -> problems.stream().anyMatch(problem -> isOf(draft, problem)))
        .findFirst()
        .orElseGet(tried::getFirst);
  }
}
