package ecraccess.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.live.lookup.Account;
import ecraccess.live.preflight.FakeAccount;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorCommandTest {
  private final FakeCloud cloud = FakeCloud.pulling();
  private final FakeAccount account = cloud.account;

  private Run doctor(String... args) {
    return cloud.doctor("", args);
  }

  @Test
  void aHealthyVpcCanPull() {
    assertThat(doctor()).isEqualTo(new Run(0, FakeCloud.CAN_PULL, ""));
    assertThat(cloud.asked).containsExactly("close");
  }

  @Test
  void onlyTheNamedSubnetsAreWalked() {
    assertThat(doctor("--subnet", "subnet-b").out()).contains("from subnet-b to");
    assertThat(doctor("--subnet", "subnet-a, subnet-b"))
        .isEqualTo(new Run(0, FakeCloud.CAN_PULL, ""));
    assertThat(doctor("--subnet", "subnet-a", "--subnet", "subnet-b").out())
        .isEqualTo(FakeCloud.CAN_PULL);
  }

  @Test
  void aMissingEndpointIsAFault() {
    account.endpoints.removeIf(endpoint -> endpoint.id().equals("vpce-api"));
    Run run = doctor();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            """
            ✗ vpc-1 (tasks): cannot pull
              ✗ registry token  from subnet-a, subnet-b to api.ecr.eu-west-1.amazonaws.com
                  ✓ image            taken to come from private ECR of eu-west-1
                  ✓ DNS              public addresses
                  ✗ way              fault 1: vpc-1
                                     expected an endpoint for ecr.api in VPC vpc-1, found none, and no way to
            """)
        .endsWith("\nCannot pull: 1 fault\n");
  }

  @Test
  void aClosedGroupIsAFaultAtTheGroup() {
    account.securityGroups.set(
        0, new Account.SecurityGroup("sg-1", "vpc-1", Optional.empty(), List.of(), List.of()));
    Run run = doctor("--subnet", "subnet-a");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("✗ security groups  fault 1: sg-1.IpPermissions\n");
  }

  @Test
  void aTasksOwnGroupIsLookedAtWhereItIsNamed() {
    account.securityGroups.add(
        new Account.SecurityGroup("sg-shut", "vpc-1", Optional.empty(), List.of(), List.of()));
    assertThat(doctor().exitCode()).isEqualTo(0);
    assertThat(doctor("--security-group", "sg-shut").out())
        .contains("fault 1: sg-shut.IpPermissionsEgress");
    assertThat(doctor("--security-group", "sg-shut,sg-1").exitCode()).isEqualTo(0);
  }

  @Test
  void aSubnetWithoutTheRouteOfS3IsAFault() {
    account.routeTables.add(FakeAccount.table("rtb-b", "vpc-1", false, "subnet-b"));
    Run run = doctor();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("✓ image layers    from subnet-a to", "✗ image layers    from subnet-b to")
        .contains("✗ route table      fault 1: vpce-s3.RouteTableIds\n")
        .contains("expected rtb-b, the route table of a subnet");
  }

  @Test
  void dnsHostnamesOffAreAFaultOfTheVpc() {
    account.dnsHostnames = false;
    Run run = doctor();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("vpc-1.EnableDnsHostnames\n");
  }

  @Test
  void whatIsNamedAndNotThereIsWrongUse() {
    assertThat(doctor("--subnet", "subnet-x,subnet-a", "--security-group", "sg-x"))
        .isEqualTo(
            new Run(
                2,
                "",
                """
                ecr-access: subnet-x: expected a subnet of vpc-1, found subnet-x, which does not exist; give one of this VPC
                ecr-access: sg-x: expected a security group of vpc-1, found sg-x, which does not exist; give one of this VPC
                """));
    assertThat(Run.in(cloud, "", "doctor", "--vpc", "vpc-x"))
        .isEqualTo(
            new Run(
                2,
                "",
                "ecr-access: vpc-x: expected a VPC of this account in eu-west-1, found none with"
                    + " the ID vpc-x; give the ID of one\n"));
  }

  @Test
  void withoutAnAnswerNothingIsJudged() {
    account.failingAt = Optional.of("DescribeSubnets");
    String reason = "vpc-1: expected EC2 to answer, found RequestLimitExceeded";
    assertThat(doctor()).isEqualTo(new Run(2, "", "ecr-access: " + reason + "\n"));
    Run run = doctor("--format", "json");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("ecr-access: " + reason + "\n");
    assertThat(FakeCloud.json(run.out()))
        .isEqualTo(
            FakeCloud.json(
                """
                {"verdict": "cannot tell", "region": "eu-west-1", "vpc": "vpc-1",
                 "summary": "Cannot tell: %1$s", "missing": [], "deployment": [], "pulls": [],
                 "reasons": ["%1$s"], "notes": []}
                """
                    .formatted(reason)));
  }

  @Test
  void jsonHasIdsForPlaces() {
    account.endpoints.removeIf(endpoint -> endpoint.id().equals("vpce-api"));
    Run run = doctor("--format", "json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .startsWith(
            """
            {
              "verdict": "cannot",
              "region": "eu-west-1",
              "vpc": "vpc-1",
              "summary": "Cannot pull: 1 fault",
            """)
        .endsWith("  \"reasons\": [],\n  \"notes\": []\n}\n")
        .contains("\"path\": \"vpc-1\"")
        .doesNotContain("\"file\"", "\"line\"");
  }

  @Test
  void picturesAreNamedAfterTheVpc(@TempDir Path folder) {
    Run run = doctor("--diagram", folder.toString());
    assertThat(run.err())
        .isEqualTo("wrote " + folder + "/vpc-1.svg\nwrote " + folder + "/vpc-1.mmd\n");
    assertThat(folder.resolve("vpc-1.svg")).isNotEmptyFile();
    assertThat(folder.resolve("vpc-1.mmd")).isNotEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "doctor",
        "doctor --vpc",
        "doctor --vpc my-vpc",
        "doctor --vpc ../vpc-1",
        "doctor --vpc vpc-1 template.yaml",
        "doctor --vpc vpc-1 --subnet a",
        "doctor --vpc vpc-1 --subnet subnet-a,,subnet-b",
        "doctor --vpc vpc-1 --security-group default",
        "doctor --vpc vpc-1 --region Ireland",
        "doctor --vpc vpc-1 --endpoint-url localhost:4566",
        "doctor --vpc vpc-1 --endpoint-url ftp://localhost",
        "doctor --vpc vpc-1 --endpoint-url http://",
        "doctor --vpc vpc-1 --task none.json",
        "doctor --vpc vpc-1 --task src",
        "doctor --vpc vpc-1 --task README.md",
        "doctor --vpc vpc-1 --task examples/task.json --format yaml"
      })
  void wrongUseIsExplained(String command) {
    Run run = Run.in(cloud, "", command.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("ecr-access: ");
  }

  @Test
  void helpNamesTheExitCodes() {
    assertThat(Run.of("doctor", "--help").out())
        .startsWith("Usage: ecr-access doctor ")
        .endsWith(
            """
            Exit codes: 0 can pull, 1 cannot pull, 2 used wrongly or no answer from AWS,
            3 cannot tell, 70 a bug of ecr-access.
            """);
  }
}
