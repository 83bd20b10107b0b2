package ecraccess.live.network;

import static ecraccess.live.preflight.Asking.data;
import static ecraccess.live.preflight.Asking.look;
import static ecraccess.live.preflight.Asking.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.live.lookup.Account;
import ecraccess.live.preflight.FakeAccount;
import ecraccess.live.preflight.PreflightReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkAnswersTest {
  private final FakeAccount account = FakeAccount.healthy();

  @Test
  void aSubnetWithoutAssociationHasTheMainTable() {
    assertThat(data(look(account), "RouteTableIds")).isEqualTo("[\"rtb-main\"]");
  }

  @Test
  void tablesComeInTheOrderOfTheSubnetsAndEachOnce() {
    account.routeTables.add(FakeAccount.table("rtb-own", "vpc-1", false, "subnet-b", "subnet-c"));
    account.subnets.add(FakeAccount.subnet("subnet-c", "vpc-1", "euw1-az3", "10.0.3.0/24"));
    assertThat(
            data(
                look(account, "\"SubnetIds\": [\"subnet-c\", \"subnet-a\", \"subnet-b\"]"),
                "RouteTableIds"))
        .isEqualTo("[\"rtb-own\",\"rtb-main\"]");
  }

  @Test
  void anotherVpcsMainTableIsNotMeant() {
    account.routeTables.addFirst(FakeAccount.table("rtb-other", "vpc-2", true));
    PreflightReport look =
        look(account, "\"RouteTableIds\": [\"rtb-other\"]", "\"Preflight\": false");
    assertThat(data(look, "RouteTableIds")).isEqualTo("[\"rtb-main\"]");
  }

  @Test
  void tablesThatNobodyMaySeeAreMissed() {
    account.denied.add("DescribeRouteTables");
    PreflightReport look = look(account);
    assertThat(reasons(look))
        .containsExactly(
            "Resources.EcrAccess.Properties.RouteTableIds: expected the route tables of subnet-a,"
                + " subnet-b, found the route tables of vpc-1 (no permission"
                + " ec2:DescribeRouteTables); name them here, or grant the permission");
    assertThat(data(look, "RouteTableIds")).isEqualTo("nothing");
  }

  @Test
  void tablesThatAreGivenNeedNoLookUp() {
    account.denied.add("DescribeRouteTables");
    assertThat(reasons(look(account, "\"RouteTableIds\": [\"rtb-main\"]"))).isEmpty();
  }

  @Test
  void theFirstSubnetOfEachZoneIsTaken() {
    account.subnets.add(FakeAccount.subnet("subnet-c", "vpc-1", "euw1-az1", "10.0.3.0/24"));
    assertThat(
            data(
                look(
                    account,
                    "\"SubnetIds\": [\"subnet-c\", \"subnet-a\", \"subnet-b\", \"subnet-c\"]"),
                "SubnetIds"))
        .isEqualTo("[\"subnet-c\",\"subnet-b\"]");
  }

  @Test
  void aZoneThatOneServiceLacksIsLeftOut() {
    account.services.set(1, FakeAccount.service("ecr.dkr", "Interface", true, "euw1-az2"));
    PreflightReport look = look(account);
    assertThat(data(look, "SubnetIds")).isEqualTo("[\"subnet-b\"]");
    assertThat(look.notes())
        .containsExactly(
            "subnet-a gets no interface: com.amazonaws.eu-west-1.ecr.dkr is not in its zone"
                + " euw1-az1");
    assertThat(reasons(look)).isEmpty();
  }

  @Test
  void zonesAreComparedByNameWhereTheServiceTellsNoIds() {
    account.services.set(
        0,
        new Account.EndpointService(
            "com.amazonaws.eu-west-1.ecr.api",
            List.of("Interface"),
            List.of("eu-west-1a"),
            List.of(),
            true));
    assertThat(data(look(account), "SubnetIds")).isEqualTo("[\"subnet-a\"]");
  }

  @Test
  void theZonesOfS3sOtherTypeDoNotMatter() {
    account.services.set(3, FakeAccount.service("s3", "Interface", true, "euw1-az3"));
    account.services.set(2, FakeAccount.service("s3", "Gateway", false, new String[0]));
    assertThat(data(look(account), "SubnetIds")).isEqualTo("[\"subnet-a\",\"subnet-b\"]");
  }

  @Test
  void noZoneAtAllIsAReason() {
    account.services.set(
        0, FakeAccount.service("ecr.api", "Interface", true, "euw1-az2", "euw1-az3"));
    account.services.set(1, FakeAccount.service("ecr.dkr", "Interface", true, "euw1-az3"));
    assertThat(reasons(look(account, "\"Preflight\": \"false\"")))
        .containsExactly(
            "Resources.EcrAccess.Properties.SubnetIds: expected a subnet in a zone of all of"
                + " com.amazonaws.eu-west-1.ecr.api, com.amazonaws.eu-west-1.ecr.dkr, found"
                + " subnet-a in euw1-az1 (eu-west-1a), subnet-b in euw1-az2 (eu-west-1b); give one"
                + " in euw1-az3");
  }

  @Test
  void servicesThatShareNoZoneNeedAResourceEach() {
    account.services.set(0, FakeAccount.service("ecr.api", "Interface", true, "euw1-az2"));
    account.services.set(1, FakeAccount.service("ecr.dkr", "Interface", true, "euw1-az3"));
    assertThat(reasons(look(account, "\"Preflight\": false")))
        .singleElement()
        .asString()
        .endsWith("; no zone has them all, so use one resource for each");
  }

  @Test
  void subnetsThatNobodyMaySeeComeBackAsGiven() {
    account.denied.add("DescribeSubnets");
    PreflightReport look = look(account);
    assertThat(data(look, "SubnetIds")).isEqualTo("[\"subnet-a\",\"subnet-b\"]");
    assertThat(reasons(look)).isEmpty();
  }

  @Test
  void blocksAreTold() {
    account.vpcs.set(
        0,
        new Account.Vpc(
            "vpc-1",
            FakeAccount.OWNER,
            List.of("10.0.0.0/16", "100.64.0.0/16"),
            List.of("2a05:d018::/56"),
            Optional.empty(),
            false));
    PreflightReport look = look(account);
    assertThat(data(look, "VpcCidrBlock")).isEqualTo("\"10.0.0.0/16\"");
    assertThat(data(look, "VpcCidrBlocks")).isEqualTo("[\"10.0.0.0/16\",\"100.64.0.0/16\"]");
    assertThat(data(look, "VpcIpv6CidrBlock")).isEqualTo("\"2a05:d018::/56\"");
    assertThat(data(look, "S3PrefixListId")).isEqualTo("\"pl-s3\"");
  }

  @Test
  void whatTheVpcLacksIsNotTold() {
    assertThat(look(account).data().members().keySet())
        .containsExactly(
            "RouteTableIds", "SubnetIds", "VpcCidrBlock", "VpcCidrBlocks", "S3PrefixListId");
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, com.amazonaws",
    "us-gov-west-1, com.amazonaws",
    "cn-north-1, cn.com.amazonaws",
    "eusc-de-east-1, eu.amazonaws",
    "us-iso-east-1, gov.ic.c2s",
    "us-isob-east-1, gov.sgov.sc2s",
    "eu-isoe-west-1, uk.adc-e.cloud",
    "us-isof-south-1, gov.ic.hci.csp"
  })
  void servicesAreKnownByTheirNamesInThePartition(String region, String prefix) {
    account.services.clear();
    for (String service : List.of("ecr.api", "ecr.dkr")) {
      account.services.add(
          new Account.EndpointService(
              prefix + "." + region + "." + service,
              List.of("Interface"),
              List.of(),
              List.of("euw1-az2"),
              true));
    }
    account.services.add(
        new Account.EndpointService(
            "com.amazonaws." + region + ".s3", List.of("Gateway"), List.of(), List.of(), false));
    PreflightReport look = look(FakeAccount.STACK.replace("eu-west-1", region), account);
    assertThat(reasons(look)).isEmpty();
    assertThat(data(look, "SubnetIds")).isEqualTo("[\"subnet-b\"]");
  }

  @Test
  void manySubnetsAreNoTrouble() {
    account.subnets.clear();
    IntStream.range(0, 2_500)
        .mapToObj(i ->
            FakeAccount.subnet(
                "subnet-" + i, "vpc-1", "euw1-az" + (1 + i % 3), "10.0.%d.0/28".formatted(i / 16)))
        .forEach(account.subnets::add);
    PreflightReport look =
        look(account, "\"SubnetIds\": [\"subnet-2499\", \"subnet-1\", \"subnet-2498\"]");
    assertThat(data(look, "SubnetIds")).isEqualTo("[\"subnet-2499\",\"subnet-1\",\"subnet-2498\"]");
    assertThat(look.data()).isInstanceOf(Json.Obj.class);
  }
}
