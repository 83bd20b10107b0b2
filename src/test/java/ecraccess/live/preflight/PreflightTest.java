package ecraccess.live.preflight;

import static ecraccess.live.preflight.Asking.look;
import static ecraccess.live.preflight.Asking.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.live.lookup.Account;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
  private static final String PROPERTIES = "Resources.EcrAccess.Properties.";

  private final FakeAccount account = FakeAccount.healthy();

  @Test
  void nothingSpeaksAgainstAHealthyVpc() {
    PreflightReport look = look(account, "\"SecurityGroupIds\": [\"sg-1\"]");
    assertThat(reasons(look)).isEmpty();
    assertThat(look.notes()).isEmpty();
    assertThat(look.judgement()).isPresent();
  }

  @Test
  void aVpcThatDoesNotExistIsTheOnlyReason() {
    account.vpcs.clear();
    assertThat(reasons(look(account)))
        .containsExactly(
            PROPERTIES
                + "VpcId: expected a VPC of this account in eu-west-1, found none with the ID"
                + " vpc-1; give the ID of one");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatDoesNotExistOrIsElsewhereIsNamed(boolean preflight) {
    account.subnets.add(FakeAccount.subnet("subnet-x", "vpc-2", "euw1-az3", "10.1.0.0/24"));
    account.routeTables.add(FakeAccount.table("rtb-x", "vpc-2", true));
    assertThat(
            reasons(
                look(
                    account,
                    "\"SubnetIds\": [\"subnet-a\", \"subnet-x\", \"subnet-0\"]",
                    "\"RouteTableIds\": [\"rtb-x\", \"rtb-0\"]",
                    "\"Preflight\": " + preflight)))
        .containsExactly(
            PROPERTIES
                + "SubnetIds: expected a subnet of vpc-1, found subnet-x, which is in vpc-2; give"
                + " one of this VPC",
            PROPERTIES
                + "SubnetIds: expected a subnet of vpc-1, found subnet-0, which does not exist;"
                + " give one of this VPC",
            PROPERTIES
                + "RouteTableIds: expected a route table of vpc-1, found rtb-x, which is in vpc-2;"
                + " give one of this VPC",
            PROPERTIES
                + "RouteTableIds: expected a route table of vpc-1, found rtb-0, which does not"
                + " exist; give one of this VPC");
  }

  @Test
  void groupsOfAnotherVpcAreNamed() {
    account.securityGroups.add(FakeAccount.group("sg-x", "vpc-2"));
    assertThat(reasons(look(account, "\"SecurityGroupIds\": [\"sg-1\", \"sg-x\"]")))
        .containsExactly(
            PROPERTIES
                + "SecurityGroupIds: expected a security group of vpc-1, found sg-x, which is in"
                + " vpc-2; give one of this VPC");
  }

  @Test
  void aSharedVpcTakesNoEndpoints() {
    account.vpcs.set(
        0,
        new Account.Vpc(
            "vpc-1", "999999999999", List.of("10.0.0.0/16"), List.of(), Optional.empty(), false));
    assertThat(reasons(look(account)))
        .containsExactly(
            PROPERTIES
                + "VpcId: expected a VPC of account 123456789012, found vpc-1, which account"
                + " 999999999999 shares: only its owner can create endpoints in it; deploy this in"
                + " account 999999999999");
  }

  @Test
  void aSharedSubnetTellsOnAVpcThatNobodyMaySee() {
    account.denied.add("DescribeVpcs");
    account.subnets.set(
        0,
        new Account.Subnet(
            "subnet-a",
            "vpc-1",
            "999999999999",
            "eu-west-1a",
            "euw1-az1",
            Optional.of("10.0.1.0/24"),
            false,
            9));
    assertThat(reasons(look(account)))
        .singleElement()
        .asString()
        .contains("found vpc-1, which account 999999999999 shares");
  }

  @Test
  void servicesThatTheRegionLacksAreNamed() {
    account.services.removeIf(service -> service.name().endsWith("ecr.dkr"));
    assertThat(reasons(look(account, "\"Services\": [\"ecr.dkr\", \"ecr.api\", \"lgos\"]")))
        .containsExactly(
            PROPERTIES
                + "Services: expected com.amazonaws.eu-west-1.ecr.dkr among the interface endpoint"
                + " services of eu-west-1, found no such service; use a region that has it",
            PROPERTIES
                + "AdditionalServices: expected com.amazonaws.eu-west-1.lgos among the interface"
                + " endpoint services of eu-west-1, found no such service; leave out lgos");
  }

  @Test
  void theInterfaceServiceOfS3IsNotItsGateway() {
    account.services.remove(2);
    assertThat(reasons(look(account)))
        .containsExactly(
            PROPERTIES
                + "Services: expected com.amazonaws.eu-west-1.s3 among the gateway endpoint"
                + " services of eu-west-1, found another type only; use a region that has it");
  }

  @Test
  void aServiceWithoutPrivateDnsNameIsNamed() {
    account.services.set(4, FakeAccount.service("logs", "Interface", false));
    String services = "\"Services\": [\"ecr.dkr\", \"ecr.api\", \"s3\", \"logs\"]";
    assertThat(reasons(look(account, services)))
        .containsExactly(
            PROPERTIES
                + "PrivateDnsEnabled: expected a service with a private DNS name, found"
                + " com.amazonaws.eu-west-1.logs, which has none; add Overrides: {logs:"
                + " {PrivateDnsEnabled: false}}");
    assertThat(
            reasons(
                look(
                    account,
                    services,
                    "\"Overrides\": {\"logs\": {\"PrivateDnsEnabled\": \"false\"}}")))
        .isEmpty();
  }

  private void leaveFree(int addresses) {
    account.subnets.set(
        0,
        new Account.Subnet(
            "subnet-a",
            "vpc-1",
            FakeAccount.OWNER,
            "eu-west-1a",
            "euw1-az1",
            Optional.of("10.0.1.0/24"),
            false,
            addresses));
  }

  @Test
  void eachInterfaceNeedsAFreeAddress() {
    leaveFree(1);
    assertThat(reasons(look(account)))
        .containsExactly(
            PROPERTIES
                + "SubnetIds: expected 2 free addresses in subnet-a for the endpoints' interfaces,"
                + " found 1; give another subnet of zone euw1-az1 first");
    leaveFree(2);
    assertThat(reasons(look(account))).isEmpty();
  }

  @Test
  void theStacksOwnInterfacesNeedNoMoreAddresses() {
    leaveFree(0);
    account.endpoints.add(
        FakeAccount.endpoint("vpce-1", "ecr.api", Optional.of(FakeAccount.STACK)));
    account.endpoints.add(
        FakeAccount.endpoint("vpce-2", "ecr.dkr", Optional.of(FakeAccount.STACK)));
    assertThat(reasons(look(account))).isEmpty();
  }

  @Test
  void aSubnetOutsideThePrimaryBlockNeedsClientCidrs() {
    account.vpcs.set(0, FakeAccount.vpc("vpc-1", "10.0.0.0/16", "100.64.0.0/16"));
    account.subnets.add(FakeAccount.subnet("subnet-c", "vpc-1", "euw1-az3", "100.64.1.0/24"));
    String subnets = "\"SubnetIds\": [\"subnet-a\", \"subnet-c\"]";
    assertThat(reasons(look(account, subnets, "\"Clients\": [\"VpcCidrBlock\"]")))
        .containsExactly(
            PROPERTIES
                + "ClientCidrs: missing, expected the CIDR blocks of the VPC, because subnet-c"
                + " (100.64.1.0/24) lies outside its primary block 10.0.0.0/16, which alone the"
                + " created security group would admit");
    assertThat(reasons(look(account, subnets))).isEmpty();
  }

  @Test
  void aVpcWithoutIpv6HasNoBlockToAdmit() {
    assertThat(reasons(look(account, "\"Clients\": [\"VpcCidrBlock\", \"VpcIpv6CidrBlock\"]")))
        .containsExactly(
            PROPERTIES
                + "IpAddressType: expected a VPC with an IPv6 block, found vpc-1 without one; leave"
                + " out IpAddressType, or give ClientCidrs");
  }

  @Test
  void quotasAreNoted() {
    IntStream.range(0, 49)
        .mapToObj(i -> FakeAccount.endpoint("vpce-" + i, "s" + i, Optional.empty()))
        .forEach(account.endpoints::add);
    account.gateways = 20;
    PreflightReport look = look(account);
    assertThat(reasons(look)).isEmpty();
    assertThat(look.notes())
        .containsExactly(
            "51 interface endpoints in vpc-1 are more than the quota of 50, unless the account's"
                + " has been raised",
            "21 gateway endpoints in eu-west-1 are more than the quota of 20, unless the account's"
                + " has been raised");
  }

  @Test
  void theStacksOwnEndpointsCountOnce() {
    IntStream.range(0, 48)
        .mapToObj(i -> FakeAccount.endpoint("vpce-" + i, "s" + i, Optional.empty()))
        .forEach(account.endpoints::add);
    account.endpoints.add(
        FakeAccount.endpoint("vpce-own", "ecr.api", Optional.of(FakeAccount.STACK)));
    assertThat(look(account).notes()).isEmpty();
  }

  @Test
  void allReasonsComeAtOnce() {
    leaveFree(0);
    account.services.clear();
    assertThat(
            reasons(
                look(
                    account,
                    "\"SubnetIds\": [\"subnet-a\", \"subnet-0\"]",
                    "\"SecurityGroupIds\": [\"sg-0\"]")))
        .hasSize(6);
  }
}
