package ecraccess.expand;

import ecraccess.json.Json;
import ecraccess.shorthand.Shorthand;
import ecraccess.template.Expressions;
import ecraccess.template.Problems;
import ecraccess.template.Resource;
import ecraccess.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what a shorthand needs besides its endpoints, from what else stands in the template. */
final class Planner {
  private final RouteTables routeTables;
  private final ClientRuleFinder clientRules;
  private final Foresight foresight;

  Planner(Template template, Expressions expressions, Problems problems) {
    this.routeTables = new RouteTables(template, expressions, problems);
    this.clientRules = new ClientRuleFinder(template, expressions, problems);
    this.foresight = new Foresight(template);
  }

  Plan plan(Shorthand shorthand) {
    RouteTables.Found tables = routeTables.of(shorthand);
    Optional<ClientRules> rules =
        shorthand.createsSecurityGroup()
            ? Optional.of(clientRules.of(shorthand))
            : Optional.empty();
    boolean asks =
        tables.lookedUp()
            || rules.filter(found -> !found.lookedUp().isEmpty()).isPresent()
            || shorthand.preflight().orElse(false);
    return new Plan(
        shorthand,
        tables.ids(),
        rules,
        asks ? Optional.of(network(shorthand, rules)) : Optional.empty());
  }

  /** DependsOn may not name what does not exist; a Ref under the same condition may. */
  private Plan.Network network(Shorthand shorthand, Optional<ClientRules> rules) {
    List<Resource> associations = routeTables.associationsOf(shorthand);
    List<String> after = new ArrayList<>();
    List<Json> afterIf = new ArrayList<>();
    for (Resource association : associations) {
      ((Json.Obj) association.value())
          .get("Condition")
          .ifPresentOrElse(
              condition ->
                  afterIf.add(Members.onlyIf(condition, Members.ref(association.logicalId()))),
              () -> after.add(association.logicalId()));
    }
    return new Plan.Network(
        after,
        afterIf,
        foresight.clients(shorthand, rules).stream().map(Members::text).toList(),
        foresight.overrides(shorthand),
        foresight.adds(shorthand, associations));
  }
}
