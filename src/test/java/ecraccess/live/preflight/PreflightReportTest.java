package ecraccess.live.preflight;

import static ecraccess.live.preflight.Asking.data;
import static ecraccess.live.preflight.Asking.look;
import static ecraccess.live.preflight.Asking.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.live.lookup.NetworkRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightReportTest {
  private final FakeAccount account = FakeAccount.healthy();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DescribeVpcs | VPC vpc-1",
        "DescribeVpcAttribute | the DNS attributes of vpc-1",
        "DescribeDhcpOptions | the DHCP options of vpc-1",
        "DescribeSubnets | the subnets of vpc-1",
        "DescribeSecurityGroups | the security groups of vpc-1",
        "DescribeNetworkAcls | the network ACLs of vpc-1",
        "DescribeNatGateways | the NAT gateways of vpc-1",
        "DescribeVpcEndpoints | the endpoints of vpc-1",
        "DescribeVpcEndpointServices | the endpoint services of the region",
        "DescribeManagedPrefixLists | the prefix list of S3"
      })
  void aMissingPermissionIsANote(String operation, String what) {
    account.denied.add(operation);
    PreflightReport look =
        look(account, "\"SecurityGroupIds\": [\"sg-1\"]", "\"Clients\": [\"VpcCidrBlock\"]");
    assertThat(reasons(look)).isEmpty();
    assertThat(look.notes())
        .contains(
            "%s: not known, expected the permission ec2:%s, found it denied; what hangs on it is not checked"
                .formatted(what, operation));
    assertThat(data(look, "RouteTableIds")).isEqualTo("[\"rtb-main\"]");
    assertThat(data(look, "SubnetIds")).isEqualTo("[\"subnet-a\",\"subnet-b\"]");
  }

  @Test
  void noPermissionAtAllLeavesWhatWasGiven() {
    Stream.of(
            "Vpcs",
            "VpcAttribute",
            "DhcpOptions",
            "Subnets",
            "RouteTables",
            "SecurityGroups",
            "NetworkAcls",
            "NatGateways",
            "VpcEndpoints",
            "VpcEndpointServices",
            "ManagedPrefixLists")
        .map("Describe"::concat)
        .forEach(account.denied::add);
    PreflightReport look = look(account, "\"RouteTableIds\": [\"rtb-9\"]");
    assertThat(reasons(look)).isEmpty();
    // Of DHCP options nothing can be asked where the VPC is not seen.
    assertThat(look.notes()).hasSize(11);
    assertThat(look.data())
        .isEqualTo(
            Json.Obj.of(
                "SubnetIds", Json.Arr.of(new Json.Str("subnet-a"), new Json.Str("subnet-b"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DescribeVpcs", "DescribeSubnets", "DescribeVpcEndpointServices"})
  void whereThereIsNoAnswerNothingElseIsAsked(String operation) {
    account.failingAt = Optional.of(operation);
    PreflightReport look = look(account);
    assertThat(reasons(look))
        .containsExactly(
            "Resources.EcrAccess.Properties.VpcId: expected EC2 to answer, found"
                + " RequestLimitExceeded");
    assertThat(look.judgement()).isEmpty();
    assertThat(account.asked).endsWith(operation);
  }

  @Test
  void withoutPreflightOnlyTheLookUpsAreAsked() {
    PreflightReport look = look(account, "\"Preflight\": \"false\"");
    assertThat(account.asked)
        .containsExactly(
            "DescribeVpcs",
            "DescribeSubnets",
            "DescribeRouteTables",
            "DescribeVpcEndpointServices",
            "DescribeManagedPrefixLists");
    assertThat(look.judgement()).isEmpty();
  }

  @Test
  void withPreflightEachKindOfFactIsAskedOnce() {
    look(account);
    assertThat(account.asked)
        .containsExactly(
            "DescribeVpcs",
            "DescribeVpcAttribute",
            "DescribeVpcAttribute",
            "DescribeDhcpOptions",
            "DescribeSubnets",
            "DescribeRouteTables",
            "DescribeSecurityGroups",
            "DescribeNetworkAcls",
            "DescribeNatGateways",
            "DescribeVpcEndpoints",
            "DescribeVpcEndpoints",
            "DescribeVpcEndpointServices",
            "DescribeManagedPrefixLists");
  }

  @Test
  void aVpcCanBeLookedAtWithoutAStack() {
    PreflightReport look =
        PreflightReport.at(
            NetworkRequest.of("eu-west-1", "vpc-1", List.of("subnet-0"), Asking.ANY), account);
    assertThat(reasons(look))
        .containsExactly(
            "subnet-0: expected a subnet of vpc-1, found subnet-0, which does not exist; give one"
                + " of this VPC");
    assertThat(look.judgement()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"VpcId\": null | VpcId: missing, expected a VPC ID",
        "\"VpcId\": \"\" | VpcId: missing, expected a VPC ID",
        "\"SubnetIds\": \"subnet-a\" | SubnetIds: expected a list of strings, found another string",
        "\"SubnetIds\": [1] | SubnetIds: expected a string, found a number",
        "\"Services\": [\"Logs!\"] | Services: expected the name of a service, found \"Logs!\"",
        "\"Preflight\": \"yes\" | Preflight: expected true or false, found another string",
        "\"PrivateDnsEnabled\": {} | PrivateDnsEnabled: expected true or false, found an object"
      })
  void whatCannotBeReadIsAReason(String property, String reason) {
    assertThat(reasons(look(account, property)))
        .containsOnly("Resources.EcrAccess.Properties." + reason);
    assertThat(account.asked).isEmpty();
  }

  @Test
  void aStackIdThatIsNoArnIsAReason() {
    assertThat(reasons(look("app", account)))
        .containsExactly(
            "Resources.EcrAccess.Properties.VpcId: expected the ARN of a stack beside it, found"
                + " none");
  }

  @Test
  void propertiesOfThisAndTheNextReleaseAreRead() {
    NetworkRequest request =
        Asking.request(
            "\"Overrides\": {\"s3\": {\"RouteTableIds\": [\"rtb-1\"]}, \"ecr.api\":"
                + " {\"ServiceRegion\": \"eu-west-2\"}}",
            "\"Adds\": [\"AWS::EC2::Route\"]",
            "\"Tomorrows\": {\"a\": [1]}");
    assertThat(request.usual().map(planned -> planned.service().name()))
        .containsExactly("ecr.dkr", "s3");
    assertThat(request.namedRouteTables()).containsExactly("rtb-1");
    assertThat(request.stack().orElseThrow().adds()).containsExactly("AWS::EC2::Route");
    assertThat(request.account()).contains(FakeAccount.OWNER);
    assertThat(request.region()).isEqualTo("eu-west-1");
    assertThat(Map.of("shorthand", request.stack().orElseThrow().shorthand()))
        .containsEntry("shorthand", "EcrAccess");
  }
}
