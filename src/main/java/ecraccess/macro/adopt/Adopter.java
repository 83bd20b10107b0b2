package ecraccess.macro.adopt;

import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Problem;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.macro.expand.plan.DeploymentContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the VPC endpoints of a template that shorthands can stand for, and those shorthands. An
 * endpoint that keeps others from being adopted is left out, and everything is tried again.
 */
public final class Adopter {
  private final Template template;
  private final RoundTrip proof;
  private final Optional<String> region;
  private final Map<JsonPath, String> kept = new LinkedHashMap<>();

  private Adopter(
      Template template, RoundTrip proof, Optional<String> region, Map<JsonPath, String> barred) {
    this.template = template;
    this.region = region;
    this.proof = proof;
    kept.putAll(barred);
  }

  /**
   * Adopts what can be proved equal.
   *
   * @param template the whole template, less its {@code Transform} section
   * @param expanded the same, with the shorthands that it may have already written out
   * @param deployment where nobody knows the stack's region, in one that is assumed
   * @param region the stack's, if it is known; endpoints of another or of an unknown one keep the
   *     names of their services
   * @param barred endpoints that are not to be touched, each with the reason
   */
  public static Adoption adopt(
      Json.Obj template,
      Json.Obj expanded,
      DeploymentContext deployment,
      Optional<String> region,
      Map<JsonPath, String> barred) {
    Adopter adopter =
        new Adopter(
            new Template(template),
            new RoundTrip(template, expanded, deployment, region),
            region,
            barred);
    if (region.isEmpty()) {
      adopter.kept.putAll(PartitionEvidence.elsewhere(adopter.template, deployment.region()));
    }
    return adopter.adopt();
  }

  private Adoption adopt() {
    while (true) {
      List<Draft> drafts = drafts();
      if (drafts.isEmpty()) {
        return adoption(drafts, List.of());
      }
      switch (JointProof.of(proof, drafts)) {
        case JointProof.Result.Proved(List<Draft> proved, List<Problem> unchecked) -> {
          return adoption(proved, unchecked);
        }
        case JointProof.Result.Refused(Map<Candidate, String> reasons) -> keep(reasons);
      }
    }
  }

  private Adoption adoption(List<Draft> drafts, List<Problem> unchecked) {
    return new Adoption(
        proof.adopted(drafts),
        drafts.stream().map(Adopter::adopted).toList(),
        endpoints()
            .flatMap(endpoint ->
                Optional.ofNullable(kept.get(endpoint.path()))
                    .map(reason -> new Problem(endpoint.path(), reason))
                    .stream())
            .toList(),
        Stream.concat(Weaknesses.of(drafts).stream(), unchecked.stream()).toList(),
        AdoptionNotes.of(drafts, region));
  }

  private static Adoption.Adopted adopted(Draft draft) {
    return new Adoption.Adopted(
        draft.logicalId(),
        draft.json(),
        draft.group().members().stream()
            .map(e -> new Adoption.Endpoint(e.path(), e.logicalId(), e.service().name()))
            .toList(),
        draft.moved());
  }

  private Stream<Resource> endpoints() {
    return Candidate.endpoints(template);
  }

  /** One for each group of endpoints that are not kept; each is proved by itself. */
  private List<Draft> drafts() {
    while (true) {
      List<Draft> drafts = new ArrayList<>();
      int before = kept.size();
      FreeName names = new FreeName(template);
      for (Group group : groups()) {
        switch (Solver.solve(proof, group, names.next(group))) {
          case Solver.Result.Solved(Draft draft) -> drafts.add(draft);
          case Solver.Result.Refused(Map<Candidate, String> reasons) -> keep(reasons);
        }
      }
      if (kept.size() == before) {
        return drafts;
      }
    }
  }

  private List<Group> groups() {
    List<Candidate> candidates = new ArrayList<>();
    endpoints()
        .filter(endpoint -> !kept.containsKey(endpoint.path()))
        .forEach(endpoint -> {
          switch (Screening.of(endpoint)) {
            case Screening.Fit(Candidate candidate) -> candidates.add(candidate);
            case Screening.Unfit(String reason) -> kept.put(endpoint.path(), reason);
          }
        });
    Grouping grouping = Grouping.of(candidates, new Expressions(template));
    keep(grouping.left());
    return grouping.groups();
  }

  private void keep(Map<Candidate, String> reasons) {
    reasons.forEach((candidate, reason) -> kept.put(candidate.path(), reason));
  }
}
