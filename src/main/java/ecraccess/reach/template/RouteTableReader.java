package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.logic.Answer;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.RouteTable;
import ecraccess.reach.model.RouteTable.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the route tables that a template makes, and what it adds to others. */
final class RouteTableReader {
  static final String TYPE = "AWS::EC2::RouteTable";

  /** How we name the table that a VPC comes with; CloudFormation has no name for it. */
  static final String MAIN = "MainRouteTable";

  private final Scenario scenario;
  private final VpcMembership homes;
  private final AssociationIndex routes;
  private final RouteReader reader;

  RouteTableReader(Scenario scenario, VpcMembership homes) {
    this.scenario = scenario;
    this.homes = homes;
    this.routes = new AssociationIndex(scenario, "AWS::EC2::Route", "RouteTableId");
    this.reader = new RouteReader(scenario);
  }

  List<RouteTable> all() {
    Stream<RouteTable> others =
        Stream.concat(homes.routeTables(), routes.things())
            .filter(id -> !(id instanceof Id.Created))
            .distinct()
            .map(this::other);
    return Stream.of(
            scenario.resources(TYPE).map(this::made),
            scenario.resources(VpcReader.TYPE).map(this::main),
            others)
        .flatMap(tables -> tables)
        .toList();
  }

  private RouteTable made(Resource resource) {
    Id id = new Id.Created(resource.logicalId());
    Id vpc =
        scenario
            .member(scenario.properties(resource), "VpcId")
            .map(scenario::id)
            .orElseGet(() -> vpcOf(id));
    return new RouteTable(
        id,
        scenario.origin(resource.path()),
        vpc,
        routesOf(id, vpc),
        unseen(id, resource.logicalId()));
  }

  private RouteTable main(Resource vpc) {
    Id id = new Id.Created(vpc.logicalId() + "." + MAIN);
    return new RouteTable(
        id,
        scenario.origin(vpc.path()),
        new Id.Created(vpc.logicalId()),
        routesOf(id, new Id.Created(vpc.logicalId())),
        unseen(id, id.toString()));
  }

  private RouteTable other(Id id) {
    RouteTable unknown = RouteTable.unknown(id, homes.ofRouteTable(id).orElseGet(() -> vpcOf(id)));
    return new RouteTable(
        id, unknown.path(), unknown.vpc(), routesOf(id, unknown.vpc()), unknown.unseen());
  }

  private static Id vpcOf(Id table) {
    return new Id.Open("the VPC of " + table, "the VPC of " + table);
  }

  private List<Route> routesOf(Id table, Id vpc) {
    return routes.to(table).map(route -> reader.read(route, vpc)).toList();
  }

  private Optional<String> unseen(Id table, String name) {
    return scenario.opaque().reason(name).or(() -> routes.doubt(table)).or(() -> propagated(table));
  }

  /** What a virtual private gateway or a route server learns from others. */
  private Optional<String> propagated(Id table) {
    return Stream.of("AWS::EC2::VPNGatewayRoutePropagation", "AWS::EC2::RouteServerPropagation")
        .flatMap(type ->
            Stream.concat(
                scenario.resources(type), scenario.unsure(type).map(Inventory.Unsure::resource)))
        .filter(resource -> mayName(scenario.properties(resource), table))
        .map(resource -> "the routes that " + resource.logicalId() + " propagates")
        .findFirst();
  }

  private boolean mayName(Branch properties, Id table) {
    return Stream.concat(
            scenario.ids(properties, "RouteTableIds").stream(),
            scenario.member(properties, "RouteTableId").map(scenario::id).stream())
        .anyMatch(id -> id.same(table) != Answer.NO);
  }
}
