package ecraccess.live;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.json.Path;
import ecraccess.logic.Known;
import ecraccess.network.Addresses;
import ecraccess.network.Endpoint;
import ecraccess.network.Id;
import ecraccess.network.Network;
import ecraccess.network.Ports;
import ecraccess.network.RouteTable;
import ecraccess.network.SecurityGroup;
import ecraccess.network.Subnet;
import ecraccess.service.Service;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveNetworkTest {
  private final FakeAccount account = FakeAccount.healthy();

  private Network network(String... properties) {
    return network(Asking.request(properties));
  }

  private Network network(Request request) {
    return new LiveNetwork(request, new FactFinder(request, account, new Inquiry()).find())
        .network();
  }

  private static Request doctor(String... subnets) {
    return Request.of("eu-west-1", "vpc-1", List.of(subnets), Asking.ANY);
  }

  private static Id id(String text) {
    return new Id.Literal(text);
  }

  @Test
  void aSubnetHasItsZoneTableAndAcl() {
    assertThat(network().subnet(id("subnet-a")))
        .isEqualTo(
            new Subnet(
                id("subnet-a"),
                Path.of("subnet-a"),
                id("vpc-1"),
                id("euw1-az1"),
                Addresses.Cidr.parse("10.0.1.0/24").orElseThrow(),
                id("rtb-main"),
                id("acl-1"),
                Known.is(false)));
  }

  @Test
  void whatNobodyMaySeeIsUnknownNotAbsent() {
    account.denied.addAll(List.of("DescribeSubnets", "DescribeRouteTables", "DescribeNetworkAcls"));
    String missing = "the subnets of vpc-1 (no permission ec2:DescribeSubnets)";
    assertThat(network().subnet(id("subnet-a")))
        .isEqualTo(
            new Subnet(
                id("subnet-a"),
                Path.of("subnet-a"),
                new Id.Open("the VPC of subnet-a", missing),
                new Id.Open("the zone of subnet-a", missing),
                new Addresses.Open("the addresses of subnet-a", missing),
                new Id.Open(
                    "the route table of subnet-a",
                    "the route tables of vpc-1 (no permission ec2:DescribeRouteTables)"),
                new Id.Open(
                    "the network ACL of subnet-a",
                    "the network ACLs of vpc-1 (no permission ec2:DescribeNetworkAcls)"),
                Known.unknown(missing)));
  }

  @Test
  void endpointsThatNobodyMaySeeMayExist() {
    account.denied.add("DescribeVpcEndpoints");
    assertThat(network(doctor()).vpcs().getFirst().unseen())
        .contains("the endpoints of vpc-1 (no permission ec2:DescribeVpcEndpoints)");
  }

  @Test
  void aStackMayCreateOtherEndpointsAndNobodyElseDoes() {
    assertThat(network().vpcs().getFirst().unseen()).isEmpty();
    assertThat(network("\"Adds\": [\"AWS::EC2::VPCEndpoint\"]").vpcs().getFirst().unseen())
        .contains("endpoints that the stack itself may add");
    assertThat(network(doctor()).vpcs().getFirst().unseen()).isEmpty();
  }

  @Test
  void plannedEndpointsStandWhereTheyWill() {
    account.services.set(1, FakeAccount.service("ecr.dkr", "Interface", true, "euw1-az2"));
    List<Endpoint> endpoints = network("\"SecurityGroupIds\": [\"sg-1\", \"sg-0\"]").endpoints();
    assertThat(endpoints)
        .extracting(Endpoint::name)
        .containsExactly(
            "EcrAccessEcrDkrEndpoint", "EcrAccessEcrApiEndpoint", "EcrAccessS3Endpoint");
    Endpoint dkr = endpoints.getFirst();
    assertThat(dkr.subnets()).containsExactly(id("subnet-b"));
    // What does not exist is refused elsewhere.
    assertThat(dkr.groups()).containsExactly(id("sg-1"));
    assertThat(dkr.routeTables()).isEmpty();
    assertThat(dkr.privateDns()).isEqualTo(Known.is(true));
    assertThat(dkr.serviceName()).isEqualTo(Known.is("com.amazonaws.eu-west-1.ecr.dkr"));
    assertThat(dkr.type()).isEqualTo(Known.is(Endpoint.Type.INTERFACE));
    assertThat(dkr.maker()).isEqualTo("EcrAccess");
    assertThat(dkr.paths().apply("SubnetIds"))
        .hasToString("Resources.EcrAccess.Properties.SubnetIds");
    assertThat(dkr.policy().missing()).contains("the policy of EcrAccessEcrDkrEndpoint");
    Endpoint s3 = endpoints.getLast();
    assertThat(s3.type()).isEqualTo(Known.is(Endpoint.Type.GATEWAY));
    assertThat(s3.routeTables()).containsExactly(id("rtb-main"));
    assertThat(s3.subnets()).isEmpty();
    assertThat(s3.groups()).isEmpty();
  }

  @Test
  void overridesAreHonoured() {
    List<Endpoint> endpoints =
        network(
                "\"Overrides\": {\"ecr.dkr\": {\"SubnetIds\": [\"subnet-a\"], \"PrivateDnsEnabled\": false, \"SecurityGroupIds\": [\"sg-1\"]}, \"ecr.api\": {\"VpcId\": \"vpc-2\"}}")
            .endpoints();
    assertThat(endpoints)
        .extracting(Endpoint::name)
        .containsExactly("EcrAccessEcrDkrEndpoint", "EcrAccessS3Endpoint");
    assertThat(endpoints.getFirst().subnets()).containsExactly(id("subnet-a"));
    assertThat(endpoints.getFirst().groups()).containsExactly(id("sg-1"));
    assertThat(endpoints.getFirst().privateDns()).isEqualTo(Known.is(false));
  }

  @Test
  void theGroupThatTheStackCreatesIsNotSeen() {
    Network network = network();
    Id created = new Id.Created("EcrAccessSecurityGroup");
    assertThat(network.endpoints().getFirst().groups()).containsExactly(created);
    assertThat(network.securityGroup(created).ingress().unseen())
        .contains("the rules of EcrAccessSecurityGroup");
    assertThat(network.securityGroup(created).vpc()).isEqualTo(id("vpc-1"));
  }

  @Test
  void theStacksOwnEndpointsAreLeftOut() {
    account.endpoints.add(
        FakeAccount.endpoint("vpce-own", "ecr.api", Optional.of(FakeAccount.STACK)));
    account.endpoints.add(
        FakeAccount.endpoint("vpce-other", "ecr.api", Optional.of(FakeAccount.STACK + "x")));
    assertThat(network().endpoints())
        .extracting(Endpoint::name)
        .contains("vpce-other")
        .doesNotContain("vpce-own");
    assertThat(network(doctor()).endpoints())
        .extracting(Endpoint::name)
        .containsExactly("vpce-own", "vpce-other");
  }

  private Endpoint endpoint(String state, String service, Optional<String> region) {
    account.endpoints.add(
        new Account.Endpoint(
            "vpce-1",
            service,
            region,
            "Interface",
            state,
            true,
            List.of("subnet-a"),
            List.of("sg-1"),
            List.of(),
            Optional.of("{\"Statement\":[]}"),
            Optional.empty()));
    return network(doctor()).endpoints().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "com.amazonaws.eu-west-1.ecr.api, ecr.api",
    "cn.com.amazonaws.eu-west-1.ecr.api, ecr.api",
    "com.amazonaws.vpce.eu-west-1.vpce-svc-0a1b, ",
    "com.amazonaws.s3-global.accesspoint, "
  })
  void servicesOfAwsHaveAShortName(String fullName, String shortName) {
    assertThat(LiveEndpoints.service(fullName, "eu-west-1").map(Service::name))
        .isEqualTo(Optional.ofNullable(shortName));
  }

  @Test
  void endpointsOfOtherServicesAreLeftOut() {
    account.endpoints.add(FakeAccount.endpoint("vpce-0", "sqs", Optional.empty()));
    account.endpoints.add(FakeAccount.endpoint("vpce-1", "logs", Optional.empty()));
    account.endpoints.add(FakeAccount.endpoint("vpce-2", "ecr.dkr", Optional.empty()));
    assertThat(network(doctor()).endpoints()).extracting(Endpoint::name).containsExactly("vpce-2");
    assertThat(network("\"Services\": [\"logs\"]").endpoints())
        .extracting(Endpoint::name)
        .containsExactly("vpce-1", "vpce-2", "EcrAccessLogsEndpoint");
  }

  @Test
  void aServiceOfAnotherRegionIsKnownAsOne() {
    Endpoint endpoint =
        endpoint("available", "com.amazonaws.us-east-1.ecr.api", Optional.of("us-east-1"));
    assertThat(endpoint.inRegion()).isEqualTo(Known.is(false));
    assertThat(endpoint.service().map(service -> service.map(it -> it.name())))
        .isEqualTo(Known.is(Optional.of("ecr.api")));
  }

  @ParameterizedTest
  @CsvSource({"available, true, true", "pending, , ", "pendingAcceptance, , ", "failed, false, "})
  void onlyAnAvailableEndpointServes(String state, Boolean available, Boolean privateDns) {
    Endpoint endpoint = endpoint(state, "com.amazonaws.eu-west-1.ecr.api", Optional.empty());
    assertThat(endpoint.available().value()).isEqualTo(Optional.ofNullable(available));
    assertThat(endpoint.privateDns().value()).isEqualTo(Optional.ofNullable(privateDns));
  }

  @Test
  void anEndpointOnItsWayOutIsGone() {
    account.endpoints.add(FakeAccount.endpoint("vpce-0", "ecr.dkr", Optional.empty()));
    assertThat(endpoint("deleting", "com.amazonaws.eu-west-1.ecr.api", Optional.empty()).name())
        .isEqualTo("vpce-0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.0.0.0/0 | igw-1 | false | InternetGateway[]",
        "0.0.0.0/0 | nat-1 | false | Nat[name=nat-1, subnet=subnet-b, isPublic=Is[it=true]]",
        "0.0.0.0/0 | nat-2 | false | Nat[name=nat-2, subnet=the subnet of NAT gateway nat-2, isPublic=Unknown[open=whether NAT gateway nat-2 is public]]",
        "0.0.0.0/0 | tgw-1 | false | Elsewhere[what=transit gateway tgw-1]",
        "10.1.0.0/16 | pcx-1 | false | Elsewhere[what=VPC peering pcx-1]",
        "0.0.0.0/0 | nat-1 | true | Elsewhere[what=a black hole, because nat-1 is gone]",
        "::/0 | eigw-1 | false | Elsewhere[what=eigw-1]"
      })
  void routesLeadSomewhere(String destination, String target, boolean blackHole, String expected) {
    account.natGateways.add(new Account.NatGateway("nat-1", Optional.of("subnet-b"), true));
    assertThat(routes(new Account.Route(destination, target, blackHole)))
        .singleElement()
        .extracting(RouteTable.Route::target)
        .hasToString(expected);
  }

  private List<RouteTable.Route> routes(Account.Route... routes) {
    account.routeTables.set(
        0, new Account.RouteTable("rtb-main", "vpc-1", true, List.of(), List.of(routes)));
    return network().routeTable(id("rtb-main"), id("vpc-1")).routes();
  }

  @Test
  void localRoutesAndThoseOfGatewayEndpointsAreNoRoutes() {
    assertThat(
            routes(
                new Account.Route("10.0.0.0/16", "local", false),
                new Account.Route("pl-s3", "vpce-1", false)))
        .isEmpty();
  }

  @Test
  void aBlockedInternetGatewayLeadsNowhereKnown() {
    account.vpcs.set(
        0,
        new Account.Vpc("vpc-1", FakeAccount.OWNER, List.of(), List.of(), Optional.empty(), true));
    assertThat(routes(new Account.Route("0.0.0.0/0", "igw-1", false)))
        .extracting(RouteTable.Route::target)
        .containsExactly(
            new RouteTable.Target.Elsewhere("igw-1, which VPC Block Public Access closes"));
  }

  @Test
  void rulesAreReadPeerByPeer() {
    account.securityGroups.set(
        0,
        new Account.SecurityGroup(
            "sg-1",
            "vpc-1",
            Optional.empty(),
            List.of(
                new Account.Rule(
                    "tcp",
                    Optional.of(443),
                    Optional.of(443),
                    List.of("10.0.0.0/16"),
                    List.of("::/0"),
                    List.of("sg-2"),
                    List.of("pl-s3", "pl-own"))),
            List.of(
                FakeAccount.rule("udp", 443, "0.0.0.0/0"),
                FakeAccount.rule("6", 80, "0.0.0.0/0"))));
    SecurityGroup group = network().securityGroup(id("sg-1"));
    assertThat(group.ingress().all())
        .extracting(SecurityGroup.Rule::peer)
        .containsExactly(
            new SecurityGroup.Peer.Block(Addresses.Cidr.parse("10.0.0.0/16").orElseThrow()),
            new SecurityGroup.Peer.Block(new Addresses.Ipv6("::/0")),
            new SecurityGroup.Peer.Group(id("sg-2")),
            new SecurityGroup.Peer.PrefixList(id("pl-s3"), Known.is(true)),
            new SecurityGroup.Peer.Unknown("the addresses of prefix list pl-own"));
    assertThat(group.ingress().all())
        .extracting(SecurityGroup.Rule::tcp)
        .containsOnly(Known.is(Ports.HTTPS));
    assertThat(group.egress().all())
        .extracting(SecurityGroup.Rule::tcp)
        .containsExactly(Known.is(Ports.NONE), Known.is(new Ports(80, 80)));
    assertThat(group.ingress().unseen()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Adds\": [] | false false false",
        "\"Adds\": [\"AWS::EC2::Route\"] | false true false",
        "\"Adds\": [\"AWS::EC2::SecurityGroupIngress\"] | true false false",
        "\"Adds\": [\"AWS::EC2::NetworkAclEntry\"] | false false true",
        "\"Adds\": [\"AWS::CloudFormation::Stack\"] | true true true",
        "\"Adds\": null | false false false"
      })
  void whatTheStackItselfMayAddIsUnseen(String adds, String unseen) {
    Network network = network(adds, "\"SecurityGroupIds\": [\"sg-1\"]");
    assertThat(
            "%s %s %s"
                .formatted(
                    network.securityGroup(id("sg-1")).ingress().unseen().isPresent(),
                    network.routeTable(id("rtb-main"), id("vpc-1")).unseen().isPresent(),
                    network.networkAcl(id("acl-1")).unseen().isPresent()))
        .isEqualTo(unseen);
  }

  @Test
  void aGroupOfTheStackThatTheLookUpDoesNotWaitForMayBeHalfMade() {
    account.securityGroups.add(
        new Account.SecurityGroup(
            "sg-2", "vpc-1", Optional.of(FakeAccount.STACK), List.of(), List.of()));
    assertThat(network().securityGroup(id("sg-2")).ingress().unseen())
        .contains("the rules of sg-2 that the stack itself may add");
    assertThat(
            network("\"SecurityGroupIds\": [\"sg-2\"]")
                .securityGroup(id("sg-2"))
                .ingress()
                .unseen())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AmazonProvidedDNS | Is[it=Optional.empty]",
        "169.254.169.253 | Is[it=Optional.empty]",
        "10.0.0.53,AmazonProvidedDNS | Is[it=Optional[10.0.0.53, AmazonProvidedDNS]]"
      })
  void aResolverOfItsOwnIsTold(String servers, String expected) {
    account.dnsServers.clear();
    account.dnsServers.addAll(List.of(servers.split(",")));
    assertThat(network(doctor()).vpcs().getFirst().ownResolver()).hasToString(expected);
  }

  @Test
  void anyTaskInTheGivenSubnetsPulls() {
    assertThat(network("\"SubnetIds\": [\"subnet-a\", \"subnet-0\"]").pullers())
        .singleElement()
        .satisfies(puller -> {
          assertThat(puller.name()).isEqualTo("EcrAccess");
          assertThat(puller.subnets()).containsExactly(id("subnet-a"));
          assertThat(puller.groups()).isEmpty();
        });
    assertThat(network(doctor()).pullers().getFirst().subnets())
        .containsExactly(id("subnet-a"), id("subnet-b"));
  }
}
