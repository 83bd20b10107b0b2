package ecraccess.expand;

import ecraccess.json.Json;
import ecraccess.json.Path;
import ecraccess.shorthand.Shorthand;
import ecraccess.template.Expressions;
import ecraccess.template.Found;
import ecraccess.template.Problems;
import ecraccess.template.Resource;
import ecraccess.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route tables of a shorthand's gateway endpoints: as given, or those that the template
 * associates with its subnets. A gateway endpoint without a route table routes nothing, so there is
 * no third answer.
 */
final class RouteTables {
  private static final String ASSOCIATION = "AWS::EC2::SubnetRouteTableAssociation";

  private final List<Resource> associations;
  private final Expressions expressions;
  private final Problems problems;

  RouteTables(Template template, Expressions expressions, Problems problems) {
    this.associations = template.resources().stream().filter(r -> r.isOfType(ASSOCIATION)).toList();
    this.expressions = expressions;
    this.problems = problems;
  }

  /** The list for {@code RouteTableIds}; nothing where none is needed, or with a problem noted. */
  Optional<Json> of(Shorthand shorthand) {
    boolean needed =
        shorthand.endpoints().stream()
            .anyMatch(e -> e.service().isGateway() && !e.overrides().has("RouteTableIds"));
    if (!needed || shorthand.routeTableIds().isPresent()) {
      return shorthand.routeTableIds();
    }
    Json subnetIds = shorthand.subnetIds().orElse(null);
    return subnetIds instanceof Json.Arr(List<Json> subnets)
        ? ofSubnets(shorthand, subnets)
        : missing(
            shorthand,
            subnetIds == null
                ? "nothing to infer it from, because there is no SubnetIds"
                : "SubnetIds is " + Found.describe(subnetIds) + ", which has no value yet");
  }

  private Optional<Json> ofSubnets(Shorthand shorthand, List<Json> subnets) {
    Map<Json, Json> tables = new LinkedHashMap<>();
    for (Json subnet : subnets) {
      List<Resource> found =
          associations.stream()
              .filter(
                  a -> a.property("SubnetId").filter(s -> expressions.same(s, subnet)).isPresent())
              .toList();
      if (found.size() != 1 || !standsWith(shorthand, found.getFirst())) {
        return missing(shorthand, why(subnet, found));
      }
      Json table = found.getFirst().property("RouteTableId").orElse(new Json.Null());
      tables.putIfAbsent(expressions.canonical(table), table);
    }
    return Optional.of(new Json.Arr(List.copyOf(tables.values())));
  }

  /** Whether the association exists whenever the shorthand does. */
  private static boolean standsWith(Shorthand shorthand, Resource association) {
    Optional<Json> condition = ((Json.Obj) association.value()).get("Condition");
    return !association.looped()
        && (condition.isEmpty()
            || condition.equals(((Json.Obj) shorthand.resource().value()).get("Condition")));
  }

  private static String why(Json subnet, List<Resource> found) {
    String shown = Expressions.show(subnet);
    return switch (found.size()) {
      case 0 -> "no " + ASSOCIATION + " in this template has the SubnetId " + shown;
      case 1 ->
          "whether %s, the association of %s, exists depends on more than this resource does"
              .formatted(found.getFirst().logicalId(), shown);
      default -> "more than one " + ASSOCIATION + " has the SubnetId " + shown;
    };
  }

  private Optional<Json> missing(Shorthand shorthand, String why) {
    Path place = shorthand.resource().path().member("Properties").member("RouteTableIds");
    problems.add(
        place,
        "missing, expected a list of route table IDs for the S3 gateway endpoint; could not infer it: "
            + why
            + "; add RouteTableIds");
    return Optional.empty();
  }
}
