package ecraccess.live.network;

import ecraccess.core.json.Json;
import ecraccess.live.lookup.Account;
import ecraccess.live.lookup.NetworkRequest;
import ecraccess.live.lookup.Obstacle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers that a stack takes from the network. */
public record NetworkAnswers(NetworkRequest request, VpcSnapshot facts) {

  /** Every answer that is known, by its attribute's name. */
  public Json.Obj data() {
    Map<String, Json> data = new LinkedHashMap<>();
    put(data, "RouteTableIds", routeTables().map(NetworkAnswers::list));
    put(data, "SubnetIds", Optional.of(subnets()).map(NetworkAnswers::list));
    Optional<Account.Vpc> vpc = facts.vpc().value().flatMap(found -> found);
    put(data, "VpcCidrBlock", vpc.map(Account.Vpc::blocks).flatMap(NetworkAnswers::first));
    put(data, "VpcCidrBlocks", vpc.map(Account.Vpc::blocks).map(NetworkAnswers::list));
    put(data, "VpcIpv6CidrBlock", vpc.map(Account.Vpc::ipv6Blocks).flatMap(NetworkAnswers::first));
    put(data, "S3PrefixListId", facts.s3PrefixList().value().flatMap(id -> id.map(Json.Str::new)));
    return new Json.Obj(data);
  }

  /** What the stack needs and does not get. */
  public List<Obstacle> reasons() {
    List<Obstacle> reasons = new ArrayList<>();
    boolean wanted =
        request.routeTables().isEmpty()
            && request.gateways().anyMatch(gateway -> gateway.routeTables().isEmpty());
    if (wanted && routeTables().isEmpty()) {
      reasons.add(
          new Obstacle(
              request.path("RouteTableIds", request.vpc()),
              "expected the route tables of %s, found %s; name them here, or grant the permission"
                  .formatted(
                      String.join(", ", request.subnets()),
                      facts.routeTables().missing().orElse("none"))));
    }
    if (!request.subnets().isEmpty() && subnets().isEmpty()) {
      reasons.add(noZone());
    }
    return reasons;
  }

  /**
   * The tables of the given subnets, in their order, each once: a subnet that no table is
   * associated with has the VPC's main one. Empty where one of them is not known.
   */
  Optional<List<String>> routeTables() {
    Set<String> tables = new LinkedHashSet<>();
    for (String subnet : request.subnets()) {
      Optional<String> table = routeTable(subnet).map(Account.RouteTable::id);
      if (table.isEmpty()) {
        return Optional.empty();
      }
      tables.add(table.get());
    }
    return Optional.of(List.copyOf(tables)).filter(found -> !found.isEmpty());
  }

  Optional<Account.RouteTable> routeTable(String subnet) {
    List<Account.RouteTable> tables =
        VpcSnapshot.all(facts.routeTables())
            .filter(table -> table.vpc().equals(request.vpc()))
            .toList();
    return tables.stream()
        .filter(table -> table.isOf(subnet))
        .findFirst()
        .or(() -> tables.stream().filter(Account.RouteTable::main).findFirst());
  }

  /**
   * The first given subnet of each zone that every interface service supports. A service, or a
   * subnet, that nothing is known of rules out nothing.
   */
  public List<String> subnets() {
    Map<String, String> byZone = new LinkedHashMap<>();
    for (String id : request.subnets()) {
      Optional<Account.Subnet> subnet = facts.subnet(id);
      if (subnet.map(this::isServed).orElse(true)) {
        byZone.putIfAbsent(subnet.map(Account.Subnet::zoneId).orElse(id), id);
      }
    }
    return List.copyOf(byZone.values());
  }

  /** The zones that some of the services leave out, for whoever wonders where a subnet went. */
  public List<String> notes() {
    return request.subnets().stream()
        .flatMap(id -> facts.subnet(id).stream())
        .filter(subnet -> !isServed(subnet))
        .map(subnet ->
            "%s gets no interface: %s not in its zone %s"
                .formatted(subnet.id(), areIs(absentFrom(subnet)), subnet.zoneId()))
        .toList();
  }

  private boolean isServed(Account.Subnet subnet) {
    return interfaceServices().allMatch(service -> service.serves(subnet));
  }

  /** Of the two entries for s3 the one of the right type. */
  private Stream<Account.EndpointService> interfaceServices() {
    List<String> names =
        request.interfaces().map(planned -> request.fullName(planned.service())).toList();
    return VpcSnapshot.all(facts.services())
        .filter(service -> service.isInterface() && names.contains(service.name()));
  }

  private List<String> absentFrom(Account.Subnet subnet) {
    return interfaceServices()
        .filter(service -> !service.serves(subnet))
        .map(Account.EndpointService::name)
        .toList();
  }

  private Obstacle noZone() {
    String services =
        interfaceServices().map(Account.EndpointService::name).collect(Collectors.joining(", "));
    Set<String> zones =
        interfaceServices()
            .flatMap(Account.EndpointService::places)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    interfaceServices().map(service -> service.places().toList()).forEach(zones::retainAll);
    String found =
        request.subnets().stream()
            .flatMap(id -> facts.subnet(id).stream())
            .map(subnet -> "%s in %s (%s)".formatted(subnet.id(), subnet.zoneId(), subnet.zone()))
            .collect(Collectors.joining(", "));
    return new Obstacle(
        request.path("SubnetIds", request.vpc()),
        "expected a subnet in a zone of all of %s, found %s; %s"
            .formatted(
                services,
                found,
                zones.isEmpty()
                    ? "no zone has them all, so use one resource for each"
                    : "give one in " + String.join(", ", zones)));
  }

  private static String areIs(List<String> names) {
    return String.join(", ", names) + (names.size() == 1 ? " is" : " are");
  }

  private static void put(Map<String, Json> data, String name, Optional<? extends Json> value) {
    value.ifPresent(known -> data.put(name, known));
  }

  private static Json list(List<String> values) {
    return new Json.Arr(values.stream().<Json>map(Json.Str::new).toList());
  }

  private static Optional<Json> first(List<String> values) {
    return values.stream().findFirst().map(Json.Str::new);
  }
}
