package ecraccess.macro.expand.plan;

import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Loops;
import ecraccess.core.cfn.Problems;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.macro.shorthand.Shorthand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the route tables of a shorthand's gateway endpoints: as given, or those that the template
 * associates with its subnets, or else by a look-up. A gateway endpoint without a route table
 * routes nothing.
 */
final class GatewayRouteTables {
  private static final String ASSOCIATION = "AWS::EC2::SubnetRouteTableAssociation";

  private final List<Resource> associations;

  /** With those that loops over written-out lists make, each by its own name. */
  private final List<Resource> unrolled;

  /** The names of the template's own subnets; of those in loops, with the variables in them. */
  private final Set<String> subnets;

  private final Dependencies dependencies;
  private final Expressions expressions;
  private final Problems problems;

  GatewayRouteTables(Template template, Expressions expressions, Problems problems) {
    this.associations = template.resources().stream().filter(r -> r.isOfType(ASSOCIATION)).toList();
    this.unrolled =
        Loops.unrolled(template).template().resources().stream()
            .filter(resource -> resource.isOfType(ASSOCIATION))
            .toList();
    this.subnets =
        template.resources().stream()
            .filter(resource -> resource.isOfType("AWS::EC2::Subnet"))
            .map(Resource::logicalId)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    this.dependencies = new Dependencies(template);
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

  /**
   * The associations that a look-up for these subnets has to wait for, in whatever form the subnets
   * are written: all but those of other subnets of the template. What cannot be waited for is a
   * problem where the look-up is to find route tables, for it would find the main one.
   */
  List<Resource> associationsOf(Shorthand shorthand, boolean lookedUp) {
    List<Resource> awaited = new ArrayList<>();
    Json subnetIds = shorthand.subnetIds().orElse(new Json.Arr(List.of()));
    for (Resource association : unrolled) {
      if (!mayBeAbout(subnetIds, association)) {
        continue;
      }
      Optional<String> obstacle = obstacle(shorthand, association);
      if (obstacle.isEmpty()) {
        awaited.add(association);
      } else if (lookedUp) {
        problems.add(
            shorthand.resource().path().member("Properties").member("RouteTableIds"),
            "missing, expected a list of route table IDs, because the look-up cannot wait for %s, %s; name the route tables here"
                .formatted(association.logicalId(), obstacle.get()));
      }
    }
    return awaited;
  }

  private boolean mayBeAbout(Json subnetIds, Resource association) {
    Optional<String> own =
        association
            .property("SubnetId")
            .flatMap(Intrinsic::of)
            .filter(function -> function.name().equals(Intrinsic.REF))
            .flatMap(function ->
                function.argument() instanceof Json.Str(String name)
                    ? Optional.of(name)
                    : Optional.empty())
            .filter(name -> subnets.contains(name) || isOfLoop(name));
    return own.isEmpty()
        || dependencies.mentions(subnetIds, Set.of(own.get()))
        || dependencies.namesOthers(subnetIds, subnets);
  }

  /** Whether a loop makes a subnet of that name. */
  private boolean isOfLoop(String name) {
    return subnets.stream()
        .filter(pattern -> pattern.contains("{"))
        .anyMatch(pattern -> name.startsWith(pattern.substring(0, pattern.indexOf('{') - 1)));
  }

  /** Why nothing can wait for it. */
  private Optional<String> obstacle(Shorthand shorthand, Resource association) {
    if (association.looped()) {
      return Optional.of("whose name only the deployment knows");
    }
    return dependencies.leads(association.value(), LookupHints.generated(shorthand))
        ? Optional.of("which itself waits for " + shorthand.logicalId())
        : Optional.empty();
  }
}
