package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Subnet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells which route table or network ACL a subnet has. */
final class Associations {
  private final Scenario scenario;
  private final AssociationIndex associations;
  private final String property;
  private final String what;
  private final String standard;
  private final Function<Subnet, Id> otherwise;

  private Associations(
      Scenario scenario,
      String type,
      String property,
      String what,
      String standard,
      Function<Subnet, Id> otherwise) {
    this.scenario = scenario;
    this.associations = new AssociationIndex(scenario, type, "SubnetId");
    this.property = property;
    this.what = what;
    this.standard = standard;
    this.otherwise = otherwise;
  }

  static Associations ofRouteTables(Scenario scenario) {
    return new Associations(
        scenario,
        "AWS::EC2::SubnetRouteTableAssociation",
        "RouteTableId",
        "route table",
        RouteTableReader.MAIN,
        Subnet::routeTable);
  }

  static Associations ofNetworkAcls(Scenario scenario) {
    return new Associations(
        scenario,
        "AWS::EC2::SubnetNetworkAclAssociation",
        "NetworkAclId",
        "network ACL",
        "DefaultNetworkAcl",
        Subnet::networkAcl);
  }

  /** The subnets that the template associates. */
  Stream<Id> subnets() {
    return associations.things();
  }

  /** What the subnet has: what is associated with it, or else its VPC's own. */
  Id of(Id subnet) {
    List<Id> explicit = associations.to(subnet).map(this::target).distinct().toList();
    if (explicit.size() == 1) {
      return explicit.getFirst();
    }
    Optional<String> doubt =
        explicit.isEmpty()
            ? associations.doubt(subnet).or(() -> scenario.opaque().reason(subnet.toString()))
            : Optional.of("which of its associations %s has".formatted(subnet));
    return doubt
        .<Id>map(reason -> new Id.Open("the %s of %s".formatted(what, subnet), reason))
        .orElseGet(() -> implicit(subnet));
  }

  private Id target(Branch association) {
    return scenario
        .member(association, property)
        .map(scenario::id)
        .orElseGet(() -> new Id.Open("a " + what, "the value of " + property));
  }

  private Id implicit(Id subnet) {
    Optional<Resource> made =
        subnet instanceof Id.Created(String name)
            ? scenario.resource(name).filter(r -> r.isOfType("AWS::EC2::Subnet"))
            : Optional.empty();
    return made.flatMap(resource -> scenario.member(scenario.properties(resource), "VpcId"))
        .map(scenario::id)
        .map(this::ofVpc)
        .orElseGet(() -> otherwise.apply(Subnet.unknown(subnet, subnet)));
  }

  /** The one of subnets that are associated with none. */
  private Id ofVpc(Id vpc) {
    String main = standard.equals(RouteTableReader.MAIN) ? "main" : "default";
    String text = "the %s %s of %s".formatted(main, what, vpc);
    return vpc instanceof Id.Created(String name)
        ? new Id.Created(name + "." + standard)
        : new Id.Open(text, text + ", which is not in the template");
  }
}
