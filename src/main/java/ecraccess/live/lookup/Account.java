package ecraccess.live.lookup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The networks of an account in one region, as read-only questions. */
public interface Account {

  Reply<List<Vpc>> vpcs(Scope scope);

  Reply<Boolean> dnsSupport(String vpc);

  Reply<Boolean> dnsHostnames(String vpc);

  Reply<List<Subnet>> subnets(Scope scope);

  Reply<List<RouteTable>> routeTables(Scope scope);

  Reply<List<SecurityGroup>> securityGroups(Scope scope);

  Reply<List<NetworkAcl>> networkAcls(Scope.InVpc scope);

  Reply<List<NatGateway>> natGateways(Scope.InVpc scope);

  Reply<List<Endpoint>> endpoints(Scope.InVpc scope);

  /** How many gateway endpoints there are in all VPCs of the region. */
  Reply<Integer> gatewayEndpoints();

  /**
   * What the region offers under these names: one entry per name and type.
   *
   * @param names in full
   */
  Reply<List<EndpointService>> endpointServices(List<String> names);

  /** The domain name servers of DHCP options, as they are written. */
  Reply<List<String>> domainNameServers(String dhcpOptions);

  /** The ID of the managed prefix list of that name. */
  Reply<Optional<String>> prefixList(String name);

  /**
   * A VPC.
   *
   * @param owner the account that it belongs to
   * @param blocks IPv4, the primary one first
   * @param dhcpOptions empty where it has none, and so Amazon's resolver
   * @param internetBlocked whether Block Public Access closes its internet gateways both ways
   */
  record Vpc(
      String id,
      String owner,
      List<String> blocks,
      List<String> ipv6Blocks,
      Optional<String> dhcpOptions,
      boolean internetBlocked) {}

  /**
   * A subnet.
   *
   * @param zone the zone's name, which means another zone in another account
   * @param zoneId the zone's ID, which means the same everywhere
   * @param block empty where it has IPv6 only
   */
  record Subnet(
      String id,
      String vpc,
      String owner,
      String zone,
      String zoneId,
      Optional<String> block,
      boolean mapsPublicIps,
      int freeAddresses) {}

  /**
   * A route table.
   *
   * @param main whether it serves the subnets that no table is associated with
   * @param subnets that are associated with it
   */
  record RouteTable(String id, String vpc, boolean main, List<String> subnets, List<Route> routes) {
    public boolean isOf(String subnet) {
      return subnets.contains(subnet);
    }
  }

  /**
   * A route.
   *
   * @param destination an IPv4 block, an IPv6 block, or the ID of a prefix list
   * @param target the ID of what it leads to; {@code local} within the VPC
   * @param blackHole whether the target is gone
   */
  record Route(String destination, String target, boolean blackHole) {}

  /**
   * A security group.
   *
   * @param stack the ID of the stack that made it
   */
  record SecurityGroup(
      String id, String vpc, Optional<String> stack, List<Rule> ingress, List<Rule> egress) {}

  /**
   * Rules of a group that share protocol and ports.
   *
   * @param protocol a number or {@code tcp}; {@code -1} is all
   * @param from empty where all ports are meant
   */
  record Rule(
      String protocol,
      Optional<Integer> from,
      Optional<Integer> to,
      List<String> blocks,
      List<String> ipv6Blocks,
      List<String> groups,
      List<String> prefixLists) {}

  record NetworkAcl(String id, List<String> subnets, List<Entry> entries) {}

  /**
   * An entry of a network ACL.
   *
   * @param protocol a number; {@code -1} is all
   * @param from empty where all ports are meant
   * @param block IPv4 or IPv6
   */
  record Entry(
      int number,
      boolean egress,
      String protocol,
      Optional<Integer> from,
      Optional<Integer> to,
      String block,
      boolean allow) {}

  /**
   * A NAT gateway.
   *
   * @param subnet empty where it stands in no single one
   */
  record NatGateway(String id, Optional<String> subnet, boolean isPublic) {}

  /**
   * A VPC endpoint.
   *
   * @param region of the service, where it is told
   * @param type {@code Interface}, {@code Gateway}, …
   * @param state {@code available}, {@code pending}, …
   * @param policy as JSON text
   * @param stack the ID of the stack that made it
   */
  record Endpoint(
      String id,
      String service,
      Optional<String> region,
      String type,
      String state,
      boolean privateDns,
      List<String> subnets,
      List<String> groups,
      List<String> routeTables,
      Optional<String> policy,
      Optional<String> stack) {}

  /**
   * A service that endpoints can be made for.
   *
   * @param zones names of the zones that it supports
   * @param zoneIds empty where only names are told
   */
  record EndpointService(
      String name,
      List<String> types,
      List<String> zones,
      List<String> zoneIds,
      boolean privateDns) {

    public boolean isInterface() {
      return types.contains("Interface");
    }

    public boolean isGateway() {
      return types.contains("Gateway");
    }

    public boolean serves(Subnet subnet) {
      return zoneIds.isEmpty() ? zones.contains(subnet.zone()) : zoneIds.contains(subnet.zoneId());
    }

    /** The zones, in the form in which they are told. */
    public Stream<String> places() {
      return (zoneIds.isEmpty() ? zones : zoneIds).stream();
    }
  }
}
