package ecraccess.macro.adopt;

import ecraccess.core.cfn.Expressions;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sorts endpoints into groups that a shorthand each can stand for: of one VPC, with the same
 * attributes, and around an endpoint of ECR.
 */
final class Grouping {
  private final Expressions expressions;
  private final List<Group> groups = new ArrayList<>();
  private final Map<Candidate, String> left = new LinkedHashMap<>();

  /** What endpoints must have in common, whatever their services. */
  private record Kind(@Nullable JsonPath around, Json vpcId, Map<String, Json> attributes) {}

  private Grouping(Expressions expressions) {
    this.expressions = expressions;
  }

  static Grouping of(List<Candidate> candidates, Expressions expressions) {
    Grouping grouping = new Grouping(expressions);
    Map<Kind, List<Candidate>> kinds = new LinkedHashMap<>();
    candidates.forEach(candidate ->
        kinds.computeIfAbsent(grouping.kind(candidate), kind -> new ArrayList<>()).add(candidate));
    kinds.values().forEach(same -> grouping.sort(same, candidates));
    return grouping;
  }

  List<Group> groups() {
    return List.copyOf(groups);
  }

  /** The endpoints without a group, each with the reason. */
  Map<Candidate, String> left() {
    return left;
  }

  private Kind kind(Candidate candidate) {
    return new Kind(
        candidate.path().parent(),
        expressions.canonical(candidate.property("VpcId").orElseThrow()),
        candidate.attributes());
  }

  private void sort(List<Candidate> same, List<Candidate> all) {
    List<Group> found = new ArrayList<>();
    same.stream()
        .filter(Candidate::isEcr)
        .forEach(endpoint ->
            best(endpoint, found, 0)
                .ifPresentOrElse(
                    i -> found.set(i, found.get(i).with(endpoint)),
                    () -> found.add(new Group(List.of(endpoint)))));
    for (Candidate endpoint : same) {
      if (!endpoint.isEcr()) {
        best(endpoint, found, endpoint.isGateway() ? 0 : 1)
            .ifPresentOrElse(
                i -> found.set(i, found.get(i).with(endpoint)),
                () -> left.put(endpoint, whyLeft(endpoint, found, all)));
      }
    }
    found.forEach(group -> groups.add(group.ordered(same)));
  }

  /** The group without that service that has most in common with the endpoint. */
  private Optional<Integer> best(Candidate endpoint, List<Group> groups, int least) {
    return IntStream.range(0, groups.size())
        .boxed()
        .filter(i -> !groups.get(i).has(endpoint.service()))
        .filter(i -> inCommon(endpoint, groups.get(i).base()) >= least)
        .max(
            Comparator.<Integer>comparingInt(i -> inCommon(endpoint, groups.get(i).base()))
                .thenComparing(Comparator.reverseOrder()));
  }

  private int inCommon(Candidate one, Candidate other) {
    return (shares("SubnetIds", one, other) ? 2 : 0)
        + (shares("SecurityGroupIds", one, other) ? 1 : 0);
  }

  /** Some subnets of another's are enough: not every zone has every service. */
  private boolean shares(String property, Candidate one, Candidate other) {
    Optional<Json> mine = one.property(property).map(expressions::canonical);
    Optional<Json> its = other.property(property).map(expressions::canonical);
    return mine.equals(its)
        || (mine.orElse(null) instanceof Json.Arr(List<Json> some)
            && its.orElse(null) instanceof Json.Arr(List<Json> others)
            && some.stream().anyMatch(others::contains));
  }

  private String whyLeft(Candidate endpoint, List<Group> groups, List<Candidate> all) {
    if (!groups.isEmpty()) {
      return groups.stream().allMatch(group -> group.has(endpoint.service()))
          ? "another endpoint of %s comes from the same shorthand".formatted(endpoint.service())
          : "it shares neither subnets nor security groups with ECR's endpoints";
    }
    Json vpc = kind(endpoint).vpcId();
    boolean ecrThere =
        all.stream().anyMatch(other -> other.isEcr() && kind(other).vpcId().equals(vpc));
    return ecrThere
        ? "its attributes, such as Condition and DependsOn, are not those of ECR's endpoints, and a"
            + " shorthand gives the same to all"
        : "no endpoint of ECR that can be adopted is in its VPC";
  }
}
