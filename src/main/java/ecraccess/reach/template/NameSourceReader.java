package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.logic.Answer;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.NameSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may answer for hosts in a VPC in place of their public names: private hosted zones,
 * forwarding rules, Route 53 profiles. They are how endpoints without private DNS, or of another
 * VPC, are put to use.
 */
final class NameSourceReader {
  private static final String ZONE = "AWS::Route53::HostedZone";
  private static final String FORWARDER = "AWS::Route53Resolver::ResolverRuleAssociation";
  private static final String PROFILE = "AWS::Route53Profiles::ProfileAssociation";

  private final Scenario scenario;

  NameSourceReader(Scenario scenario) {
    this.scenario = scenario;
  }

  List<NameSource> of(Id vpc) {
    Stream<NameSource> certain =
        Stream.of(
                scenario.resources(ZONE).filter(zone -> isOf(zone, vpc)).map(this::zone),
                scenario
                    .resources(FORWARDER)
                    .filter(association -> isAbout(association, "VPCId", vpc))
                    .map(this::forwarder),
                scenario
                    .resources(PROFILE)
                    .filter(association -> isAbout(association, "ResourceId", vpc))
                    .map(profile -> new NameSource(profile.logicalId(), Known.is(""))))
            .flatMap(sources -> sources);
    Stream<NameSource> unsure =
        Stream.of(ZONE, FORWARDER, PROFILE)
            .flatMap(scenario::unsure)
            .map(one -> new NameSource(one.resource().logicalId(), Known.unknown(one.reason())));
    return Stream.concat(certain, unsure).toList();
  }

  private boolean isOf(Resource zone, Id vpc) {
    return ListProperty.of(scenario, scenario.properties(zone), "VPCs").items().stream()
        .anyMatch(item -> isAbout(item, "VPCId", vpc));
  }

  private NameSource zone(Resource zone) {
    return new NameSource(
        zone.logicalId(),
        domain(zone.logicalId(), scenario.member(scenario.properties(zone), "Name")));
  }

  private NameSource forwarder(Resource association) {
    Optional<Branch> domain =
        scenario
            .member(scenario.properties(association), "ResolverRuleId")
            .flatMap(rule -> Intrinsic.of(scenario.resolved(rule.value())))
            .flatMap(function -> Expressions.dotted(function.argument()))
            .flatMap(name -> scenario.resource(name.split("\\.", -1)[0]))
            .flatMap(rule -> scenario.member(scenario.properties(rule), "DomainName"));
    return new NameSource(association.logicalId(), domain(association.logicalId(), domain));
  }

  /** The root is written as a dot. */
  private Known<String> domain(String name, Optional<Branch> written) {
    return written
        .map(scenario::text)
        .map(domain -> domain.map(text -> text.equals(".") ? "" : text))
        .orElseGet(() -> Known.unknown("the names that " + name + " answers for"));
  }

  private boolean isAbout(Resource resource, String property, Id vpc) {
    return isAbout(scenario.properties(resource), property, vpc);
  }

  private boolean isAbout(Branch place, String property, Id vpc) {
    return scenario.member(place, property).map(scenario::id).map(vpc::same).orElse(Answer.MAYBE)
        == Answer.YES;
  }
}
