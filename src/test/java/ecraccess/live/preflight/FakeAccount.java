package ecraccess.live.preflight;

import ecraccess.live.lookup.Account;
import ecraccess.live.lookup.Reply;
import ecraccess.live.lookup.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An account in memory that answers as EC2 does: a route table lists only what is associated with
 * it, a subnet says nothing of its table, what does not exist is not among the answers, and who has
 * no permission gets nothing. Tests put in and take out what they like.
 */
public final class FakeAccount implements Account {
  public static final String OWNER = "123456789012";
  public static final String STACK =
      "arn:aws:cloudformation:eu-west-1:123456789012:stack/app/0a1b2c3d-0000-1111-2222-333344445555";

  public final List<Vpc> vpcs = new ArrayList<>();
  public final List<Subnet> subnets = new ArrayList<>();
  public final List<RouteTable> routeTables = new ArrayList<>();
  public final List<SecurityGroup> securityGroups = new ArrayList<>();
  public final List<NetworkAcl> networkAcls = new ArrayList<>();
  public final List<NatGateway> natGateways = new ArrayList<>();
  public final List<Endpoint> endpoints = new ArrayList<>();
  public final List<EndpointService> services = new ArrayList<>();
  public final List<String> dnsServers = new ArrayList<>(List.of("AmazonProvidedDNS"));
  public final Set<String> denied = new LinkedHashSet<>();
  public final List<String> asked = new ArrayList<>();
  public boolean dnsHostnames = true;
  int gateways;
  public Optional<String> failingAt = Optional.empty();

  /** A VPC with a private subnet in each of two zones, on the main route table. */
  public static FakeAccount healthy() {
    FakeAccount account = new FakeAccount();
    account.vpcs.add(vpc("vpc-1", "10.0.0.0/16"));
    account.subnets.add(subnet("subnet-a", "vpc-1", "euw1-az1", "10.0.1.0/24"));
    account.subnets.add(subnet("subnet-b", "vpc-1", "euw1-az2", "10.0.2.0/24"));
    account.routeTables.add(table("rtb-main", "vpc-1", true));
    account.securityGroups.add(group("sg-1", "vpc-1"));
    account.networkAcls.add(
        new NetworkAcl("acl-1", List.of("subnet-a", "subnet-b"), List.of(open(false), open(true))));
    account.services.add(service("ecr.api", "Interface", true));
    account.services.add(service("ecr.dkr", "Interface", true));
    account.services.add(service("s3", "Gateway", false));
    account.services.add(service("s3", "Interface", true));
    account.services.add(service("logs", "Interface", true));
    return account;
  }

  public static Vpc vpc(String id, String... blocks) {
    return new Vpc(id, OWNER, List.of(blocks), List.of(), Optional.of("dopt-1"), false);
  }

  public static Subnet subnet(String id, String vpc, String zone, String block) {
    return new Subnet(
        id,
        vpc,
        OWNER,
        "eu-west-1" + "abc".charAt(zone.charAt(7) - '1'),
        zone,
        Optional.of(block),
        false,
        250);
  }

  public static RouteTable table(String id, String vpc, boolean main, String... subnets) {
    return new RouteTable(id, vpc, main, List.of(subnets), List.of());
  }

  public static SecurityGroup group(String id, String vpc) {
    Rule https = rule("tcp", 443, "10.0.0.0/16");
    Rule all =
        new Rule(
            "-1",
            Optional.empty(),
            Optional.empty(),
            List.of("0.0.0.0/0"),
            List.of(),
            List.of(),
            List.of());
    return new SecurityGroup(id, vpc, Optional.empty(), List.of(https), List.of(all));
  }

  public static Rule rule(String protocol, int port, String block) {
    return new Rule(
        protocol,
        Optional.of(port),
        Optional.of(port),
        List.of(block),
        List.of(),
        List.of(),
        List.of());
  }

  public static Entry open(boolean egress) {
    return new Entry(100, egress, "-1", Optional.empty(), Optional.empty(), "0.0.0.0/0", true);
  }

  /** A service that is in zones 1 to 3 of eu-west-1. */
  public static EndpointService service(String name, String type, boolean privateDns) {
    return service(name, type, privateDns, "euw1-az1", "euw1-az2", "euw1-az3");
  }

  public static EndpointService service(
      String name, String type, boolean privateDns, String... zoneIds) {
    return new EndpointService(
        "com.amazonaws.eu-west-1." + name, List.of(type), List.of(), List.of(zoneIds), privateDns);
  }

  /** An available interface endpoint with private DNS in {@code subnet-a}. */
  public static Endpoint endpoint(String id, String service, Optional<String> stack) {
    return new Endpoint(
        id,
        "com.amazonaws.eu-west-1." + service,
        Optional.empty(),
        "Interface",
        "available",
        true,
        List.of("subnet-a"),
        List.of("sg-1"),
        List.of(),
        Optional.empty(),
        stack);
  }

  /** An available gateway for S3. */
  public static Endpoint gateway(String id, String... routeTables) {
    return new Endpoint(
        id,
        "com.amazonaws.eu-west-1.s3",
        Optional.empty(),
        "Gateway",
        "available",
        false,
        List.of(),
        List.of(),
        List.of(routeTables),
        Optional.empty(),
        Optional.empty());
  }

  private <T> Reply<T> reply(String operation, T answer) {
    asked.add(operation);
    if (failingAt.filter(operation::equals).isPresent()) {
      return new Reply.Failed<>("expected EC2 to answer, found RequestLimitExceeded");
    }
    return denied.contains(operation)
        ? new Reply.Denied<>("ec2:" + operation)
        : new Reply.Told<>(answer);
  }

  private static <T> List<T> in(
      Scope scope, List<T> all, Function<T, String> idOf, Function<T, String> vpcOf) {
    Stream<T> found =
        switch (scope) {
          case Scope.InVpc(String vpc) -> all.stream().filter(one -> vpcOf.apply(one).equals(vpc));
          case Scope.Ids(List<String> ids) ->
              all.stream().filter(one -> ids.contains(idOf.apply(one)));
        };
    return found.toList();
  }

  @Override
  public Reply<List<Vpc>> vpcs(Scope scope) {
    return reply("DescribeVpcs", in(scope, vpcs, Vpc::id, Vpc::id));
  }

  @Override
  public Reply<Boolean> dnsSupport(String vpc) {
    return reply("DescribeVpcAttribute", true);
  }

  @Override
  public Reply<Boolean> dnsHostnames(String vpc) {
    return reply("DescribeVpcAttribute", dnsHostnames);
  }

  @Override
  public Reply<List<Subnet>> subnets(Scope scope) {
    return reply("DescribeSubnets", in(scope, subnets, Subnet::id, Subnet::vpc));
  }

  @Override
  public Reply<List<RouteTable>> routeTables(Scope scope) {
    return reply("DescribeRouteTables", in(scope, routeTables, RouteTable::id, RouteTable::vpc));
  }

  @Override
  public Reply<List<SecurityGroup>> securityGroups(Scope scope) {
    return reply(
        "DescribeSecurityGroups", in(scope, securityGroups, SecurityGroup::id, SecurityGroup::vpc));
  }

  @Override
  public Reply<List<NetworkAcl>> networkAcls(Scope.InVpc scope) {
    return reply("DescribeNetworkAcls", List.copyOf(networkAcls));
  }

  @Override
  public Reply<List<NatGateway>> natGateways(Scope.InVpc scope) {
    return reply("DescribeNatGateways", List.copyOf(natGateways));
  }

  @Override
  public Reply<List<Endpoint>> endpoints(Scope.InVpc scope) {
    return reply("DescribeVpcEndpoints", List.copyOf(endpoints));
  }

  @Override
  public Reply<Integer> gatewayEndpoints() {
    return reply("DescribeVpcEndpoints", gateways);
  }

  @Override
  public Reply<List<EndpointService>> endpointServices(List<String> names) {
    return reply(
        "DescribeVpcEndpointServices",
        services.stream().filter(service -> names.contains(service.name())).toList());
  }

  @Override
  public Reply<List<String>> domainNameServers(String dhcpOptions) {
    return reply("DescribeDhcpOptions", List.copyOf(dnsServers));
  }

  @Override
  public Reply<Optional<String>> prefixList(String name) {
    return reply(
        "DescribeManagedPrefixLists",
        Optional.of("pl-s3").filter(id -> name.equals("com.amazonaws.eu-west-1.s3")));
  }
}
