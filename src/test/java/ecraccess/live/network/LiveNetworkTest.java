package ecraccess.live.network;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.live.preflight.LiveFixture;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.InternetBlock;
import ecraccess.reach.model.Subnet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A live network as a whole: its VPC, its subnets, what pulls in it. */
class LiveNetworkTest extends LiveFixture {
  @Test
  void aSubnetHasItsZoneTableAndAcl() {
    assertThat(network().subnet(id("subnet-a")))
        .isEqualTo(
            new Subnet(
                id("subnet-a"),
                JsonPath.of("subnet-a"),
                id("vpc-1"),
                id("euw1-az1"),
                Addresses.parse("10.0.1.0/24").orElseThrow(),
                Known.unknown("whether there are IPv6 addresses in subnet-a"),
                id("rtb-main"),
                id("acl-1"),
                Known.is(false),
                Known.unknown("whether DNS64 is on in subnet-a"),
                InternetBlock.NONE));
  }

  @Test
  void whatNobodyMaySeeIsUnknownNotAbsent() {
    account.denied.addAll(List.of("DescribeSubnets", "DescribeRouteTables", "DescribeNetworkAcls"));
    String missing = "the subnets of vpc-1 (no permission ec2:DescribeSubnets)";
    assertThat(network().subnet(id("subnet-a")))
        .isEqualTo(
            new Subnet(
                id("subnet-a"),
                JsonPath.of("subnet-a"),
                new Id.Open("the VPC of subnet-a", missing),
                new Id.Open("the zone of subnet-a", missing),
                new Addresses.Open("the addresses of subnet-a", missing),
                Known.unknown(missing),
                new Id.Open(
                    "the route table of subnet-a",
                    "the route tables of vpc-1 (no permission ec2:DescribeRouteTables)"),
                new Id.Open(
                    "the network ACL of subnet-a",
                    "the network ACLs of vpc-1 (no permission ec2:DescribeNetworkAcls)"),
                Known.unknown(missing),
                Known.unknown(missing),
                InternetBlock.NONE));
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
    assertThat(network("\"SubnetIds\": [\"subnet-a\", \"subnet-0\"]").workloads())
        .singleElement()
        .satisfies(workload -> {
          assertThat(workload.name()).isEqualTo("EcrAccess");
          assertThat(workload.subnets()).containsExactly(id("subnet-a"));
          assertThat(workload.groups()).isEmpty();
        });
    assertThat(network(doctor()).workloads().getFirst().subnets())
        .containsExactly(id("subnet-a"), id("subnet-b"));
  }
}
