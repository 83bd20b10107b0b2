package ecraccess.live.network;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.logic.Known;
import ecraccess.core.net.PortSet;
import ecraccess.live.lookup.Account;
import ecraccess.live.preflight.FakeAccount;
import ecraccess.live.preflight.LiveFixture;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.RouteTable;
import ecraccess.reach.model.SecurityGroup;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the routes of a live network lead, and what its groups and network ACLs let through. */
class LiveRulesTest extends LiveFixture {
  @Test
  void theGroupThatTheStackCreatesIsNotSeen() {
    Network network = network();
    Id created = new Id.Created("EcrAccessSecurityGroup");
    assertThat(network.endpoints().getFirst().groups()).containsExactly(created);
    assertThat(network.securityGroup(created).ingress().unseen())
        .contains("the rules of EcrAccessSecurityGroup");
    assertThat(network.securityGroup(created).vpc()).isEqualTo(id("vpc-1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.0.0.0/0 | igw-1 | false | InternetGateway[name=igw-1, attached=Is[it=true],"
            + " edgeTable=Optional.empty]",
        "0.0.0.0/0 | nat-1 | false | Nat[name=nat-1, path=, subnet=Optional[subnet-b],"
            + " isPublic=Is[it=true], hasAddress=Is[it=true], gateway=Optional.empty]",
        "0.0.0.0/0 | nat-2 | false | Nat[name=nat-2, path=, subnet=Optional[the subnet of NAT"
            + " gateway nat-2], isPublic=Unknown[open=whether NAT gateway nat-2 is public],"
            + " hasAddress=Is[it=true], gateway=Optional.empty]",
        "0.0.0.0/0 | tgw-1 | false | Elsewhere[what=transit gateway tgw-1, isInVpc=false]",
        "10.1.0.0/16 | pcx-1 | false | DeadEnd[what=VPC peering pcx-1, why=leads to the other VPC"
            + " only: a peering connection carries nothing to its gateways]",
        "0.0.0.0/0 | nat-1 | true | DeadEnd[what=a black hole, why=was nat-1, which is gone]",
        "::/0 | eigw-1 | false | DeadEnd[what=egress-only internet gateway eigw-1,"
            + " why=carries IPv6 only]"
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
    assertThat(network().subnet(id("subnet-a")).internet().mode().missing())
        .contains(
            "whether VPC Block Public Access, which closes the internet gateways of vpc-1, excludes"
                + " the subnet");
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
            new SecurityGroup.Peer.Block(Addresses.parse("10.0.0.0/16").orElseThrow()),
            new SecurityGroup.Peer.Block(Addresses.parse("::/0").orElseThrow()),
            new SecurityGroup.Peer.Group(id("sg-2")),
            new SecurityGroup.Peer.Block(new Addresses.OfService("s3", "prefix list pl-s3")),
            new SecurityGroup.Peer.Unknown("the addresses of prefix list pl-own"));
    assertThat(group.ingress().all())
        .extracting(SecurityGroup.Rule::ports)
        .containsOnly(Known.is(PortSet.tcp(443)));
    assertThat(group.egress().all())
        .extracting(SecurityGroup.Rule::ports)
        .containsExactly(Known.is(PortSet.NONE), Known.is(PortSet.tcp(80)));
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
}
