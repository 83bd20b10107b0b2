package ecraccess.live.ec2;

import ecraccess.live.lookup.Account;
import ecraccess.live.lookup.CallDeadline;
import ecraccess.live.lookup.Reply;
import ecraccess.live.lookup.Scope;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.ManagedPrefixList;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

/** Asks Amazon EC2. Everything is asked by filters: what does not exist is then no error. */
final class Ec2Account implements Account {
  static final int PAGE = 1_000;

  /** The most that DescribeRouteTables and DescribeManagedPrefixLists take. */
  private static final int SMALL_PAGE = 100;

  private final Ec2Client client;
  private final Ec2Calls calls;
  private final Ec2Endpoints endpoints;

  Ec2Account(Ec2Client client, CallDeadline deadline) {
    this.client = client;
    this.calls = new Ec2Calls(deadline);
    this.endpoints = new Ec2Endpoints(client, calls);
  }

  @Override
  public Reply<List<Vpc>> vpcs(Scope scope) {
    return calls.ask(
        "DescribeVpcs",
        limit ->
            calls.all(
                client.describeVpcsPaginator(request ->
                    request
                        .overrideConfiguration(limit)
                        .maxResults(PAGE)
                        .filters(Ec2Calls.filter(scope, "vpc-id"))),
                page -> page.vpcs().stream().map(Ec2Answers::vpc)));
  }

  @Override
  public Reply<Boolean> dnsSupport(String vpc) {
    return attribute(
        vpc, VpcAttributeName.ENABLE_DNS_SUPPORT, found -> found.enableDnsSupport().value());
  }

  @Override
  public Reply<Boolean> dnsHostnames(String vpc) {
    return attribute(
        vpc, VpcAttributeName.ENABLE_DNS_HOSTNAMES, found -> found.enableDnsHostnames().value());
  }

  /** EC2 tells one attribute a call. */
  private Reply<Boolean> attribute(
      String vpc, VpcAttributeName name, Function<DescribeVpcAttributeResponse, Boolean> value) {
    return calls.ask(
        "DescribeVpcAttribute",
        limit ->
            value.apply(
                client.describeVpcAttribute(
                    request -> request.overrideConfiguration(limit).vpcId(vpc).attribute(name))));
  }

  @Override
  public Reply<List<Subnet>> subnets(Scope scope) {
    return calls.ask(
        "DescribeSubnets",
        limit ->
            calls.all(
                client.describeSubnetsPaginator(request ->
                    request
                        .overrideConfiguration(limit)
                        .maxResults(PAGE)
                        .filters(Ec2Calls.filter(scope, "subnet-id"))),
                page -> page.subnets().stream().map(Ec2Answers::subnet)));
  }

  @Override
  public Reply<List<RouteTable>> routeTables(Scope scope) {
    return calls.ask(
        "DescribeRouteTables",
        limit ->
            calls.all(
                client.describeRouteTablesPaginator(request ->
                    request
                        .overrideConfiguration(limit)
                        .maxResults(SMALL_PAGE)
                        .filters(Ec2Calls.filter(scope, "route-table-id"))),
                page -> page.routeTables().stream().map(Ec2Answers::routeTable)));
  }

  @Override
  public Reply<List<SecurityGroup>> securityGroups(Scope scope) {
    return calls.ask(
        "DescribeSecurityGroups",
        limit ->
            calls.all(
                client.describeSecurityGroupsPaginator(request ->
                    request
                        .overrideConfiguration(limit)
                        .maxResults(PAGE)
                        .filters(Ec2Calls.filter(scope, "group-id"))),
                page -> page.securityGroups().stream().map(Ec2Answers::securityGroup)));
  }

  @Override
  public Reply<List<NetworkAcl>> networkAcls(Scope.InVpc scope) {
    return calls.ask(
        "DescribeNetworkAcls",
        limit ->
            calls.all(
                client.describeNetworkAclsPaginator(request ->
                    request
                        .overrideConfiguration(limit)
                        .maxResults(PAGE)
                        .filters(Ec2Calls.filter(scope, ""))),
                page -> page.networkAcls().stream().map(Ec2Answers::networkAcl)));
  }

  @Override
  public Reply<List<NatGateway>> natGateways(Scope.InVpc scope) {
    return calls.ask(
        "DescribeNatGateways",
        limit ->
            calls.all(
                client.describeNatGatewaysPaginator(request ->
                    request
                        .overrideConfiguration(limit)
                        .maxResults(PAGE)
                        .filter(Ec2Calls.filter(scope, ""))),
                page -> page.natGateways().stream().map(Ec2Answers::natGateway)));
  }

  @Override
  public Reply<List<Endpoint>> endpoints(Scope.InVpc scope) {
    return endpoints.in(scope);
  }

  @Override
  public Reply<Integer> gatewayEndpoints() {
    return endpoints.gateways();
  }

  @Override
  public Reply<List<EndpointService>> endpointServices(List<String> names) {
    return endpoints.services(names);
  }

  @Override
  public Reply<List<String>> domainNameServers(String dhcpOptions) {
    return calls.ask(
        "DescribeDhcpOptions",
        limit ->
            calls.all(
                client.describeDhcpOptionsPaginator(request ->
                    request
                        .overrideConfiguration(limit)
                        .filters(Ec2Calls.filter("dhcp-options-id", List.of(dhcpOptions)))),
                page -> page.dhcpOptions().stream().flatMap(Ec2Answers::domainNameServers)));
  }

  @Override
  public Reply<Optional<String>> prefixList(String name) {
    return calls.ask(
        "DescribeManagedPrefixLists",
        limit ->
            calls
                .all(
                    client.describeManagedPrefixListsPaginator(request ->
                        request
                            .overrideConfiguration(limit)
                            .maxResults(SMALL_PAGE)
                            .filters(Ec2Calls.filter("prefix-list-name", List.of(name)))),
                    page -> page.prefixLists().stream())
                .stream()
                .map(ManagedPrefixList::prefixListId)
                .findFirst());
  }
}
