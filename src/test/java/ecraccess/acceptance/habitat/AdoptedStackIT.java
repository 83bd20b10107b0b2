package ecraccess.acceptance.habitat;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.cli.Run;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A stack of endpoints written by hand, deployed; then the same template, adopted. */
@ExtendWith(SharedLocalCloud.class)
class AdoptedStackIT {
  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16, EnableDnsSupport: true, EnableDnsHostnames: true}}
        Net: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24}}
        Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
        Way: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Net, RouteTableId: !Ref Table}}
        Group:
          Type: AWS::EC2::SecurityGroup
          Properties:
            VpcId: !Ref Vpc
            GroupDescription: HTTPS from the VPC
            SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16}]
        # Pulling images.
        DockerEndpoint:
          Type: AWS::EC2::VPCEndpoint
          Properties:
            ServiceName: com.amazonaws.eu-west-1.ecr.dkr
            VpcEndpointType: Interface
            VpcId: !Ref Vpc
            SubnetIds: [!Ref Net]
            SecurityGroupIds: [!Ref Group]
            PrivateDnsEnabled: true
            PolicyDocument: {Statement: [{Effect: Allow, Principal: "*", Action: "ecr:*", Resource: "*"}]}
        RegistryEndpoint:
          Type: AWS::EC2::VPCEndpoint
          Properties:
            ServiceName: !Join [".", [com.amazonaws, !Ref AWS::Region, ecr.api]]
            VpcEndpointType: Interface
            VpcId: !Ref Vpc
            SubnetIds: [!Ref Net]
            SecurityGroupIds: [!GetAtt Group.GroupId]
            PrivateDnsEnabled: true
        LayersEndpoint:
          Type: AWS::EC2::VPCEndpoint
          Properties:
            ServiceName: !Sub com.amazonaws.${AWS::Region}.s3
            VpcId: !Ref Vpc
            RouteTableIds: [!Ref Table]
      Outputs:
        Registry: {Value: !Ref RegistryEndpoint}
      """;

  @TempDir private static Path folder;

  private static LocalCloud cloud;
  private static Path file;

  @BeforeAll
  static void aStackRunsAndItsTemplateIsAdopted(LocalCloud shared) throws IOException {
    cloud = shared;
    file = Files.writeString(folder.resolve("net.yaml"), TEMPLATE);
    cloud.call("deploy", "--stack-name", "adopted", "--template-file", file.toString()).orFail();

    Run run = Run.of("adopt", "--write", "--region", "eu-west-1", file.toString());

    assertThat(run)
        .isEqualTo(new Run(0, "", "PrivateEcrAccess adopts 3 of 3 endpoints: EcrAccess\n"));
    assertThat(file).content().contains("Type: PrivateEcrAccess").doesNotContain("VPCEndpoint\n");
  }

  @Test
  void theChangeSetIsEmpty() {
    Json.Obj changeSet = changeSet("adopted", file);

    assertThat(LocalCloud.text(changeSet, "Status")).isEqualTo("FAILED");
    assertThat(LocalCloud.text(changeSet, "StatusReason"))
        .startsWith("The submitted information didn't contain changes.");
    assertThat(changeSet.get("Changes")).contains(Json.Arr.of());
  }

  @Test
  void theCommandLineOfTheDocumentationSaysSo() {
    assertThat(
            cloud.call(
                "deploy",
                "--stack-name",
                "adopted",
                "--template-file",
                file.toString(),
                "--no-execute-changeset",
                "--capabilities",
                "CAPABILITY_AUTO_EXPAND"))
        .satisfies(
            result -> assertThat(result.out() + result.err()).contains("No changes to deploy"));
  }

  @Test
  void whatIsChangedAfterTheAdoptionIsInTheChangeSet() throws IOException {
    Path changed =
        Files.writeString(
            folder.resolve("changed.yaml"),
            Files.readString(file).replace("\"ecr:*\"", "\"ecr:BatchGetImage\""));

    Json.Obj changeSet = changeSet("changed", changed);

    assertThat(LocalCloud.text(changeSet, "Status")).isEqualTo("CREATE_COMPLETE");
    assertThat(JsonText.compact(changeSet.get("Changes").orElseThrow()))
        .contains("\"LogicalResourceId\":\"DockerEndpoint\"")
        .doesNotContain("RegistryEndpoint", "LayersEndpoint", "EcrAccess");
  }

  @Test
  void theDeployedTemplateIsTheSameToDiff() throws IOException {
    Json.Obj answer =
        cloud.cloudFormation(
            "get-template", "--stack-name", "adopted", "--template-stage", "Processed");
    Json body = answer.get("TemplateBody").orElseThrow();
    Path deployed =
        Files.writeString(
            folder.resolve("deployed.template"),
            body instanceof Json.Str(String text) ? text : JsonText.compact(body));

    assertThat(Run.of("diff", "--region", "eu-west-1", deployed.toString(), file.toString()))
        .isEqualTo(new Run(0, "", ""));
  }

  private static Json.Obj changeSet(String name, Path template) {
    cloud.cloudFormation(
        "create-change-set",
        "--stack-name",
        "adopted",
        "--change-set-name",
        name,
        "--template-body",
        "file://" + template,
        "--capabilities",
        "CAPABILITY_AUTO_EXPAND");
    return cloud.cloudFormation(
        "describe-change-set", "--stack-name", "adopted", "--change-set-name", name);
  }
}
