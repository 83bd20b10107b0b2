package ecraccess.macro.adopt;

import ecraccess.core.cfn.Problem;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonPath.Step;
import ecraccess.macro.adopt.RoundTrip.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which endpoints keep a shorthand from standing for its group, and why. */
final class Attribution {
  private Attribution() {}

  static Map<Candidate, String> of(Draft draft, List<Problem> problems) {
    Map<Candidate, String> reasons = new LinkedHashMap<>();
    for (Problem problem : problems) {
      endpoint(draft, problem.path())
          .ifPresent(
              member -> reasons.putIfAbsent(member, "the macro refuses " + told(draft, problem)));
    }
    if (reasons.isEmpty()) {
      draft
          .group()
          .members()
          .forEach(member ->
              reasons.put(member, "the macro refuses " + told(draft, problems.getFirst())));
    }
    return reasons;
  }

  /** With the place inside the properties or the override. */
  private static String told(Draft draft, Problem problem) {
    List<Step> steps = problem.path().steps();
    int around = draft.path().steps().size();
    boolean inside = problem.path().isIn(draft.path()) && steps.size() > around + 1;
    boolean override = inside && steps.get(around + 1).equals(new Step.Member("Overrides"));
    int skipped = inside ? Math.min(around + (override ? 3 : 1), steps.size() - 1) : 0;
    JsonPath rest = JsonPath.ROOT;
    for (Step step : steps.subList(skipped, steps.size())) {
      rest = rest.then(step);
    }
    return rest + ": " + problem.text();
  }

  static Map<Candidate, String> of(Draft draft, Outcome.Expanded expanded) {
    Map<Candidate, String> reasons = new LinkedHashMap<>();
    expanded
        .differing()
        .forEach((member, names) ->
            reasons.put(
                member, "it would not come back with the same " + String.join(", ", names)));
    if (reasons.isEmpty()) {
      draft
          .group()
          .members()
          .forEach(member ->
              reasons.put(
                  member,
                  "its shorthand would change what stands at "
                      + String.join(", ", expanded.besides())));
    }
    return reasons;
  }

  /** Whose override or service the place is. */
  private static Optional<Candidate> endpoint(Draft draft, JsonPath path) {
    JsonPath properties = draft.path().member("Properties");
    List<Candidate> additional = draft.group().additional();
    for (int i = 0; i < additional.size(); i++) {
      if (path.isIn(properties.member("AdditionalServices").element(i))) {
        return Optional.of(additional.get(i));
      }
    }
    return draft.group().members().stream()
        .filter(member -> path.isIn(properties.member("Overrides").member(member.service().name())))
        .findFirst();
  }
}
