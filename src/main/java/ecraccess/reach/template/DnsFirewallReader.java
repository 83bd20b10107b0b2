package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.DnsFirewallRule;
import ecraccess.reach.model.Id;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the rules of DNS Firewall that a VPC has, in the order in which they are looked at: by the
 * priority of their group, then by their own (Route 53 Developer Guide, DNS Firewall rule groups).
 */
final class DnsFirewallReader {
  private static final String ASSOCIATION = "AWS::Route53Resolver::FirewallRuleGroupAssociation";

  private final Scenario scenario;
  private final AssociationIndex groups;

  DnsFirewallReader(Scenario scenario) {
    this.scenario = scenario;
    this.groups = new AssociationIndex(scenario, ASSOCIATION, "VpcId");
  }

  /** What nobody can order or see is one rule of which nothing is known, before all others. */
  List<DnsFirewallRule> of(Id vpc) {
    List<DnsFirewallRule> rules = new ArrayList<>();
    groups
        .doubt(vpc)
        .ifPresent(reason -> rules.add(unknown(JsonPath.ROOT, "DNS Firewall", reason)));
    groups
        .to(vpc)
        .sorted(Comparator.comparingInt(this::priority))
        .forEach(group -> addGroup(group, rules));
    return rules;
  }

  private int priority(Branch place) {
    return Numbers.of(scenario, place, "Priority").value().orElse(-1);
  }

  private void addGroup(Branch association, List<DnsFirewallRule> rules) {
    JsonPath path = scenario.origin(association.path());
    Optional<Branch> named = scenario.member(association, "FirewallRuleGroupId");
    Optional<Resource> group =
        named.flatMap(place -> made(place, "AWS::Route53Resolver::FirewallRuleGroup"));
    String shown =
        "DNS Firewall rule group "
            + group
                .map(Resource::logicalId)
                .or(() -> named.map(scenario::id).map(Id::toString))
                .orElse("");
    if (group.isEmpty() || Numbers.of(scenario, association, "Priority").value().isEmpty()) {
      rules.add(unknown(path, shown, "what " + shown + " blocks"));
      return;
    }
    ListProperty written =
        ListProperty.of(scenario, scenario.properties(group.get()), "FirewallRules");
    written.unseen().ifPresent(reason -> rules.add(unknown(path, shown, reason)));
    written.items().stream()
        .sorted(Comparator.comparingInt(this::priority))
        .map(rule -> rule(rule, shown))
        .forEach(rules::add);
  }

  private DnsFirewallRule rule(Branch rule, String group) {
    JsonPath path = scenario.origin(rule.path());
    if (Numbers.of(scenario, rule, "Priority").value().isEmpty()) {
      return unknown(path, group, "the order of the rules of " + group);
    }
    Known<Boolean> blocks =
        scenario
            .member(rule, "Action")
            .map(scenario::text)
            .map(action -> action.map("BLOCK"::equals))
            .orElseGet(() -> Known.unknown("the action of a rule of " + group));
    return new DnsFirewallRule(path, group, blocks, domains(rule, group));
  }

  /** Rules against tunnels and generated names have no list, and other types ask for no address. */
  private Known<List<String>> domains(Branch rule, String group) {
    Optional<Known<String>> type = scenario.member(rule, "Qtype").map(scenario::text);
    boolean asksForOthers =
        type.flatMap(Known::value).filter(text -> !text.equals("A")).isPresent();
    if (asksForOthers || scenario.member(rule, "DnsThreatProtection").isPresent()) {
      return Known.is(List.of());
    }
    Optional<Branch> place = scenario.member(rule, "FirewallDomainListId");
    Optional<Id> list = place.map(scenario::id);
    return place
        .flatMap(named -> made(named, "AWS::Route53Resolver::FirewallDomainList"))
        .map(this::domains)
        .orElseGet(() ->
            Known.unknown(
                "the domains of %s in %s"
                    .formatted(list.map(id -> "list " + id).orElse("a rule"), group)));
  }

  private Known<List<String>> domains(Resource list) {
    Optional<Branch> written = scenario.member(scenario.properties(list), "Domains");
    Optional<Json> resolved = written.map(place -> scenario.resolved(place.value()));
    if (!(resolved.orElse(null) instanceof Json.Arr(List<Json> items))) {
      return Known.unknown("the domains of list " + list.logicalId());
    }
    List<String> domains = new ArrayList<>();
    for (Json item : items) {
      if (!(item instanceof Json.Str(String text))) {
        return Known.unknown(scenario.missing(item));
      }
      domains.add(text);
    }
    return Known.is(domains);
  }

  /** The resource that a {@code Ref}, or a {@code GetAtt} of its ID, names. */
  private Optional<Resource> made(Branch place, String type) {
    return Intrinsic.of(scenario.resolved(place.value()))
        .flatMap(function -> Expressions.dotted(function.argument()))
        .map(name -> name.endsWith(".Id") ? name.substring(0, name.length() - 3) : name)
        .flatMap(scenario::resource)
        .filter(resource -> resource.isOfType(type));
  }

  private static DnsFirewallRule unknown(JsonPath path, String name, String reason) {
    return new DnsFirewallRule(path, name, Known.unknown(reason), Known.unknown(reason));
  }
}
