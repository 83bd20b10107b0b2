package ecraccess.adopt;

import ecraccess.adopt.Proof.Outcome;
import ecraccess.expand.Deployment;
import ecraccess.json.Json;
import ecraccess.json.Path;
import ecraccess.template.Expressions;
import ecraccess.template.Problem;
import ecraccess.template.Resource;
import ecraccess.template.Template;
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
  private final Proof proof;
  private final Optional<String> region;
  private final Map<Path, String> kept = new LinkedHashMap<>();
  private final List<Problem> unchecked = new ArrayList<>();

  private Adopter(
      Template template, Proof proof, Optional<String> region, Map<Path, String> barred) {
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
   * @param region the stack's, if it is known; endpoints of another or of an unknown one keep the
   *     names of their services
   * @param barred endpoints that are not to be touched, each with the reason
   */
  public static Adoption adopt(
      Json.Obj template,
      Json.Obj expanded,
      Deployment deployment,
      Optional<String> region,
      Map<Path, String> barred) {
    return new Adopter(
            new Template(template),
            new Proof(template, expanded, deployment, region),
            region,
            barred)
        .adopt();
  }

  private Adoption adopt() {
    List<Draft> drafts = drafts();
    while (!drafts.isEmpty()) {
      Optional<List<Draft>> proved = proved(drafts);
      if (proved.isPresent()) {
        return adoption(proved.get());
      }
      drafts = drafts();
    }
    return adoption(List.of());
  }

  private Adoption adoption(List<Draft> drafts) {
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
        Notes.of(drafts, region));
  }

  private static Adoption.Adopted adopted(Draft draft) {
    return new Adoption.Adopted(
        draft.logicalId(),
        draft.json(),
        draft.group().members().stream()
            .map(e -> new Adoption.Endpoint(e.path(), e.logicalId(), e.service().name()))
            .toList(),
        draft.moved(),
        draft.overrides().values().stream().mapToInt(Map::size).sum());
  }

  private Stream<Resource> endpoints() {
    return template.resources().stream().filter(resource -> resource.isOfType(Candidate.TYPE));
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

  /** All of them together and, unless that is refused, with the macro's checks on. */
  private Optional<List<Draft>> proved(List<Draft> drafts) {
    List<Draft> tried = new ArrayList<>(drafts);
    tried.replaceAll(Draft::checked);
    unchecked.clear();
    while (true) {
      switch (proof.of(tried)) {
        case Outcome.Expanded expanded when expanded.isEqual() -> {
          return Optional.of(tried);
        }
        case Outcome.Expanded expanded -> {
          tried.forEach(draft -> keep(Blame.of(draft, expanded)));
          return Optional.empty();
        }
        case Outcome.Rejected(List<Problem> problems) -> {
          if (!uncheck(tried, problems)) {
            Draft blamed = blamed(tried, problems);
            keep(Blame.of(blamed, problems));
            return Optional.empty();
          }
        }
      }
    }
  }

  /**
   * Switches off the checks where a problem is that the endpoints had before: each has expanded
   * without them. What is found outside of all shorthands concerns every one.
   */
  private boolean uncheck(List<Draft> tried, List<Problem> problems) {
    boolean changed = false;
    for (int i = 0; i < tried.size(); i++) {
      Draft draft = tried.get(i);
      List<Problem> its =
          problems.stream()
              .filter(problem ->
                  problem.path().isIn(draft.path())
                      || tried.stream().noneMatch(other -> problem.path().isIn(other.path())))
              .toList();
      if (draft.checks() && !its.isEmpty()) {
        tried.set(i, draft.unchecked());
        its.forEach(problem ->
            unchecked.add(
                new Problem(
                    draft.group().first().path(),
                    "the macro would refuse it, so %s has Checks: Off: %s"
                        .formatted(draft.logicalId(), problem.text()))));
        changed = true;
      }
    }
    return changed;
  }

  private static Draft blamed(List<Draft> drafts, List<Problem> problems) {
    return drafts.stream()
        .filter(draft -> problems.stream().anyMatch(p -> p.path().isIn(draft.path())))
        .findFirst()
        .orElseGet(drafts::getFirst);
  }
}
