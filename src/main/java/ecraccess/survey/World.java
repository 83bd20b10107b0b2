package ecraccess.survey;

import ecraccess.json.Json;
import ecraccess.logic.Known;
import ecraccess.network.Id;
import ecraccess.template.Expressions;
import ecraccess.template.Intrinsic;
import ecraccess.template.Place;
import ecraccess.template.Resource;
import ecraccess.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One way in which a template's conditions and parameters may turn out. */
final class World {
  private final Template template;
  private final Place.Conditions conditions = Place.Conditions.OPEN;

  World(Template template) {
    this.template = template;
  }

  /** The resources that exist in this world, those in loops left out. */
  Stream<Resource> resources() {
    return template.resources().stream().filter(resource -> !resource.looped());
  }

  Stream<Resource> resources(String type) {
    return resources().filter(resource -> resource.isOfType(type));
  }

  /** The resource that exists in this world under that name. */
  Optional<Resource> resource(String logicalId) {
    return resources().filter(resource -> resource.logicalId().equals(logicalId)).findFirst();
  }

  /** The resource's properties, with every {@code Fn::If} decided. */
  Place properties(Resource resource) {
    return Place.of(resource, conditions);
  }

  /** The text that the expression makes, as far as parameters, mappings and functions tell. */
  Known<String> text(Place place) {
    return place.value() instanceof Json.Str(String text)
        ? Known.is(text)
        : Known.unknown("the value of " + Expressions.show(place.value()));
  }

  /** {@code true} or {@code false}, or the text that CloudFormation takes for it. */
  Known<Boolean> bool(Place place) {
    return place.value() instanceof Json.Bool(boolean bool)
        ? Known.is(bool)
        : text(place).map(text -> text.equalsIgnoreCase("true"));
  }

  /** What the expression names. */
  Id id(Place place) {
    return Intrinsic.of(place.value())
        .filter(function -> function.name().equals(Intrinsic.REF))
        .flatMap(function -> Expressions.dotted(function.argument()))
        .filter(name -> resource(name).isPresent())
        .<Id>map(Id.Created::new)
        .orElseGet(() -> open(place));
  }

  /** What the items of a list property name; one ID for a list that only the deployment knows. */
  List<Id> ids(Place properties, String list) {
    return properties.items(list).map(this::id).toList();
  }

  private Id open(Place place) {
    return switch (text(place)) {
      case Known.Is<String>(String text) -> new Id.Literal(text);
      case Known.Unknown<String>(String missing) ->
          new Id.Open(Expressions.show(place.value()), missing);
    };
  }
}
