package ecraccess.acceptance.habitat;

import static ecraccess.lambda.network.Requests.PHYSICAL_ID;
import static ecraccess.lambda.network.Requests.answer;
import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.lambda.network.Receiver;
import ecraccess.lambda.network.Requests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The built network function as it is, under AWS's runtime client, with EC2 on the other side. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime client has no other native library")
class NetworkFunctionLiveIT {
  private static final String FOUND =
      """
      "NoEcho":false,"Data":{"RouteTableIds":["rtb-1","rtb-main"],"SubnetIds":["subnet-1","subnet-2"],\
      "VpcCidrBlock":"10.0.0.0/16","VpcCidrBlocks":["10.0.0.0/16"],"S3PrefixListId":"pl-1"}\
      """;

  @TempDir private Path scratch;
  private CannedEc2 ec2;
  private Receiver receiver;
  private RuntimeClient function;

  @BeforeEach
  void start() throws IOException {
    ec2 = new CannedEc2();
    receiver = new Receiver();
    function =
        new RuntimeClient(
            SamBuild.networkFunction(), scratch, JavaRuntime.NETWORK_HANDLER, ec2.launcher());
  }

  @AfterEach
  void stop() {
    function.close();
    receiver.close();
    ec2.close();
  }

  private String answerTo(String request) throws Exception {
    int before = receiver.puts().size();
    byte[] body = request.getBytes(StandardCharsets.UTF_8);
    assertThat(function.invoke(body, Duration.ofSeconds(30))).isEmpty();
    assertThat(receiver.puts()).as(function.log()).hasSize(before + 1);
    return receiver.puts().getLast().body();
  }

  @Test
  void aCreationIsAnsweredWithTheLiveNetwork() throws Exception {
    assertThat(answerTo(Requests.create(receiver.url(), "vpc-1")))
        .isEqualTo(answer("SUCCESS", PHYSICAL_ID, FOUND));
  }

  @Test
  void itAsksNothingThatItsRoleDoesNotAllow() throws Exception {
    answerTo(Requests.create(receiver.url(), "vpc-1"));
    assertThat(ec2.asked())
        .map("ec2:"::concat)
        .containsExactlyElementsOf(SamTemplate.networkPermissions());
  }

  @Test
  void aMissingPermissionWeakensTheCheckAndIsReported() throws Exception {
    ec2.deny("DescribeNetworkAcls", "DescribeVpcEndpoints");
    assertThat(answerTo(Requests.create(receiver.url(), "vpc-1")))
        .contains("\"SUCCESS\"", FOUND)
        .contains("expected the permission ec2:DescribeNetworkAcls, found it denied")
        .contains("expected the permission ec2:DescribeVpcEndpoints, found it denied");
    // What a stack says of itself is for whoever may see the stack.
    assertThat(function.log()).contains("\"notes\":3").doesNotContain("vpc-1");
  }

  @Test
  void aDeletionAsksNothing() throws Exception {
    assertThat(answerTo(Requests.delete(receiver.url(), "id-1", Requests.properties("vpc-1"))))
        .contains("\"SUCCESS\"");
    assertThat(ec2.asked()).isEmpty();
  }
}
