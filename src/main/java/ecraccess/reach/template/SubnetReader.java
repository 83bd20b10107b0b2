package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Subnet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the subnets that a template makes, and what it tells of others. */
final class SubnetReader {
  static final String TYPE = "AWS::EC2::Subnet";
  private static final String ZONE_NAME = "AvailabilityZone";

  private final Scenario scenario;
  private final VpcMembership homes;
  private final Associations routeTables;
  private final Associations networkAcls;
  private final AssociationIndex ipv6Blocks;
  private final BlockPublicAccessReader blockPublicAccess;

  /** Whether zones are told by name anywhere: no ID of a zone can be compared with a name. */
  private final boolean namesZones;

  SubnetReader(Scenario scenario, VpcMembership homes) {
    this.scenario = scenario;
    this.homes = homes;
    this.routeTables = Associations.ofRouteTables(scenario);
    this.networkAcls = Associations.ofNetworkAcls(scenario);
    this.ipv6Blocks = new AssociationIndex(scenario, "AWS::EC2::SubnetCidrBlock", "SubnetId");
    this.blockPublicAccess = new BlockPublicAccessReader(scenario);
    this.namesZones =
        scenario
            .resources(TYPE)
            .anyMatch(
                subnet -> scenario.member(scenario.properties(subnet), ZONE_NAME).isPresent());
  }

  List<Subnet> all() {
    Stream<Subnet> others =
        Stream.of(homes.subnets(), routeTables.subnets(), networkAcls.subnets())
            .flatMap(ids -> ids)
            .filter(id -> !(id instanceof Id.Created))
            .distinct()
            .map(this::other);
    return Stream.concat(scenario.resources(TYPE).map(this::read), others).toList();
  }

  private Subnet read(Resource resource) {
    Id id = new Id.Created(resource.logicalId());
    Branch properties = scenario.properties(resource);
    Id vpc =
        scenario
            .member(properties, "VpcId")
            .map(scenario::id)
            .orElseGet(() -> open("the VPC of " + id));
    return new Subnet(
        id,
        scenario.origin(resource.path()),
        vpc,
        zone(id, properties),
        block(id, properties),
        hasIpv6(id, properties),
        routeTables.of(id),
        networkAcls.of(id),
        mapsPublicIps(resource.logicalId(), properties),
        scenario.member(properties, "EnableDns64").map(scenario::bool).orElse(Known.is(false)),
        blockPublicAccess.of(id, vpc));
  }

  private Known<Boolean> hasIpv6(Id id, Branch properties) {
    boolean written =
        Stream.of("Ipv6CidrBlock", "Ipv6IpamPoolId", "Ipv6NetmaskLength")
            .anyMatch(name -> scenario.member(properties, name).isPresent());
    return written || ipv6Blocks.to(id).findFirst().isPresent()
        ? Known.is(true)
        : ipv6Blocks
            .doubt(id)
            .or(() -> scenario.opaque().reason(id.toString()))
            .<Known<Boolean>>map(Known::unknown)
            .orElse(Known.is(false));
  }

  private Addresses block(Id id, Branch properties) {
    boolean ipv6Only =
        scenario
            .member(properties, "Ipv6Native")
            .map(scenario::bool)
            .equals(Optional.of(Known.is(true)));
    return ipv6Only
        ? new Addresses.OpenIpv6("the IPv6 addresses of " + id)
        : scenario
            .member(properties, "CidrBlock")
            .map(scenario::addresses)
            .orElseGet(() ->
                new Addresses.Open(
                    "the addresses of " + id, "the addresses of " + id + ", chosen at deployment"));
  }

  private Id zone(Id subnet, Branch properties) {
    return scenario
        .member(properties, ZONE_NAME)
        .map(scenario::id)
        .or(() ->
            scenario.member(properties, "AvailabilityZoneId").map(scenario::id).map(this::zoneId))
        .orElseGet(() ->
            new Id.Open("the zone of " + subnet, "the zone of " + subnet + ", which EC2 chooses"));
  }

  private Id zoneId(Id id) {
    return namesZones && id instanceof Id.Literal
        ? new Id.Open("zone " + id, "the name of zone " + id)
        : id;
  }

  private Known<Boolean> mapsPublicIps(String name, Branch properties) {
    return scenario
        .opaque()
        .reason(name)
        .<Known<Boolean>>map(Known::unknown)
        .orElseGet(() ->
            scenario
                .member(properties, "MapPublicIpOnLaunch")
                .map(scenario::bool)
                .orElse(Known.is(false)));
  }

  /** One that is not made here, with what the template associates with it. */
  private Subnet other(Id id) {
    Subnet unknown =
        Subnet.unknown(id, homes.ofSubnet(id).orElseGet(() -> open("the VPC of " + id)));
    return new Subnet(
        id,
        JsonPath.ROOT,
        unknown.vpc(),
        unknown.zone(),
        unknown.block(),
        unknown.hasIpv6(),
        routeTables.of(id),
        networkAcls.of(id),
        unknown.mapsPublicIps(),
        unknown.dns64(),
        blockPublicAccess.of(id, unknown.vpc()));
  }

  private static Id open(String what) {
    return new Id.Open(what, what);
  }
}
