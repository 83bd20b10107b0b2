package ecraccess.reach.template;

import ecraccess.core.json.JsonPath;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.NetworkAcl;
import ecraccess.reach.model.RouteTable;
import ecraccess.reach.model.RouteTable.Route;
import ecraccess.reach.model.RouteTable.Target;
import ecraccess.reach.model.SecurityGroup;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.model.Vpc;
import ecraccess.reach.model.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes unknown in a network whatever has something about it that nobody reads. It works on the
 * finished network, so that it holds whichever reader made a part.
 */
record UnreadParts(Scenario scenario, Unread unread) {
  static Network in(Network network, Scenario scenario) {
    Unread unread = new Unread(scenario);
    return unread.isEmpty() ? network : new UnreadParts(scenario, unread).in(network);
  }

  private Network in(Network network) {
    return new Network(
        network.region(),
        network.vpcs().stream().map(this::vpc).toList(),
        network.subnets().stream().map(this::subnet).toList(),
        Stream.concat(
                network.routeTables().stream().map(this::routeTable),
                network.subnets().stream().flatMap(this::unknownTable))
            .toList(),
        network.securityGroups().stream().map(this::securityGroup).toList(),
        network.networkAcls().stream().map(this::networkAcl).toList(),
        network.endpoints().stream().map(this::endpoint).toList(),
        Stream.concat(network.workloads().stream().map(this::workload), workloads()).toList(),
        network.assumptions(),
        network.accountId(),
        network.unjudged());
  }

  /** What may answer in place of Amazon's resolver may send a request anywhere. */
  private Vpc vpc(Vpc vpc) {
    return unread
        .of(vpc.id())
        .or(unread::everywhere)
        .map(words ->
            vpc.withUnknownResolver(
                vpc.ownResolver().missing().map(known -> Unread.and(known, words)).orElse(words)))
        .orElse(vpc);
  }

  private Subnet subnet(Subnet subnet) {
    Optional<String> words = unread.of(subnet.id());
    return subnet.with(
        words
            .<Addresses>map(
                missing -> new Addresses.Open("the addresses of " + subnet.id(), missing))
            .orElse(subnet.block()),
        unknownTable(subnet).<Id>map(RouteTable::id).findFirst().orElse(subnet.routeTable()),
        subnet.networkAcl());
  }

  /** The table of the subnet in place of the one that it would have. */
  private Stream<RouteTable> unknownTable(Subnet subnet) {
    return unread
        .of(subnet.id())
        .or(() -> unread.of(subnet.routeTable()))
        .map(missing ->
            new RouteTable(
                new Id.Open("the route table of " + subnet.id(), missing),
                JsonPath.ROOT,
                subnet.vpc(),
                List.of(),
                Optional.of(missing)))
        .stream();
  }

  private RouteTable routeTable(RouteTable table) {
    return new RouteTable(
        table.id(),
        table.path(),
        table.vpc(),
        table.routes().stream()
            .map(route -> new Route(route.path(), route.destination(), target(route.target())))
            .toList(),
        table.unseen().or(() -> unread.of(table.id())));
  }

  private Target target(Target target) {
    return switch (target) {
      case Target.Nat nat ->
          unread
              .of(new Id.Created(nat.name()))
              .or(() -> nat.subnet().flatMap(unread::of))
              .map(nat::withUnknownWay)
              .orElse(nat);
      case Target.InternetGateway gateway ->
          unread
              .of(new Id.Created(gateway.name()))
              .or(unread::toTheInternet)
              .map(gateway::withUnknownAttachment)
              .orElse(gateway);
      default -> target;
    };
  }

  private SecurityGroup securityGroup(SecurityGroup group) {
    return unread
        .of(group.id())
        .map(words ->
            new SecurityGroup(
                group.id(),
                group.path(),
                group.vpc(),
                rules(group.ingress(), words),
                rules(group.egress(), words)))
        .orElse(group);
  }

  private static SecurityGroup.Rules rules(SecurityGroup.Rules rules, String words) {
    return new SecurityGroup.Rules(rules.path(), List.of(), Optional.of(words));
  }

  private NetworkAcl networkAcl(NetworkAcl acl) {
    return unread
        .of(acl.id())
        .map(words -> new NetworkAcl(acl.id(), acl.path(), List.of(), Optional.of(words)))
        .orElse(acl);
  }

  private Endpoint endpoint(Endpoint endpoint) {
    return unread
        .of(new Id.Created(endpoint.name()))
        .or(() -> words(endpoint.subnets()))
        .map(endpoint::withUnknownUse)
        .orElse(endpoint);
  }

  /** No route need be asked for within a VPC, so what is unknown of a subnet is said of its own. */
  private Workload workload(Workload workload) {
    return words(workload.subnets())
        .map(missing -> workload.with(workload.conduct().unread(missing)))
        .orElse(workload);
  }

  private Optional<String> words(List<Id> things) {
    return things.stream()
        .flatMap(thing -> unread.of(thing).stream())
        .distinct()
        .reduce(Unread::and);
  }

  /** What pulls in a way that nobody reads stands beside what is read. */
  private Stream<Workload> workloads() {
    return unread.pulling().stream()
        .map(pulling ->
            Workload.unread(
                pulling.resource().logicalId(),
                scenario.origin(pulling.resource().path()),
                pulling.resource().type(),
                pulling.words()));
  }
}
