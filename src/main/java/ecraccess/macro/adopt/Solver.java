package ecraccess.macro.adopt;

import ecraccess.core.cfn.Problem;
import ecraccess.core.json.Json;
import ecraccess.macro.adopt.RoundTrip.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the shortest shorthand for a group: tries what all endpoints may share, keeps what leaves
 * the fewest differences, and writes the differences that remain into overrides. What expands
 * decides; nothing here knows what a default is.
 */
final class Solver {
  /** Without these nothing expands, or a security group is created that nobody asked for. */
  private static final List<String> ALWAYS = List.of("VpcId", "SubnetIds", "SecurityGroupIds");

  private static final DraftValue NO_TAGS = new DraftValue.Made(new Json.Arr(List.of()));
  private static final int NEVER = Integer.MAX_VALUE;

  /** More than any number of differences: a resource that nobody asked for. */
  private static final int BESIDES = 10_000;

  private final RoundTrip proof;
  private final Group group;
  private Draft draft;

  private Solver(RoundTrip proof, Group group, String logicalId) {
    this.proof = proof;
    this.group = group;
    Map<String, DraftValue> shared = new LinkedHashMap<>();
    for (String property : ALWAYS) {
      options(property).stream().findFirst().ifPresent(first -> shared.put(property, first));
    }
    this.draft = new Draft(group, logicalId, shared, withoutSecurityGroups(group), false);
  }

  /** When a property stands for all, and not in overrides. */
  private enum Need {
    /** Whenever that leaves fewer differences. */
    IF_IT_HELPS,
    /** A line for all has to save more than one. */
    IF_IT_PAYS
  }

  /** What came of it. */
  sealed interface Result {
    record Solved(Draft draft) implements Result {}

    /** Some endpoints cannot be adopted, for these reasons; the others may be without them. */
    record Refused(Map<Candidate, String> reasons) implements Result {}
  }

  static Result solve(RoundTrip proof, Group group, String logicalId) {
    return new Solver(proof, group, logicalId).solve();
  }

  /** They would have one created for them. */
  private static Map<Candidate, Map<String, DraftValue>> withoutSecurityGroups(Group group) {
    Map<Candidate, Map<String, DraftValue>> overrides = new LinkedHashMap<>();
    group.interfaces().stream()
        .filter(member -> member.property("SecurityGroupIds").isEmpty())
        .forEach(member ->
            overrides.put(
                member, Map.of("SecurityGroupIds", new DraftValue.Made(DraftValue.NO_VALUE))));
    return overrides;
  }

  private Result solve() {
    share("SubnetIds", Need.IF_IT_HELPS);
    share("SecurityGroupIds", Need.IF_IT_HELPS);
    share("PrivateDnsEnabled", Need.IF_IT_PAYS);
    share("IpAddressType", Need.IF_IT_PAYS);
    share("DnsOptions", Need.IF_IT_PAYS);
    share("RouteTableIds", Need.IF_IT_HELPS);
    share("Tags", Need.IF_IT_PAYS);
    if (proof.of(List.of(draft)) instanceof Outcome.Expanded expanded) {
      draft = withOverrides(expanded.differing());
    }
    return switch (proof.of(List.of(draft))) {
      case Outcome.Rejected(List<Problem> problems) ->
          new Result.Refused(Attribution.of(draft, problems));
      case Outcome.Expanded expanded when expanded.isEqual() -> new Result.Solved(draft);
      case Outcome.Expanded expanded -> new Result.Refused(Attribution.of(draft, expanded));
    };
  }

  /** Takes the value for all that leaves the fewest endpoints with another. */
  private void share(String property, Need need) {
    Draft best = draft;
    int least = score(draft, property);
    for (DraftValue option : options(property)) {
      Draft tried = sharing(property, option);
      int score = score(tried, property);
      boolean pays = need == Need.IF_IT_PAYS && !option.equals(NO_TAGS);
      int cost = pays && score != NEVER ? score + 1 : score;
      if (cost < least) {
        best = tried;
        least = cost;
      }
    }
    draft = best;
  }

  /** The values there are, ECR's first. */
  private List<DraftValue> options(String property) {
    Map<Json, DraftValue> options = new LinkedHashMap<>();
    if (property.equals("Tags")) {
      options.put(NO_TAGS.json(), NO_TAGS);
    }
    group.inOrder().stream()
        .flatMap(member -> DraftValue.of(member, property).stream())
        .forEach(said -> options.putIfAbsent(said.json(), said));
    return new ArrayList<>(options.values());
  }

  private Draft sharing(String property, DraftValue said) {
    Map<String, DraftValue> shared = new LinkedHashMap<>(draft.shared());
    shared.put(property, said);
    return new Draft(group, draft.logicalId(), shared, draft.overrides(), draft.checks());
  }

  private int score(Draft tried, String property) {
    return switch (proof.of(List.of(tried))) {
      case Outcome.Rejected rejected -> NEVER;
      case Outcome.Expanded(Map<Candidate, Set<String>> differing, List<String> besides) ->
          (int) differing.values().stream().filter(names -> names.contains(property)).count()
              + BESIDES * besides.size();
    };
  }

  private Draft withOverrides(Map<Candidate, Set<String>> differing) {
    Map<Candidate, Map<String, DraftValue>> overrides = new LinkedHashMap<>(draft.overrides());
    differing.forEach((member, names) -> {
      Map<String, DraftValue> own = new LinkedHashMap<>(overrides.getOrDefault(member, Map.of()));
      names.stream()
          .filter(name -> !name.equals(RoundTrip.ATTRIBUTES))
          .forEach(name ->
              own.put(
                  name,
                  DraftValue.of(member, name)
                      .orElseGet(() -> new DraftValue.Made(DraftValue.NO_VALUE))));
      overrides.put(member, own);
    });
    return new Draft(group, draft.logicalId(), draft.shared(), overrides, draft.checks());
  }
}
