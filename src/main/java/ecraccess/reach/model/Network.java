package ecraccess.reach.model;

import java.util.List;
import java.util.function.Function;

/**
 * All that is known of a network, under assumptions about what is not known.
 *
 * @param region for example {@code eu-west-1}
 * @param assumptions what was assumed to get here, a clause each: {@code condition UseNat is true};
 *     empty where nothing had to be
 * @param accountId of the deployment; empty where nobody told it, {@link #ANOTHER_ACCOUNT} where it
 *     is besides none of those that the template writes out
 * @param unjudged what runs containers and is not among the workloads
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
    String accountId,
    List<Unjudged> unjudged) {

  /**
   * Stands for an account that nobody told: whoever writes {@code AWS::AccountId} for the own one
   * means another by each that is written out.
   */
  public static final String ANOTHER_ACCOUNT = "your-account";

  public Network {
    vpcs = ById.of(vpcs, Vpc::id);
    subnets = ById.of(subnets, Subnet::id);
    routeTables = ById.of(routeTables, RouteTable::id);
    securityGroups = ById.of(securityGroups, SecurityGroup::id);
    networkAcls = ById.of(networkAcls, NetworkAcl::id);
    endpoints = List.copyOf(endpoints);
    workloads = List.copyOf(workloads);
    assumptions = List.copyOf(assumptions);
    unjudged = List.copyOf(unjudged);
  }

  /** One in which everything that pulls is among the workloads. */
  public Network(
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
    this(
        region,
        vpcs,
        subnets,
        routeTables,
        securityGroups,
        networkAcls,
        endpoints,
        workloads,
        assumptions,
        accountId,
        List.of());
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
        workloads.stream().filter(workload -> !workload.isStandIn()).toList(),
        assumptions,
        accountId,
        unjudged);
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
    return find(vpcs, id, Vpc::unknown);
  }

  public Subnet subnet(Id id) {
    return find(
        subnets,
        id,
        missing ->
            Subnet.unknown(missing, new Id.Open("the VPC of " + missing, "the VPC of " + missing)));
  }

  public RouteTable routeTable(Id id, Id vpc) {
    return find(routeTables, id, missing -> RouteTable.unknown(missing, vpc));
  }

  public SecurityGroup securityGroup(Id id) {
    return find(securityGroups, id, SecurityGroup::unknown);
  }

  public NetworkAcl networkAcl(Id id) {
    return find(networkAcls, id, NetworkAcl::unknown);
  }

  private static <T> T find(List<T> all, Id id, Function<Id, T> otherwise) {
    return ById.find(all, id).orElseGet(() -> otherwise.apply(id));
  }
}
