package ecraccess.live.network;

import static ecraccess.live.preflight.Asking.look;
import static ecraccess.live.preflight.Asking.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.live.lookup.Account;
import ecraccess.live.lookup.NetworkRequest;
import ecraccess.live.preflight.Asking;
import ecraccess.live.preflight.FakeAccount;
import ecraccess.live.preflight.PreflightReport;
import ecraccess.reach.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the judge says to live facts: a line for each check that a template could fail as well. */
class LiveVerdictTest {
  private static final String PLACE = "Resources.EcrAccess.Properties.";
  private static final String GIVEN_TABLES = "\"RouteTableIds\": [\"rtb-main\"]";
  private static final String GIVEN_GROUP = "\"SecurityGroupIds\": [\"sg-1\"]";

  private final FakeAccount account = FakeAccount.healthy();

  private static Account.Endpoint s3Gateway(Optional<String> stack) {
    return new Account.Endpoint(
        "vpce-s3",
        "com.amazonaws.eu-west-1.s3",
        Optional.empty(),
        "Gateway",
        "available",
        false,
        List.of(),
        List.of(),
        List.of("rtb-main"),
        Optional.empty(),
        stack);
  }

  private static Account.Endpoint withoutPrivateDns(String id, String service) {
    Account.Endpoint usual = FakeAccount.endpoint(id, service, Optional.empty());
    return new Account.Endpoint(
        id,
        usual.service(),
        Optional.empty(),
        "Interface",
        "available",
        false,
        usual.subnets(),
        usual.groups(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void privateDnsNeedsDnsHostnames() {
    account.dnsHostnames = false;
    assertThat(reasons(look(account, GIVEN_TABLES)))
        .singleElement()
        .asString()
        .startsWith("vpc-1.EnableDnsHostnames: expected EnableDnsHostnames: true on VPC vpc-1");
  }

  @Test
  void anotherEndpointMayHaveTheNameAlready() {
    account.endpoints.add(FakeAccount.endpoint("vpce-9", "ecr.api", Optional.empty()));
    assertThat(reasons(look(account)))
        .singleElement()
        .asString()
        .contains("vpce-9", "ExistingServices: [ecr.api]");
  }

  @Test
  void theStacksOwnEndpointsHaveTheirNamesAndRoutes() {
    account.endpoints.add(
        FakeAccount.endpoint("vpce-9", "ecr.api", Optional.of(FakeAccount.STACK)));
    account.endpoints.add(s3Gateway(Optional.of(FakeAccount.STACK)));
    assertThat(reasons(look(account))).isEmpty();
  }

  @Test
  void anotherGatewayMayHaveTheRouteAlready() {
    account.endpoints.add(s3Gateway(Optional.empty()));
    assertThat(reasons(look(account, GIVEN_TABLES)))
        .singleElement()
        .asString()
        .contains("vpce-s3", "ExistingServices: [s3]");
  }

  @Test
  void aGivenGroupThatAdmitsNobodyCutsTheVpcOff() {
    account.securityGroups.set(
        0, new Account.SecurityGroup("sg-1", "vpc-1", Optional.empty(), List.of(), List.of()));
    assertThat(reasons(look(account, GIVEN_GROUP, GIVEN_TABLES)))
        .singleElement()
        .asString()
        .startsWith("sg-1.IpPermissions: expected");
  }

  @Test
  void theDocumentationShowsWhatAStackSays() throws IOException {
    account.dnsHostnames = false;
    account.endpoints.add(s3Gateway(Optional.empty()));
    String said =
        String.join("\n", reasons(look(account)))
            .replace("vpce-s3", "vpce-0a1b2c3d")
            .replace("vpc-1", "vpc-0a1b2c3d");
    assertThat(Files.readString(Path.of("examples/given.refused.txt")))
        .isEqualTo(
            "Received response status [FAILED] from custom resource. Message returned: %s\n%s\n"
                .formatted("PrivateEcrAccess found 2 problems", said));
  }

  private void closeAclOfA() {
    account.networkAcls.set(
        0,
        new Account.NetworkAcl(
            "acl-1",
            List.of("subnet-b"),
            List.of(FakeAccount.open(false), FakeAccount.open(true))));
    account.networkAcls.add(new Account.NetworkAcl("acl-2", List.of("subnet-a"), List.of()));
  }

  @Test
  void aClosedNetworkAclKeepsTasksFromPulling() {
    closeAclOfA();
    assertThat(reasons(look(account, GIVEN_GROUP)))
        .isNotEmpty()
        .allSatisfy(reason -> assertThat(reason).startsWith("acl-2").contains("network ACL"));
  }

  @Test
  void inSubnetsThatPerhapsNobodyPullsInItIsANote() {
    closeAclOfA();
    PreflightReport look = look(account, GIVEN_GROUP, GIVEN_TABLES);
    assertThat(reasons(look)).isEmpty();
    assertThat(look.notes())
        .isNotEmpty()
        .allSatisfy(
            note -> assertThat(note).startsWith("if images are pulled in these subnets: acl-2"));
  }

  @Test
  void whatIsWrongWithEndpointsOfOtherServicesIsNobodysBusiness() {
    account.securityGroups.add(
        new Account.SecurityGroup("sg-2", "vpc-1", Optional.empty(), List.of(), List.of()));
    Account.Endpoint closed = FakeAccount.endpoint("vpce-9", "sqs", Optional.empty());
    account.endpoints.add(
        new Account.Endpoint(
            "vpce-9",
            closed.service(),
            Optional.empty(),
            "Interface",
            "available",
            true,
            List.of("subnet-a"),
            List.of("sg-2"),
            List.of(),
            Optional.empty(),
            Optional.empty()));
    PreflightReport look = look(account, GIVEN_TABLES);
    assertThat(reasons(look)).isEmpty();
    assertThat(look.notes()).isEmpty();
  }

  /** EC2 does not show the private hosted zones by which people do without private DNS. */
  @Test
  void withoutPrivateDnsNobodyCanTell() {
    PreflightReport look = look(account, "\"PrivateDnsEnabled\": \"false\"");
    assertThat(reasons(look)).isEmpty();
    assertThat(look.judgement().orElseThrow().verdict())
        .hasValueSatisfying(verdict -> assertThat(verdict).isInstanceOf(Verdict.CannotTell.class));
  }

  @Test
  void whereNothingIsThereNothingIsReached() {
    PreflightReport look =
        PreflightReport.at(
            NetworkRequest.of("eu-west-1", "vpc-1", List.of("subnet-a"), Asking.ANY), account);
    assertThat(look.judgement().orElseThrow().faults())
        .extracting(Verdict.Cannot::text)
        .hasSize(3)
        .allSatisfy(text -> assertThat(text).contains("found none"));
  }

  @Test
  void whereAllIsThereImagesArrive() {
    account.endpoints.add(FakeAccount.endpoint("vpce-1", "ecr.api", Optional.empty()));
    account.endpoints.add(FakeAccount.endpoint("vpce-2", "ecr.dkr", Optional.empty()));
    account.endpoints.add(s3Gateway(Optional.empty()));
    PreflightReport look =
        PreflightReport.at(
            NetworkRequest.of("eu-west-1", "vpc-1", List.of("subnet-a", "subnet-b"), Asking.ANY),
            account);
    assertThat(look.judgement().orElseThrow().verdict())
        .hasValueSatisfying(verdict -> assertThat(verdict).isInstanceOf(Verdict.Can.class));
  }

  @Test
  void anEndpointWithoutPrivateDnsMayHaveAZoneOfItsOwn() {
    account.endpoints.add(withoutPrivateDns("vpce-1", "ecr.api"));
    account.endpoints.add(FakeAccount.endpoint("vpce-2", "ecr.dkr", Optional.empty()));
    account.endpoints.add(s3Gateway(Optional.empty()));
    PreflightReport look =
        PreflightReport.at(
            NetworkRequest.of("eu-west-1", "vpc-1", List.of("subnet-a"), Asking.ANY), account);
    assertThat(look.judgement().orElseThrow().verdict())
        .hasValueSatisfying(verdict ->
            assertThat(verdict.toString())
                .contains("CannotTell")
                .contains("the private hosted zones of vpc-1, which may lead")
                .contains("to vpce-1 though its private DNS is off"));
  }

  @Test
  void tasksWithGroupsAreJudgedByThem() {
    account.endpoints.add(FakeAccount.endpoint("vpce-1", "ecr.api", Optional.empty()));
    account.endpoints.add(FakeAccount.endpoint("vpce-2", "ecr.dkr", Optional.empty()));
    account.endpoints.add(s3Gateway(Optional.empty()));
    account.securityGroups.add(
        new Account.SecurityGroup("sg-out", "vpc-1", Optional.empty(), List.of(), List.of()));
    NetworkRequest.Tasks tasks =
        new NetworkRequest.Tasks("web", Optional.of(List.of("sg-out")), List.of(), List.of());
    PreflightReport look =
        PreflightReport.at(
            NetworkRequest.of("eu-west-1", "vpc-1", List.of("subnet-a"), tasks), account);
    assertThat(look.judgement().orElseThrow().faults())
        .isNotEmpty()
        .allSatisfy(
            fault -> assertThat(fault.path().toString()).isEqualTo("sg-out.IpPermissionsEgress"));
  }
}
