package ecraccess.macro.expand.plan;

import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Problems;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.macro.shorthand.Shorthand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route tables of a shorthand's gateway endpoints: as given, or those that the template
 * associates with its subnets, or else by a look-up. A gateway endpoint without a route table
 * routes nothing.
 */
final class GatewayRouteTables {
  private static final String ASSOCIATION = "AWS::EC2::SubnetRouteTableAssociation";

  private final List<Resource> associations;
  private final Expressions expressions;
  private final Problems problems;

  GatewayRouteTables(Template template, Expressions expressions, Problems problems) {
    this.associations = template.resources().stream().filter(r -> r.isOfType(ASSOCIATION)).toList();
    this.expressions = expressions;
    this.problems = problems;
  }

  /**
   * What is known of the route tables.
   *
   * @param ids the list for {@code RouteTableIds}; absent where none is needed, or not known
   * @param lookedUp whether the network function has to tell
   */
  record Found(Optional<Json> ids, boolean lookedUp) {}

  Found of(Shorthand shorthand) {
    boolean needed = shorthand.needs("RouteTableIds", true);
    if (!needed || shorthand.routeTableIds().isPresent()) {
      return new Found(shorthand.routeTableIds(), false);
    }
    if (shorthand.subnetIds().isEmpty()) {
      problems.add(
          shorthand.resource().path().member("Properties").member("RouteTableIds"),
          "missing, expected a list of route table IDs, or SubnetIds to find them by");
      return new Found(Optional.empty(), false);
    }
    Optional<Json> inferred =
        shorthand.subnetIds().get() instanceof Json.Arr(List<Json> subnets)
            ? ofSubnets(shorthand, subnets)
            : Optional.empty();
    return new Found(inferred, inferred.isEmpty());
  }

  /** The one association of each subnet; nothing, if one cannot be told for certain. */
  private Optional<Json> ofSubnets(Shorthand shorthand, List<Json> subnets) {
    Map<Json, Json> tables = new LinkedHashMap<>();
    for (Json subnet : subnets) {
      List<Resource> found = associations.stream().filter(a -> isOf(a, subnet)).toList();
      if (found.size() != 1 || !standsWith(shorthand, found.getFirst())) {
        return Optional.empty();
      }
      Optional<Json> table = found.getFirst().property("RouteTableId");
      if (table.isEmpty()) {
        return Optional.empty();
      }
      tables.putIfAbsent(expressions.canonical(table.get()), table.get());
    }
    return Optional.of(new Json.Arr(List.copyOf(tables.values())));
  }

  private boolean isOf(Resource association, Json subnet) {
    return association.property("SubnetId").filter(s -> expressions.same(s, subnet)).isPresent();
  }

  /** Whether the association exists whenever the shorthand does. */
  private static boolean standsWith(Shorthand shorthand, Resource association) {
    Optional<Json> condition = ((Json.Obj) association.value()).get("Condition");
    return !association.looped()
        && (condition.isEmpty()
            || condition.equals(((Json.Obj) shorthand.resource().value()).get("Condition")));
  }

  /** The associations that a look-up for these subnets has to wait for. */
  List<Resource> associationsOf(Shorthand shorthand) {
    List<Json> subnets =
        shorthand.subnetIds().orElse(null) instanceof Json.Arr(List<Json> items)
            ? items
            : List.of();
    return associations.stream()
        .filter(a -> !a.looped() && subnets.stream().anyMatch(subnet -> isOf(a, subnet)))
        .toList();
  }
}
