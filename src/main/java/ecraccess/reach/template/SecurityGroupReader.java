package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.core.net.PortSet;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.SecurityGroup;
import ecraccess.reach.model.SecurityGroup.Peer;
import ecraccess.reach.model.SecurityGroup.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the security groups that a template makes, those that come with others, and what it adds.
 */
final class SecurityGroupReader {
  static final String TYPE = "AWS::EC2::SecurityGroup";
  static final String CLUSTER = "AWS::EKS::Cluster";

  private final Scenario scenario;
  private final VpcMembership homes;
  private final SecurityGroupRuleReader reader;
  private final AssociationIndex ingress;
  private final AssociationIndex egress;
  private final AssociationIndex otherVpcs;

  SecurityGroupReader(Scenario scenario, VpcMembership homes) {
    this.scenario = scenario;
    this.homes = homes;
    this.reader = new SecurityGroupRuleReader(scenario);
    this.ingress =
        new AssociationIndex(scenario, "AWS::EC2::SecurityGroupIngress", "GroupId", "GroupName");
    this.egress = new AssociationIndex(scenario, "AWS::EC2::SecurityGroupEgress", "GroupId");
    this.otherVpcs =
        new AssociationIndex(scenario, "AWS::EC2::SecurityGroupVpcAssociation", "GroupId");
  }

  List<SecurityGroup> all() {
    Stream<SecurityGroup> others =
        Stream.of(homes.groups(), ingress.things(), egress.things())
            .flatMap(ids -> ids)
            .filter(id -> !(id instanceof Id.Created))
            .distinct()
            .map(this::other);
    return Stream.of(
            scenario.resources(TYPE).map(this::made),
            scenario.resources(VpcReader.TYPE).map(this::ofVpc),
            scenario.resources(CLUSTER).map(this::ofCluster),
            others)
        .flatMap(groups -> groups)
        .toList();
  }

  private SecurityGroup made(Resource resource) {
    Id id = new Id.Created(resource.logicalId());
    Branch properties = scenario.properties(resource);
    Optional<String> touched =
        scenario
            .opaque()
            .reason(resource.logicalId())
            .or(() -> scenario.opaque().rulesFromElsewhere(resource.logicalId()));
    ListProperty in = ListProperty.of(scenario, properties, "SecurityGroupIngress");
    return new SecurityGroup(
        id,
        scenario.origin(resource.path()),
        vpc(id, properties),
        rules(
            properties.path().member("SecurityGroupIngress"),
            in.items().stream().map(reader::read).toList(),
            ingress,
            id,
            touched.or(in::unseen)),
        egress(id, properties, touched));
  }

  private Id vpc(Id id, Branch properties) {
    Optional<String> elsewhere =
        otherVpcs.to(id).findFirst().isPresent()
            ? Optional.of("the VPCs that " + id + " is associated with")
            : otherVpcs.doubt(id);
    return elsewhere
        .<Id>map(reason -> new Id.Open("the VPC of " + id, reason))
        .orElseGet(() ->
            scenario
                .member(properties, "VpcId")
                .map(scenario::id)
                .orElseGet(() -> new Id.Open("the default VPC", "the ID of the default VPC")));
  }

  private SecurityGroup.Rules egress(Id id, Branch properties, Optional<String> touched) {
    JsonPath path = properties.path().member("SecurityGroupEgress");
    Optional<Branch> written = scenario.member(properties, "SecurityGroupEgress");
    if (written.isEmpty() && egress.to(id).findFirst().isEmpty()) {
      return rules(
          path,
          List.of(SecurityGroupRuleReader.everywhere(properties, scenario)),
          egress,
          id,
          touched);
    }
    // Documentation and practice disagree whether rules that stand alone, or an empty list, replace
    // the rule that EC2 makes.
    Optional<String> first =
        written.isEmpty() || SecurityGroupRuleReader.isEmptyList(written.get())
            ? Optional.of("whether EC2's rule that lets everything out of " + id + " stays")
            : Optional.empty();
    ListProperty out = ListProperty.of(scenario, properties, "SecurityGroupEgress");
    return rules(
        path,
        out.items().stream().map(reader::read).toList(),
        egress,
        id,
        touched.or(() -> first).or(out::unseen));
  }

  private SecurityGroup.Rules rules(
      JsonPath path, List<Rule> inline, AssociationIndex alone, Id id, Optional<String> unseen) {
    List<Rule> all = new ArrayList<>(inline);
    alone.to(id).map(reader::read).forEach(all::add);
    return new SecurityGroup.Rules(
        path.equals(JsonPath.ROOT) ? path : scenario.origin(path),
        all,
        unseen.or(() -> alone.doubt(id)));
  }

  /** The one that a VPC comes with: open to itself, and to everywhere (VPC User Guide). */
  private SecurityGroup ofVpc(Resource vpc) {
    return companion(vpc, "DefaultSecurityGroup", new Id.Created(vpc.logicalId()));
  }

  /** The one that EKS makes for a cluster: the same rules (EKS User Guide, security groups). */
  private SecurityGroup ofCluster(Resource cluster) {
    Id vpc =
        scenario
            .member(scenario.properties(cluster), "ResourcesVpcConfig")
            .flatMap(config -> scenario.ids(config, "SubnetIds").stream().findFirst())
            .map(this::vpcOfSubnet)
            .orElseGet(() -> vpcOf(new Id.Created(cluster.logicalId())));
    return companion(cluster, "ClusterSecurityGroupId", vpc);
  }

  private Id vpcOfSubnet(Id subnet) {
    return scenario
        .resource(subnet.toString())
        .filter(resource -> resource.isOfType(SubnetReader.TYPE) && subnet instanceof Id.Created)
        .flatMap(resource -> scenario.member(scenario.properties(resource), "VpcId"))
        .map(scenario::id)
        .or(() -> homes.ofSubnet(subnet))
        .orElseGet(() -> vpcOf(subnet));
  }

  private static Id vpcOf(Id thing) {
    return new Id.Open("the VPC of " + thing, "the VPC of " + thing);
  }

  private SecurityGroup companion(Resource resource, String attribute, Id vpc) {
    Id id = new Id.Created(resource.logicalId() + "." + attribute);
    Optional<String> touched = scenario.opaque().reason(id.toString());
    Branch place = scenario.properties(resource);
    Rule itself =
        new Rule(scenario.origin(resource.path()), Known.is(PortSet.ALL), new Peer.Group(id));
    // Others take these rules away as often as they add some.
    List<Rule> in = touched.isPresent() ? List.of() : List.of(itself);
    List<Rule> out =
        touched.isPresent()
            ? List.of()
            : List.of(SecurityGroupRuleReader.everywhere(place, scenario));
    return new SecurityGroup(
        id,
        scenario.origin(resource.path()),
        vpc,
        rules(resource.path(), in, ingress, id, touched),
        rules(resource.path(), out, egress, id, touched));
  }

  /** One that is not made here, with what the template adds to it. */
  private SecurityGroup other(Id id) {
    SecurityGroup unknown = SecurityGroup.unknown(id);
    return new SecurityGroup(
        id,
        JsonPath.ROOT,
        homes.ofGroup(id).orElse(unknown.vpc()),
        rules(JsonPath.ROOT, List.of(), ingress, id, unknown.ingress().unseen()),
        rules(JsonPath.ROOT, List.of(), egress, id, unknown.egress().unseen()));
  }
}
