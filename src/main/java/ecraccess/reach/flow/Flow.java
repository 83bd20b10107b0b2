package ecraccess.reach.flow;

import ecraccess.core.json.JsonPath;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.RouteTable;
import ecraccess.reach.model.SecurityGroup;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.model.Vpc;
import ecraccess.reach.model.Workload;
import java.util.List;
import java.util.Optional;

/**
 * One request, from one subnet.
 *
 * @param memo what was found out of the network already
 */
public record Flow(Network network, Workload workload, Subnet from, Request request, Memo memo) {

  public Vpc vpc() {
    return network.vpc(from.vpc());
  }

  public RouteTable routeTable() {
    return network.routeTable(from.routeTable(), from.vpc());
  }

  /** The groups of what pulls; empty where it stands for any task whose group lets it call out. */
  public Optional<List<SecurityGroup>> groups() {
    return workload.groups().map(ids -> groups(ids, vpc()));
  }

  /** The groups of an endpoint's interfaces. */
  public List<SecurityGroup> groups(Endpoint endpoint) {
    return groups(endpoint.groups(), network.vpc(endpoint.vpc()));
  }

  public List<Subnet> subnets(Endpoint endpoint) {
    return endpoint.subnets().stream().map(network::subnet).toList();
  }

  private List<SecurityGroup> groups(List<Id> ids, Vpc vpc) {
    return (ids.isEmpty() ? List.of(vpc.defaultSecurityGroup()) : ids)
        .stream().map(network::securityGroup).toList();
  }

  /** The place where the thing is written, or else where what pulls is. */
  public JsonPath at(JsonPath thing) {
    return thing.equals(JsonPath.ROOT) ? workload.path() : thing;
  }
}
