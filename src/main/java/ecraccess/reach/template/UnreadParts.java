package ecraccess.reach.template;

import ecraccess.core.logic.Known;
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
        network.routeTables().stream().map(this::routeTable).toList(),
        network.securityGroups().stream().map(this::securityGroup).toList(),
        network.networkAcls().stream().map(this::networkAcl).toList(),
        network.endpoints().stream().map(this::endpoint).toList(),
        Stream.concat(network.workloads().stream(), workloads()).toList(),
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
            new Vpc(
                vpc.id(),
                vpc.path(),
                vpc.dnsSupport(),
                vpc.dnsHostnames(),
                vpc.blocks(),
                vpc.ownResolver().missing().isPresent() ? vpc.ownResolver() : Known.unknown(words),
                vpc.nameSources(),
                vpc.dnsFirewall(),
                vpc.unseenZones(),
                vpc.unseen()))
        .orElse(vpc);
  }

  private Subnet subnet(Subnet subnet) {
    Optional<String> words = unread.of(subnet.id());
    return new Subnet(
        subnet.id(),
        subnet.path(),
        subnet.vpc(),
        subnet.zone(),
        words
            .<Addresses>map(
                missing -> new Addresses.Open("the addresses of " + subnet.id(), missing))
            .orElse(subnet.block()),
        subnet.hasIpv6(),
        words
            .or(() -> unread.of(subnet.routeTable()))
            .<Id>map(missing -> new Id.Open("the route table of " + subnet.id(), missing))
            .orElse(subnet.routeTable()),
        unread
            .of(subnet.networkAcl())
            .<Id>map(missing -> new Id.Open("the network ACL of " + subnet.id(), missing))
            .orElse(subnet.networkAcl()),
        subnet.mapsPublicIps(),
        subnet.dns64(),
        subnet.internet());
  }

  /** Tables of NAT gateways' subnets are asked for by themselves. */
  private RouteTable routeTable(RouteTable table) {
    boolean leadsOut =
        table.routes().stream().anyMatch(route -> route.target() instanceof Target.InternetGateway);
    Optional<String> words =
        unread.of(table.id()).or(() -> leadsOut ? unread.toTheInternet() : Optional.empty());
    return new RouteTable(
        table.id(),
        table.path(),
        table.vpc(),
        table.routes().stream()
            .filter(route -> words.isEmpty() || !(route.target() instanceof Target.InternetGateway))
            .map(this::route)
            .toList(),
        table.unseen().or(() -> words));
  }

  private Route route(Route route) {
    return route.target() instanceof Target.Nat nat
        ? unread
            .of(new Id.Created(nat.name()))
            .map(words ->
                new Route(
                    route.path(),
                    route.destination(),
                    new Target.Nat(
                        nat.name(),
                        nat.path(),
                        nat.subnet(),
                        Known.unknown(words),
                        nat.hasAddress(),
                        nat.gateway())))
            .orElse(route)
        : route;
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
        .map(words ->
            new Endpoint(
                endpoint.name(),
                endpoint.path(),
                endpoint.maker(),
                endpoint.serviceName(),
                endpoint.service(),
                endpoint.inRegion(),
                endpoint.type(),
                endpoint.vpc(),
                endpoint.subnets(),
                endpoint.onePerZone(),
                endpoint.groups(),
                endpoint.routeTables(),
                endpoint.privateDns(),
                endpoint.policy(),
                Known.unknown(words),
                endpoint.paths()))
        .orElse(endpoint);
  }

  /** What pulls in a way that nobody reads stands beside what is read. */
  private Stream<Workload> workloads() {
    return unread.pulling().stream()
        .map(pulling ->
            Ec2Instance.unknown(pulling.resource().logicalId(), pulling.words())
                .workload(
                    pulling.resource().logicalId(),
                    scenario.origin(pulling.resource().path()),
                    "what it starts",
                    List.of(),
                    List.of()));
  }
}
