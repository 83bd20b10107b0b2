package ecraccess.reach.model;

import ecraccess.core.logic.Answer;
import java.util.List;
import java.util.function.Function;

/**
 * All that is known of a network, under assumptions about what is not known.
 *
 * @param region for example {@code eu-west-1}
 * @param assumptions what was assumed to get here, a clause each: {@code condition UseNat is true};
 *     empty where nothing had to be
 * @param accountId of the deployment
 */
public record Network(
    String region,
    List<Vpc> vpcs,
    List<Subnet> subnets,
    List<RouteTable> routeTables,
    List<SecurityGroup> securityGroups,
    List<NetworkAcl> networkAcls,
    List<Endpoint> endpoints,
    List<Workload> workloads,
    List<String> assumptions,
    String accountId) {
  public Network {
    vpcs = List.copyOf(vpcs);
    subnets = List.copyOf(subnets);
    routeTables = List.copyOf(routeTables);
    securityGroups = List.copyOf(securityGroups);
    networkAcls = List.copyOf(networkAcls);
    endpoints = List.copyOf(endpoints);
    workloads = List.copyOf(workloads);
    assumptions = List.copyOf(assumptions);
  }

  /**
   * This network with only those workloads that somebody has seen, none that stands for any task.
   */
  public Network withWorkloadsSeen() {
    return new Network(
        region,
        vpcs,
        subnets,
        routeTables,
        securityGroups,
        networkAcls,
        endpoints,
        workloads.stream().filter(workload -> workload.groups().isPresent()).toList(),
        assumptions,
        accountId);
  }

  /** This network with those security groups in place of its own. */
  public Network with(List<SecurityGroup> others) {
    return new Network(
        region,
        vpcs,
        subnets,
        routeTables,
        others,
        networkAcls,
        endpoints,
        workloads,
        assumptions,
        accountId);
  }

  /** The VPC of that ID; one that nothing is known of where it is not among the facts. */
  public Vpc vpc(Id id) {
    return find(vpcs, Vpc::id, id, Vpc::unknown);
  }

  public Subnet subnet(Id id) {
    return find(
        subnets,
        Subnet::id,
        id,
        missing ->
            Subnet.unknown(missing, new Id.Open("the VPC of " + missing, "the VPC of " + missing)));
  }

  public RouteTable routeTable(Id id, Id vpc) {
    return find(routeTables, RouteTable::id, id, missing -> RouteTable.unknown(missing, vpc));
  }

  public SecurityGroup securityGroup(Id id) {
    return find(securityGroups, SecurityGroup::id, id, SecurityGroup::unknown);
  }

  public NetworkAcl networkAcl(Id id) {
    return find(networkAcls, NetworkAcl::id, id, NetworkAcl::unknown);
  }

  private static <T> T find(List<T> all, Function<T, Id> idOf, Id id, Function<Id, T> otherwise) {
    return all.stream()
        .filter(one -> idOf.apply(one).same(id) == Answer.YES)
        .findFirst()
        .orElseGet(() -> otherwise.apply(id));
  }
}
