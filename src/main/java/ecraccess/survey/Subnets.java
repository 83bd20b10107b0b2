package ecraccess.survey;

import ecraccess.json.Path;
import ecraccess.logic.Known;
import ecraccess.network.Addresses;
import ecraccess.network.Id;
import ecraccess.network.Subnet;
import ecraccess.template.Place;
import ecraccess.template.Resource;
import java.util.List;
import java.util.stream.Stream;

/** Reads the subnets that a template makes, and what it tells of others. */
final class Subnets {
  static final String TYPE = "AWS::EC2::Subnet";
  private static final String ZONE_NAME = "AvailabilityZone";

  private final World world;
  private final Homes homes;
  private final Associations routeTables;
  private final Associations networkAcls;

  /** Whether zones are told by name anywhere: no ID of a zone can be compared with a name. */
  private final boolean namesZones;

  Subnets(World world, Homes homes) {
    this.world = world;
    this.homes = homes;
    this.routeTables = Associations.ofRouteTables(world);
    this.networkAcls = Associations.ofNetworkAcls(world);
    this.namesZones =
        world
            .resources(TYPE)
            .anyMatch(subnet -> world.member(world.properties(subnet), ZONE_NAME).isPresent());
  }

  List<Subnet> all() {
    Stream<Subnet> others =
        Stream.of(homes.subnets(), routeTables.subnets(), networkAcls.subnets())
            .flatMap(ids -> ids)
            .filter(id -> !(id instanceof Id.Created))
            .distinct()
            .map(this::other);
    return Stream.concat(world.resources(TYPE).map(this::read), others).toList();
  }

  private Subnet read(Resource resource) {
    Id id = new Id.Created(resource.logicalId());
    Place properties = world.properties(resource);
    return new Subnet(
        id,
        world.origin(resource.path()),
        world.member(properties, "VpcId").map(world::id).orElseGet(() -> open("the VPC of " + id)),
        zone(id, properties),
        world
            .member(properties, "CidrBlock")
            .map(world::addresses)
            .orElseGet(() ->
                new Addresses.Open(
                    "the addresses of " + id, "the addresses of " + id + ", chosen at deployment")),
        routeTables.of(id),
        networkAcls.of(id),
        mapsPublicIps(resource.logicalId(), properties));
  }

  private Id zone(Id subnet, Place properties) {
    return world
        .member(properties, ZONE_NAME)
        .map(world::id)
        .or(() -> world.member(properties, "AvailabilityZoneId").map(world::id).map(this::zoneId))
        .orElseGet(() ->
            new Id.Open("the zone of " + subnet, "the zone of " + subnet + ", which EC2 chooses"));
  }

  private Id zoneId(Id id) {
    return namesZones && id instanceof Id.Literal
        ? new Id.Open("zone " + id, "the name of zone " + id)
        : id;
  }

  private Known<Boolean> mapsPublicIps(String name, Place properties) {
    return world
        .opaque()
        .reason(name)
        .<Known<Boolean>>map(Known::unknown)
        .orElseGet(() ->
            world
                .member(properties, "MapPublicIpOnLaunch")
                .map(world::bool)
                .orElse(Known.is(false)));
  }

  /** One that is not made here, with what the template associates with it. */
  private Subnet other(Id id) {
    Subnet unknown =
        Subnet.unknown(id, homes.ofSubnet(id).orElseGet(() -> open("the VPC of " + id)));
    return new Subnet(
        id,
        Path.ROOT,
        unknown.vpc(),
        unknown.zone(),
        unknown.block(),
        routeTables.of(id),
        networkAcls.of(id),
        unknown.mapsPublicIps());
  }

  private static Id open(String what) {
    return new Id.Open(what, what);
  }
}
