package ecraccess.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpandCommandTest {
  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: "2010-09-09" # é
      Transform: PrivateEcrAccess
      Resources:
        # Pulling
        EcrAccess:
          Type: PrivateEcrAccess
          Properties:
            VpcId: !Ref Vpc
            SubnetIds: [!Ref SubnetA]
            RouteTableIds: [!Ref RouteTable]
            SecurityGroupIds: [!Ref Group]
            Tags: []

        # Running
        Service:
          Type: AWS::ECS::Service
          DependsOn: EcrAccess
      """;

  @Test
  void shorthandBecomesItsEndpointsAndTheRestKeepsItsText() {
    assertThat(Run.onInput(TEMPLATE, "expand", "-"))
        .isEqualTo(
            new Run(
                0,
                """
                AWSTemplateFormatVersion: "2010-09-09" # é
                Resources:
                  # Pulling
                  EcrAccessEcrDkrEndpoint:
                    Type: AWS::EC2::VPCEndpoint
                    Properties:
                      VpcEndpointType: Interface
                      ServiceName: !Sub com.amazonaws.${AWS::Region}.ecr.dkr
                      VpcId: !Ref Vpc
                      SubnetIds:
                        - !Ref SubnetA
                      SecurityGroupIds:
                        - !Ref Group
                      PrivateDnsEnabled: true
                  EcrAccessEcrApiEndpoint:
                    Type: AWS::EC2::VPCEndpoint
                    Properties:
                      VpcEndpointType: Interface
                      ServiceName: !Sub com.amazonaws.${AWS::Region}.ecr.api
                      VpcId: !Ref Vpc
                      SubnetIds:
                        - !Ref SubnetA
                      SecurityGroupIds:
                        - !Ref Group
                      PrivateDnsEnabled: true
                  EcrAccessS3Endpoint:
                    Type: AWS::EC2::VPCEndpoint
                    Properties:
                      VpcEndpointType: Gateway
                      ServiceName: !Sub com.amazonaws.${AWS::Region}.s3
                      VpcId: !Ref Vpc
                      RouteTableIds:
                        - !Ref RouteTable

                  # Running
                  Service:
                    Type: AWS::ECS::Service
                    DependsOn: [EcrAccessEcrDkrEndpoint, EcrAccessEcrApiEndpoint, EcrAccessS3Endpoint]
                """,
                ""));
  }

  @Test
  void whatAutoAddedGoesToStandardErrorWithItsReason() {
    String template =
        TEMPLATE.replace("Tags: []", "AdditionalServices: Auto")
            + "    Properties: {LaunchType: FARGATE, EnableExecuteCommand: true}\n";

    Run run = Run.onInput(template, "expand", "-");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("EcrAccessSsmmessagesEndpoint:")
        .doesNotContain("EcrAccess: added");
    assertThat(run.err())
        .isEqualTo(
            "EcrAccess: added ssmmessages, because Resources.Service.Properties.EnableExecuteCommand turns on ECS Exec\n");
  }

  @Test
  void problemsComeWithTheirPlacesAndNothingOnStandardOutput() {
    String template = TEMPLATE.replace("VpcId", "VpcID").replace("[!Ref SubnetA]", "subnet-1");

    assertThat(Run.onInput(template, "expand", "-"))
        .isEqualTo(
            new Run(
                1,
                "",
                """
                PrivateEcrAccess found 2 problems
                <stdin>:8:7: Resources.EcrAccess.Properties.VpcID: unknown property, did you mean VpcId?
                <stdin>:9:7: Resources.EcrAccess.Properties.SubnetIds: expected a list of subnet IDs, found the string "subnet-1"
                """));
  }

  @Test
  void syntaxErrorIsAProblemOfTheTemplate() {
    assertThat(Run.onInput("Resources:\n\tA: 1\n", "expand", "-"))
        .isEqualTo(
            new Run(
                1,
                "",
                """
                PrivateEcrAccess found 1 problem
                <stdin>:2:1: a tab cannot indent YAML, use spaces
                """));
  }

  @Test
  void regionDecidesTheServiceNames() {
    String chinese = "cn.com.amazonaws.${AWS::Region}.ecr.dkr";

    assertThat(Run.onInput(TEMPLATE, "expand", "--region", "cn-north-1", "-").out())
        .contains(chinese);
    assertThat(Run.with(TEMPLATE, Map.of("AWS_DEFAULT_REGION", "cn-north-1"), "expand", "-").out())
        .contains(chinese);
    assertThat(
            Run.with(
                    TEMPLATE,
                    Map.of("AWS_REGION", "eu-west-1", "AWS_DEFAULT_REGION", "cn-north-1"),
                    "expand",
                    "-")
                .out())
        .doesNotContain(chinese);
  }

  @Test
  void formatsAreConverted() {
    assertThat(
            Run.onInput(
                    "Resources: {}\nA: !Ref B # c\nN: 1.10\n", "expand", "--format", "json", "-")
                .out())
        .isEqualTo(
            "{\n  \"Resources\": {},\n  \"A\": {\n    \"Ref\": \"B\"\n  },\n  \"N\": 1.10\n}\n");
    assertThat(
            Run.onInput(
                    "{\"Resources\": {}, \"A\": {\"Ref\": \"B\"}}",
                    "expand",
                    "--format",
                    "YAML",
                    "-")
                .out())
        .isEqualTo("Resources: {}\nA: !Ref B\n");
  }

  @Test
  void filesAreNamedAsGiven(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("vpc.yaml"), "A: !Nope x\n");

    assertThat(Run.of("expand", file.toString()))
        .isEqualTo(
            new Run(
                1, "", "PrivateEcrAccess found 1 problem\n" + file + ":1:4: unknown tag !Nope\n"));
  }

  @Test
  void unreadableFilesAreWrongUse(@TempDir Path folder) throws IOException {
    Path latin1 = Files.write(folder.resolve("latin1.yaml"), new byte[] {'a', (byte) 0xe9});

    assertThat(Run.of("expand", "none.yaml"))
        .isEqualTo(new Run(2, "", "ecr-access: cannot read none.yaml: no such file\n"));
    assertThat(Run.of("expand", folder.toString()))
        .isEqualTo(new Run(2, "", "ecr-access: cannot read " + folder + ": it is a directory\n"));
    assertThat(Run.of("expand", latin1.toString()))
        .isEqualTo(
            new Run(2, "", "ecr-access: cannot read " + latin1 + ": it is not UTF-8 text\n"));
  }
}
