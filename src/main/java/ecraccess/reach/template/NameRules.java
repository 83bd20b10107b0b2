package ecraccess.reach.template;

import ecraccess.core.aws.Partition;
import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.eval.ScalarText;
import ecraccess.core.logic.Answer;
import ecraccess.reach.model.Id;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may answer for hosts of AWS in a VPC in place of their public names: private hosted zones,
 * forwarding rules, Route 53 profiles. They are how endpoints without private DNS, or of another
 * VPC, are put to use.
 */
final class NameRules {
  /** The domain of AWS's dual-stack hosts, in every partition's regions. */
  private static final String DUAL_STACK = "aws";

  private final Scenario scenario;

  NameRules(Scenario scenario) {
    this.scenario = scenario;
  }

  /** What nobody here knows the answers of, as a noun phrase; empty where Amazon's count. */
  Optional<String> doubt(Id vpc) {
    return Stream.of(zones(vpc), forwarders(vpc), profiles(vpc))
        .flatMap(names -> names)
        .findFirst()
        .map(name -> "what %s answers in %s for hosts of AWS".formatted(name, vpc));
  }

  private Stream<String> zones(Id vpc) {
    return scenario
        .resources("AWS::Route53::HostedZone")
        .filter(zone -> isOfAws(scenario.member(scenario.properties(zone), "Name")))
        .filter(zone ->
            ListProperty.of(scenario, scenario.properties(zone), "VPCs").items().stream()
                .anyMatch(item -> isAbout(item, "VPCId", vpc)))
        .map(Resource::logicalId);
  }

  private Stream<String> forwarders(Id vpc) {
    return scenario
        .resources("AWS::Route53Resolver::ResolverRuleAssociation")
        .filter(association -> isAbout(scenario.properties(association), "VPCId", vpc))
        .filter(association ->
            scenario
                .member(scenario.properties(association), "ResolverRuleId")
                .flatMap(rule -> Intrinsic.of(scenario.resolved(rule.value())))
                .flatMap(function -> Expressions.dotted(function.argument()))
                .flatMap(name -> scenario.resource(name.split("\\.", -1)[0]))
                .map(rule -> isOfAws(scenario.member(scenario.properties(rule), "DomainName")))
                .orElse(true))
        .map(Resource::logicalId);
  }

  private Stream<String> profiles(Id vpc) {
    return scenario
        .resources("AWS::Route53Profiles::ProfileAssociation")
        .filter(association -> isAbout(scenario.properties(association), "ResourceId", vpc))
        .map(Resource::logicalId);
  }

  private boolean isAbout(Branch place, String property, Id vpc) {
    return scenario.member(place, property).map(scenario::id).map(vpc::same).orElse(Answer.MAYBE)
        == Answer.YES;
  }

  /** Whether hosts of AWS may be among the names; what nobody knows may be any. */
  private boolean isOfAws(Optional<Branch> name) {
    return name.flatMap(place -> ScalarText.text(scenario.resolved(place.value())))
        .map(this::isOfAws)
        .orElse(true);
  }

  private boolean isOfAws(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    String domain = plain.isEmpty() ? "" : "." + plain;
    String suffix = Partition.of(scenario.context().region()).urlSuffix();
    return Stream.of(suffix, DUAL_STACK)
        .map(aws -> "." + aws)
        .anyMatch(aws -> domain.endsWith(aws) || aws.endsWith(domain));
  }
}
