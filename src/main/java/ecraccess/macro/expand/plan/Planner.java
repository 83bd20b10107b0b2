package ecraccess.macro.expand.plan;

import ecraccess.core.cfn.Cfn;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Problems;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.macro.shorthand.Shorthand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what a shorthand needs besides its endpoints, from what else stands in the template. */
public final class Planner {
  private final GatewayRouteTables routeTables;
  private final ClientRuleFinder clientRules;
  private final LookupHints foresight;

  public Planner(Template template, Expressions expressions, Problems problems) {
    this.routeTables = new GatewayRouteTables(template, expressions, problems);
    this.clientRules = new ClientRuleFinder(template, expressions, problems);
    this.foresight = new LookupHints(template);
  }

  public Plan plan(Shorthand shorthand) {
    GatewayRouteTables.Found tables = routeTables.of(shorthand);
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
        asks ? Optional.of(network(shorthand, rules, tables.lookedUp())) : Optional.empty());
  }

  /** DependsOn may not name what does not exist; a Ref under the same condition may. */
  private Plan.Network network(Shorthand shorthand, Optional<ClientRules> rules, boolean lookedUp) {
    List<Resource> associations = routeTables.associationsOf(shorthand, lookedUp);
    List<String> after = new ArrayList<>();
    List<Json> afterIf = new ArrayList<>();
    for (Resource association : associations) {
      ((Json.Obj) association.value())
          .get("Condition")
          .ifPresentOrElse(
              condition -> afterIf.add(Cfn.onlyIf(condition, Cfn.ref(association.logicalId()))),
              () -> after.add(association.logicalId()));
    }
    return new Plan.Network(
        after,
        afterIf,
        foresight.clients(shorthand, rules).stream().map(Cfn::text).toList(),
        foresight.overrides(shorthand),
        foresight.adds(shorthand, associations));
  }
}
