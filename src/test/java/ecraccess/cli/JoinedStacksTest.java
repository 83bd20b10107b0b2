package ecraccess.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates that import what others export are judged as one network. */
class JoinedStacksTest {
  @TempDir private Path folder;

  @BeforeEach
  void examples() throws IOException {
    for (String name : List.of("network", "endpoints", "service")) {
      Files.copy(Path.of("examples/stacks", name + ".yaml"), folder.resolve(name + ".yaml"));
    }
  }

  private Run check() {
    return Run.of("check", "--region", "eu-west-1", folder.toString());
  }

  private void change(String file, String old, String other) throws IOException {
    Path path = folder.resolve(file + ".yaml");
    String text = Files.readString(path);
    assertThat(text).contains(old);
    Files.writeString(path, text.replace(old, other));
  }

  @Test
  void threeHealthyStacksCanPull() {
    Run run = check();
    assertThat(run.exitCode()).as(run.toString()).isZero();
    assertThat(run.out())
        .contains("✓ Service (Fargate tasks): can pull, " + folder.resolve("service.yaml"))
        .endsWith(
            "3 templates, judged as 1 that belong together: 1 can, 0 cannot, 0 cannot tell\n");
  }

  /** Each mistake is told where it is, in whichever file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "network | EnableDnsHostnames: true | EnableDnsHostnames: false | network.yaml:6:",
        "endpoints | ClientCidrs: [10.60.0.0/16] | ClientCidrs: [10.99.0.0/16] |"
            + " endpoints.yaml:5:3",
        "endpoints | AdditionalServices: [logs] | EcrPolicy: FullAccess | service.yaml:19:",
        "endpoints | AdditionalServices: [logs] | PrivateDnsEnabled: false |"
            + " endpoints.yaml:12:",
        "service | Image: !Sub \"${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/shop:1\" |"
            + " Image: nginx | service.yaml:18:",
        "network | SubnetId: !Ref SubnetB, RouteTableId: !Ref Routes | SubnetId: !Ref SubnetB,"
            + " RouteTableId: !Ref Other | endpoints.yaml:10:"
      })
  void aMistakeIsToldWhereItIs(String file, String old, String other, String place)
      throws IOException {
    if (other.contains("Other")) {
      change(
          "network",
          "  Routes:\n    Type",
          "  Other: {Type: \"AWS::EC2::RouteTable\", Properties: {VpcId: !Ref Vpc}}\n"
              + "  Routes:\n"
              + "    Type");
    }
    change(file, old, other);
    Run run = check();
    assertThat(run.exitCode()).as(run.out()).isEqualTo(1);
    assertThat(run.out()).contains(place);
  }

  @Test
  void oneNameInTwoStacksStaysTwoThings() throws IOException {
    change(
        "network",
        "Outputs:",
        "  TaskGroup: {Type: \"AWS::EC2::SecurityGroup\", Properties: {GroupDescription: x, VpcId:"
            + " !Ref Vpc, SecurityGroupEgress: [{IpProtocol: tcp, FromPort: 1, ToPort: 1, CidrIp:"
            + " 10.0.0.0/8}]}}\n"
            + "Outputs:");
    assertThat(check().exitCode()).isZero();
  }

  @Test
  void whatSharesNothingStandsAlone() throws IOException {
    Files.writeString(
        folder.resolve("other.yaml"), "Resources: {Topic: {Type: AWS::SNS::Topic}}\n");
    assertThat(check().out()).contains("4 templates, judged as 2 that belong together");
  }

  @Test
  void anExportThatStandsTwiceIsNotGuessedAt() throws IOException {
    Files.copy(folder.resolve("network.yaml"), folder.resolve("network2.yaml"));
    Run run = check();
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("expected each export once, found shop-vpc in");
  }
}
