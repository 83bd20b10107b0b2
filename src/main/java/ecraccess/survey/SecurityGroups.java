package ecraccess.survey;

import ecraccess.json.Path;
import ecraccess.logic.Known;
import ecraccess.network.Id;
import ecraccess.network.Ports;
import ecraccess.network.SecurityGroup;
import ecraccess.network.SecurityGroup.Peer;
import ecraccess.network.SecurityGroup.Rule;
import ecraccess.template.Place;
import ecraccess.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the security groups that a template makes, those that come with others, and what it adds.
 */
final class SecurityGroups {
  static final String TYPE = "AWS::EC2::SecurityGroup";
  static final String CLUSTER = "AWS::EKS::Cluster";

  private final World world;
  private final Homes homes;
  private final Rules reader;
  private final Attached ingress;
  private final Attached egress;
  private final Attached otherVpcs;

  SecurityGroups(World world, Homes homes) {
    this.world = world;
    this.homes = homes;
    this.reader = new Rules(world);
    this.ingress = new Attached(world, "AWS::EC2::SecurityGroupIngress", "GroupId", "GroupName");
    this.egress = new Attached(world, "AWS::EC2::SecurityGroupEgress", "GroupId");
    this.otherVpcs = new Attached(world, "AWS::EC2::SecurityGroupVpcAssociation", "GroupId");
  }

  List<SecurityGroup> all() {
    Stream<SecurityGroup> others =
        Stream.of(homes.groups(), ingress.things(), egress.things())
            .flatMap(ids -> ids)
            .filter(id -> !(id instanceof Id.Created))
            .distinct()
            .map(this::other);
    return Stream.of(
            world.resources(TYPE).map(this::made),
            world.resources(Vpcs.TYPE).map(this::ofVpc),
            world.resources(CLUSTER).map(this::ofCluster),
            others)
        .flatMap(groups -> groups)
        .toList();
  }

  private SecurityGroup made(Resource resource) {
    Id id = new Id.Created(resource.logicalId());
    Place properties = world.properties(resource);
    Optional<String> touched = world.opaque().reason(resource.logicalId());
    Listed in = Listed.of(world, properties, "SecurityGroupIngress");
    return new SecurityGroup(
        id,
        world.origin(resource.path()),
        vpc(id, properties),
        rules(
            properties.path().member("SecurityGroupIngress"),
            in.items().stream().map(reader::read).toList(),
            ingress,
            id,
            touched.or(in::unseen)),
        egress(id, properties, touched));
  }

  private Id vpc(Id id, Place properties) {
    Optional<String> elsewhere =
        otherVpcs.to(id).findFirst().isPresent()
            ? Optional.of("the VPCs that " + id + " is associated with")
            : otherVpcs.doubt(id);
    return elsewhere
        .<Id>map(reason -> new Id.Open("the VPC of " + id, reason))
        .orElseGet(() ->
            world
                .member(properties, "VpcId")
                .map(world::id)
                .orElseGet(() -> new Id.Open("the default VPC", "the ID of the default VPC")));
  }

  private SecurityGroup.Rules egress(Id id, Place properties, Optional<String> touched) {
    Path path = properties.path().member("SecurityGroupEgress");
    Optional<Place> written = world.member(properties, "SecurityGroupEgress");
    if (written.isEmpty() && egress.to(id).findFirst().isEmpty()) {
      return rules(path, List.of(Rules.everywhere(properties, world)), egress, id, touched);
    }
    // Documentation and practice disagree whether rules that stand alone, or an empty list, replace
    // the rule that EC2 makes.
    Optional<String> first =
        written.isEmpty() || Rules.isEmptyList(written.get())
            ? Optional.of("whether EC2's rule that lets everything out of " + id + " stays")
            : Optional.empty();
    Listed out = Listed.of(world, properties, "SecurityGroupEgress");
    return rules(
        path,
        out.items().stream().map(reader::read).toList(),
        egress,
        id,
        touched.or(() -> first).or(out::unseen));
  }

  private SecurityGroup.Rules rules(
      Path path, List<Rule> inline, Attached alone, Id id, Optional<String> unseen) {
    List<Rule> all = new ArrayList<>(inline);
    alone.to(id).map(reader::read).forEach(all::add);
    return new SecurityGroup.Rules(
        path.equals(Path.ROOT) ? path : world.origin(path), all, unseen.or(() -> alone.doubt(id)));
  }

  /** The one that a VPC comes with: open to itself, and to everywhere (VPC User Guide). */
  private SecurityGroup ofVpc(Resource vpc) {
    return companion(vpc, "DefaultSecurityGroup", new Id.Created(vpc.logicalId()));
  }

  /** The one that EKS makes for a cluster: the same rules (EKS User Guide, security groups). */
  private SecurityGroup ofCluster(Resource cluster) {
    Id vpc =
        world
            .member(world.properties(cluster), "ResourcesVpcConfig")
            .flatMap(config -> world.ids(config, "SubnetIds").stream().findFirst())
            .map(this::vpcOfSubnet)
            .orElseGet(() -> vpcOf(new Id.Created(cluster.logicalId())));
    return companion(cluster, "ClusterSecurityGroupId", vpc);
  }

  private Id vpcOfSubnet(Id subnet) {
    return world
        .resource(subnet.toString())
        .filter(resource -> resource.isOfType(Subnets.TYPE) && subnet instanceof Id.Created)
        .flatMap(resource -> world.member(world.properties(resource), "VpcId"))
        .map(world::id)
        .or(() -> homes.ofSubnet(subnet))
        .orElseGet(() -> vpcOf(subnet));
  }

  private static Id vpcOf(Id thing) {
    return new Id.Open("the VPC of " + thing, "the VPC of " + thing);
  }

  private SecurityGroup companion(Resource resource, String attribute, Id vpc) {
    Id id = new Id.Created(resource.logicalId() + "." + attribute);
    Optional<String> touched = world.opaque().reason(id.toString());
    Place place = world.properties(resource);
    Rule itself = new Rule(world.origin(resource.path()), Known.is(Ports.ALL), new Peer.Group(id));
    // Others take these rules away as often as they add some.
    List<Rule> in = touched.isPresent() ? List.of() : List.of(itself);
    List<Rule> out = touched.isPresent() ? List.of() : List.of(Rules.everywhere(place, world));
    return new SecurityGroup(
        id,
        world.origin(resource.path()),
        vpc,
        rules(resource.path(), in, ingress, id, touched),
        rules(resource.path(), out, egress, id, touched));
  }

  /** One that is not made here, with what the template adds to it. */
  private SecurityGroup other(Id id) {
    SecurityGroup unknown = SecurityGroup.unknown(id);
    return new SecurityGroup(
        id,
        Path.ROOT,
        homes.ofGroup(id).orElse(unknown.vpc()),
        rules(Path.ROOT, List.of(), ingress, id, unknown.ingress().unseen()),
        rules(Path.ROOT, List.of(), egress, id, unknown.egress().unseen()));
  }
}
