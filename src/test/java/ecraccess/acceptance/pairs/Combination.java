package ecraccess.acceptance.pairs;

import ecraccess.core.json.Json;
import ecraccess.macro.expand.Expander;
import ecraccess.macro.expand.Expansion;
import ecraccess.macro.expand.plan.DeploymentContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of the templates, with a shorthand that has one value of each property. */
record Combination(String base, List<Value> values) {
  static final DeploymentContext DEPLOYMENT =
      new DeploymentContext(
          "eu-west-1", "111122223333", "PrivateEcrAccess", new Json.Obj(Map.of()));

  /** {@code -Dpairs.seed} tries other combinations; the number of a failing run repeats it. */
  static final long SEED = Long.getLong("pairs.seed", 20261122);

  static final String SHORTHAND = "EcrAccess";
  private static final Map<String, Json.Obj> BASES =
      Stream.of("vpc-in-the-template.yaml", "vpc-outside.yaml")
          .collect(Collectors.toMap(file -> file, Value::read));

  /** All pairs of right values that do not clash. */
  static List<Combination> ofRightValues() {
    return onEachBase(new AllPairs<>(Value.ofEachProperty(false), Clashes::clash, SEED).rows());
  }

  /** All pairs of right values, those that clash among them. */
  static List<Combination> ofClashingValues() {
    return onEachBase(
        new AllPairs<>(Value.ofEachProperty(false), (one, other) -> false, SEED).rows());
  }

  /** All pairs of all values, whatever comes of it. */
  static List<Combination> ofAllValues() {
    return onEachBase(
        new AllPairs<>(Value.ofEachProperty(true), (one, other) -> false, SEED).rows());
  }

  /** Each wrong value in place of the right one, in every combination of right ones. */
  static List<Combination> withOneWrongValue() {
    List<Value> wrong =
        Value.ofEachProperty(true).stream()
            .flatMap(List::stream)
            .filter(value -> !value.right())
            .toList();
    return ofRightValues().stream()
        .flatMap(combination -> wrong.stream().map(combination::with))
        .toList();
  }

  private Combination with(Value other) {
    return new Combination(
        base,
        values.stream()
            .map(value -> value.property().equals(other.property()) ? other : value)
            .toList());
  }

  private static List<Combination> onEachBase(List<List<Value>> rows) {
    List<Combination> all = new ArrayList<>();
    bases().forEach(base -> rows.forEach(row -> all.add(new Combination(base, row))));
    return all;
  }

  static List<String> bases() {
    return BASES.keySet().stream().sorted().toList();
  }

  Optional<Value> value(String property) {
    return values.stream().filter(value -> value.property().equals(property)).findFirst();
  }

  Json.Obj template() {
    Json.Obj template = Objects.requireNonNull(BASES.get(base)).without("Transform");
    Json.Obj resources = (Json.Obj) template.members().get("Resources");
    Json.Obj shorthand = (Json.Obj) resources.members().get(SHORTHAND);
    Map<String, Json> properties = new LinkedHashMap<>();
    values.forEach(value -> value.json().ifPresent(json -> properties.put(value.property(), json)));
    return template.with(
        "Resources",
        resources.with(SHORTHAND, shorthand.with("Properties", new Json.Obj(properties))));
  }

  Expansion expansion() {
    return Expander.expand(template(), DEPLOYMENT);
  }

  /** The values that must be refused; SubnetIds may be left out where nothing needs them. */
  List<Value> wrong() {
    return values.stream()
        .filter(value -> !value.right())
        .filter(value -> value.json().isPresent() || !value.property().equals("SubnetIds"))
        .toList();
  }

  boolean mustExpand() {
    return values.stream().allMatch(Value::right)
        && values.stream()
            .noneMatch(one -> values.stream().anyMatch(other -> Clashes.clash(one, other)));
  }

  @Override
  public String toString() {
    return base
        + " "
        + values.stream()
            .filter(value -> value.json().isPresent())
            .map(Value::toString)
            .collect(Collectors.joining(" "));
  }
}
