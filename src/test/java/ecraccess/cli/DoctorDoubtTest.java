package ecraccess.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.live.lookup.Account;
import ecraccess.live.preflight.FakeAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not told to the doctor, and what it has to be allowed to ask. */
class DoctorDoubtTest {
  private final FakeCloud cloud = FakeCloud.pulling();
  private final FakeAccount account = cloud.account;

  private static Account.Endpoint withoutPrivateDns(Account.Endpoint it) {
    return new Account.Endpoint(
        it.id(),
        it.service(),
        it.region(),
        it.type(),
        it.state(),
        false,
        it.subnets(),
        it.groups(),
        it.routeTables(),
        it.policy(),
        it.stack());
  }

  private Run doctor(String... args) {
    return cloud.doctor("", args);
  }

  @ParameterizedTest
  @CsvSource({
    "DescribeVpcAttribute, the DNS attributes of vpc-1",
    "DescribeDhcpOptions, the DHCP options of vpc-1",
    "DescribeSubnets, the subnets of vpc-1",
    "DescribeRouteTables, the route tables of vpc-1",
    "DescribeSecurityGroups, the security groups of vpc-1",
    "DescribeVpcEndpoints, the endpoints of vpc-1"
  })
  void withoutAPermissionNobodyCanTell(String operation, String what) {
    account.denied.add(operation);
    Run run = doctor();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("Notes\n  - " + what + ": not known, expected the permission ec2:" + operation)
        .contains("(no permission")
        .doesNotContain("in the template");
    Json notes = FakeCloud.json(doctor("--format", "json").out()).get("notes").orElseThrow();
    assertThat(notes)
        .isEqualTo(
            Json.Arr.of(
                Json.Obj.of(
                    "text",
                    new Json.Str(
                        "%s: not known, expected the permission ec2:%s, found it denied; what hangs on it is not checked"
                            .formatted(what, operation)))));
  }

  @Test
  void whereNothingMayBeSeenNothingIsClaimed() {
    account.denied.addAll(operations());
    Run run = doctor("--subnet", "subnet-a", "--security-group", "sg-1");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).doesNotContain("✗", "in the template");
  }

  @Test
  void aVpcWithoutSubnetsHasNoPlaceForTasks() {
    account.subnets.clear();
    Run run = doctor();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("a subnet of vpc-1").doesNotContain("in the template");
  }

  /** EC2 does not show the private hosted zones by which people do without private DNS. */
  @Test
  void withoutPrivateDnsNobodyCanTell() {
    account.endpoints.replaceAll(DoctorDoubtTest::withoutPrivateDns);
    Run run = doctor();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("cannot tell without the private hosted zones of vpc-1");
  }

  /** Also the policy that the documentation shows. */
  @Test
  void thePolicyAllowsWhatIsAskedAndNoMore() throws IOException {
    assertThat(doctor().exitCode()).isEqualTo(0);
    List<String> expected =
        Stream.concat(
                operations().stream().map(operation -> "ec2:" + operation),
                Stream.of("ecs:DescribeTaskDefinition"))
            .toList();
    Json.Obj policy = FakeCloud.json(Files.readString(Path.of("docs/doctor-policy.json")));
    Json.Obj statement =
        (Json.Obj) ((Json.Arr) policy.get("Statement").orElseThrow()).elements().getFirst();
    List<String> actions =
        ((Json.Arr) statement.get("Action").orElseThrow())
            .elements().stream().map(action -> ((Json.Str) action).value()).toList();
    assertThat(actions).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** All that is asked of a healthy VPC. */
  private List<String> operations() {
    FakeAccount other = FakeAccount.healthy();
    Run.in(other, "doctor", "--vpc", "vpc-1");
    return other.asked.stream().distinct().toList();
  }
}
