package ecraccess.judge;

import ecraccess.json.Path;
import ecraccess.network.Endpoint;
import ecraccess.network.Id;
import ecraccess.network.Network;
import ecraccess.network.Puller;
import ecraccess.network.RouteTable;
import ecraccess.network.SecurityGroup;
import ecraccess.network.Subnet;
import ecraccess.network.Vpc;
import java.util.List;
import java.util.Optional;

/** One request, from one subnet. */
record Trip(Network network, Puller puller, Subnet from, Request request) {

  Vpc vpc() {
    return network.vpc(from.vpc());
  }

  RouteTable routeTable() {
    return network.routeTable(from.routeTable(), from.vpc());
  }

  /** The groups of what pulls; empty where it stands for any task whose group lets it call out. */
  Optional<List<SecurityGroup>> groups() {
    return puller.groups().map(ids -> groups(ids, vpc()));
  }

  /** The groups of an endpoint's interfaces. */
  List<SecurityGroup> groups(Endpoint endpoint) {
    return groups(endpoint.groups(), network.vpc(endpoint.vpc()));
  }

  List<Subnet> subnets(Endpoint endpoint) {
    return endpoint.subnets().stream().map(network::subnet).toList();
  }

  private List<SecurityGroup> groups(List<Id> ids, Vpc vpc) {
    return (ids.isEmpty() ? List.of(vpc.defaultSecurityGroup()) : ids)
        .stream().map(network::securityGroup).toList();
  }

  /** The place where the thing is written, or else where what pulls is. */
  Path at(Path thing) {
    return thing.equals(Path.ROOT) ? puller.path() : thing;
  }
}
