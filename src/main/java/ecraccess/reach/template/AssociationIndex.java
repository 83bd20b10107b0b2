package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.logic.Answer;
import ecraccess.reach.model.Id;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Resources of one type that add something to the thing that one of their properties names. */
final class AssociationIndex {
  private final Scenario scenario;
  private final List<String> properties;
  private final List<One> certain;
  private final List<One> unsure;

  private record One(Branch place, Id target, String reason) {}

  /**
   * All of a type.
   *
   * @param properties the property that names the thing, under any of its names
   */
  AssociationIndex(Scenario scenario, String type, String... properties) {
    this.scenario = scenario;
    this.properties = List.of(properties);
    this.certain = scenario.resources(type).map(resource -> one(resource, "")).toList();
    this.unsure =
        scenario.unsure(type).map(maybe -> one(maybe.resource(), maybe.reason())).toList();
  }

  private One one(Resource resource, String reason) {
    Branch place = scenario.properties(resource);
    Id target =
        properties.stream()
            .flatMap(name -> scenario.member(place, name).stream())
            .findFirst()
            .map(scenario::id)
            .orElseGet(() ->
                new Id.Open(
                    properties.getFirst() + " of " + resource.logicalId(),
                    "the value of %s of %s"
                        .formatted(properties.getFirst(), resource.logicalId())));
    String name = resource.logicalId();
    return new One(
        place, target, reason.isEmpty() ? "whether %s is about ".formatted(name) : reason);
  }

  /** The properties of those that are certainly about the thing. */
  Stream<Branch> to(Id thing) {
    return certain.stream().filter(one -> one.target().same(thing) == Answer.YES).map(One::place);
  }

  /** Why there may be more of them; empty where there are not. */
  Optional<String> doubt(Id thing) {
    return existenceDoubt(thing)
        .or(() ->
            certain.stream()
                .filter(one -> one.target().same(thing) == Answer.MAYBE)
                .map(one -> one.reason() + thing)
                .findFirst());
  }

  /** The same, not counting those whose thing only the deployment knows. */
  Optional<String> existenceDoubt(Id thing) {
    return unsure.stream()
        .filter(one -> one.target().same(thing) != Answer.NO)
        .map(One::reason)
        .findFirst();
  }

  /** Everything that they name. */
  Stream<Id> things() {
    return certain.stream().map(One::target);
  }
}
