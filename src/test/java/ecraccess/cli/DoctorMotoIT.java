package ecraccess.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.live.ec2.Credentials;
import ecraccess.live.ec2.Moto;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LogDriver;

/** The command, over HTTP, on a VPC and a task definition that were made through the API. */
@ExtendWith(Credentials.class)
class DoctorMotoIT {
  private static Moto moto;
  private static Ec2Client ec2;
  private static EcsClient ecs;
  private String vpc;
  private String subnet;
  private String group;

  @BeforeAll
  static void start() {
    moto = Moto.start();
    ec2 = client(Ec2Client.builder());
    ecs = client(EcsClient.builder());
    ecs.registerTaskDefinition(r ->
        r.family("web")
            .requiresCompatibilities(Compatibility.FARGATE)
            .containerDefinitions(
                ContainerDefinition.builder()
                    .name("app")
                    .memory(512)
                    .image("123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/web:1")
                    .logConfiguration(log -> log.logDriver(LogDriver.AWSLOGS))
                    .build()));
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder) {
    return builder
        .endpointOverride(moto.uri())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  @AfterAll
  static void close() {
    ec2.close();
    ecs.close();
    moto.close();
  }

  @BeforeEach
  void makeVpc() {
    vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    AttributeBooleanValue yes = AttributeBooleanValue.builder().value(true).build();
    ec2.modifyVpcAttribute(r -> r.vpcId(vpc).enableDnsHostnames(yes));
    subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24")).subnet().subnetId();
    group = ec2.createSecurityGroup(r -> r.vpcId(vpc).groupName("g").description("g")).groupId();
    ec2.authorizeSecurityGroupIngress(r ->
        r.groupId(group)
            .ipPermissions(
                IpPermission.builder()
                    .ipProtocol("tcp")
                    .fromPort(443)
                    .toPort(443)
                    .ipRanges(IpRange.builder().cidrIp("10.0.0.0/16").build())
                    .build()));
  }

  private void makeInterface(String service) {
    ec2.createVpcEndpoint(r ->
        r.vpcId(vpc)
            .vpcEndpointType(VpcEndpointType.INTERFACE)
            .serviceName("com.amazonaws.eu-west-1." + service)
            .subnetIds(subnet)
            .securityGroupIds(group)
            .privateDnsEnabled(true));
  }

  private void makeGateway() {
    String main =
        ec2.describeRouteTables().routeTables().stream()
            .filter(table -> table.vpcId().equals(vpc))
            .findFirst()
            .orElseThrow()
            .routeTableId();
    ec2.createVpcEndpoint(r ->
        r.vpcId(vpc)
            .vpcEndpointType(VpcEndpointType.GATEWAY)
            .serviceName("com.amazonaws.eu-west-1.s3")
            .routeTableIds(main));
  }

  private Run doctor(String... args) {
    return Run.of(
        Stream.concat(
                Stream.of(
                    "doctor",
                    "--region",
                    "eu-west-1",
                    "--endpoint-url",
                    moto.uri().toString(),
                    "--vpc",
                    vpc),
                Stream.of(args))
            .toArray(String[]::new));
  }

  @Test
  void withoutEndpointsNothingIsPulledAndWithThemAllIs() {
    Run before = doctor();
    assertThat(before.err()).isEmpty();
    assertThat(before.exitCode()).isEqualTo(1);
    assertThat(before.out())
        .startsWith("✗ %s (tasks): cannot pull\n".formatted(vpc))
        .contains("expected an endpoint for ecr.api in VPC " + vpc)
        .endsWith("Cannot pull: 3 faults\n");
    makeInterface("ecr.api");
    makeInterface("ecr.dkr");
    makeGateway();
    Run after = doctor("--subnet", subnet, "--security-group", group);
    assertThat(after.err()).isEmpty();
    assertThat(after.out()).endsWith("Can pull: every request finds its way\n");
    assertThat(after.exitCode()).isEqualTo(0);
  }

  @Test
  void aRegisteredTaskNeedsWhatItsDefinitionSays() {
    makeInterface("ecr.api");
    makeInterface("ecr.dkr");
    makeGateway();
    Run before = doctor("--task", "web");
    assertThat(before.err()).isEmpty();
    assertThat(before.exitCode()).isEqualTo(1);
    assertThat(before.out())
        .startsWith("✗ web:1 (tasks): cannot pull, %s\n".formatted(vpc))
        .contains("fault 1: web:1.ContainerDefinitions.app.LogConfiguration\n");
    makeInterface("logs");
    assertThat(doctor("--task", "web:1").out())
        .startsWith("✓ web:1 (tasks): can pull")
        .contains("✓ logs ");
  }

  @Test
  void whatDoesNotExistIsWrongUse() {
    Run task = doctor("--task", "web:9");
    assertThat(task.exitCode()).isEqualTo(2);
    assertThat(task.err())
        .startsWith(
            "ecr-access: --task web:9: expected a task definition of this account in eu-west-1,"
                + " found none called web:9 (");
    assertThat(doctor("--subnet", "subnet-00000000").err())
        .isEqualTo(
            "ecr-access: subnet-00000000: expected a subnet of %s, found subnet-00000000, which does not exist; give one of this VPC\n"
                .formatted(vpc));
  }
}
