package ecraccess.live.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonText;
import ecraccess.live.lookup.Account;
import ecraccess.live.lookup.Obstacle;
import ecraccess.live.lookup.Reply;
import ecraccess.live.lookup.Scope;
import ecraccess.live.preflight.Asking;
import ecraccess.live.preflight.FakeAccount;
import ecraccess.live.preflight.PreflightReport;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.NewDhcpConfiguration;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.VpcEndpointType;

/** The adapter against a cloud that others wrote. */
@ExtendWith(Credentials.class)
class Ec2MotoIT {
  private static final String ACCOUNT = "123456789012";
  private static final String STACK =
      "arn:aws:cloudformation:eu-west-1:123456789012:stack/app/0a1b2c3d";

  private static Moto moto;
  private static Ec2Client client;
  private static Ec2Connection ec2;
  private static Account account;
  private static String vpc;
  private static String subnetA;
  private static String subnetB;
  private static String table;
  private static String group;

  @BeforeAll
  static void build() {
    moto = Moto.start();
    client = client(moto.uri());
    ec2 = Ec2Connection.ofCaller(Optional.of("eu-west-1"), Optional.of(moto.uri()));
    account = ec2.until(() -> Duration.ofSeconds(60));
    vpc = client.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    client.associateVpcCidrBlock(r -> r.vpcId(vpc).cidrBlock("10.1.0.0/16"));
    AttributeBooleanValue yes = AttributeBooleanValue.builder().value(true).build();
    client.modifyVpcAttribute(r -> r.vpcId(vpc).enableDnsHostnames(yes));
    subnetA = subnet("eu-west-1a", "10.0.1.0/24");
    subnetB = subnet("eu-west-1b", "10.1.1.0/24");
    table = client.createRouteTable(r -> r.vpcId(vpc)).routeTable().routeTableId();
    client.associateRouteTable(r -> r.routeTableId(table).subnetId(subnetB));
    String internet = client.createInternetGateway().internetGateway().internetGatewayId();
    client.attachInternetGateway(r -> r.internetGatewayId(internet).vpcId(vpc));
    String address = client.allocateAddress().allocationId();
    String nat =
        client
            .createNatGateway(r -> r.subnetId(subnetA).allocationId(address))
            .natGateway()
            .natGatewayId();
    client.createRoute(
        r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0").natGatewayId(nat));
    group = client.createSecurityGroup(r -> r.vpcId(vpc).groupName("g").description("g")).groupId();
    client.authorizeSecurityGroupIngress(r ->
        r.groupId(group)
            .ipPermissions(
                IpPermission.builder()
                    .ipProtocol("tcp")
                    .fromPort(443)
                    .toPort(443)
                    .ipRanges(IpRange.builder().cidrIp("10.0.0.0/16").build())
                    .build()));
    client.createVpcEndpoint(r ->
        r.vpcId(vpc)
            .vpcEndpointType(VpcEndpointType.INTERFACE)
            .serviceName("com.amazonaws.eu-west-1.ecr.api")
            .subnetIds(subnetA)
            .securityGroupIds(group)
            .privateDnsEnabled(true)
            .tagSpecifications(
                TagSpecification.builder()
                    .resourceType("vpc-endpoint")
                    .tags(Tag.builder().key("aws:cloudformation:stack-id").value(STACK).build())
                    .build()));
    client.createVpcEndpoint(r ->
        r.vpcId(vpc)
            .vpcEndpointType(VpcEndpointType.GATEWAY)
            .serviceName("com.amazonaws.eu-west-1.s3")
            .routeTableIds(table));
  }

  @AfterAll
  static void close() {
    ec2.close();
    client.close();
    moto.close();
  }

  private static Ec2Client client(URI endpoint) {
    return Ec2Client.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static String subnet(String zone, String block) {
    return client
        .createSubnet(r -> r.vpcId(vpc).availabilityZone(zone).cidrBlock(block))
        .subnet()
        .subnetId();
  }

  private static <T> T told(Reply<T> reply) {
    assertThat(reply).isInstanceOf(Reply.Told.class);
    return ((Reply.Told<T>) reply).it();
  }

  private static Scope.InVpc here() {
    return new Scope.InVpc(vpc);
  }

  @Test
  void aVpcIsTold() {
    assertThat(told(account.vpcs(new Scope.Ids(List.of(vpc, "vpc-00000000")))))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.id()).isEqualTo(vpc);
          assertThat(found.owner()).isEqualTo(ACCOUNT);
          assertThat(found.blocks()).containsExactly("10.0.0.0/16", "10.1.0.0/16");
          assertThat(found.ipv6Blocks()).isEmpty();
          assertThat(found.internetBlocked()).isFalse();
        });
    assertThat(told(account.dnsSupport(vpc))).isTrue();
    assertThat(told(account.dnsHostnames(vpc))).isTrue();
  }

  @Test
  void subnetsAreTold() {
    assertThat(told(account.subnets(here())))
        .extracting(
            Account.Subnet::id,
            Account.Subnet::zone,
            Account.Subnet::zoneId,
            Account.Subnet::block,
            Account.Subnet::freeAddresses)
        .containsExactlyInAnyOrder(
            tuple(subnetA, "eu-west-1a", "euw1-az3", Optional.of("10.0.1.0/24"), 249),
            tuple(subnetB, "eu-west-1b", "euw1-az1", Optional.of("10.1.1.0/24"), 251));
    assertThat(told(account.subnets(new Scope.Ids(List.of("subnet-00000000"))))).isEmpty();
  }

  @Test
  void routeTablesAreTold() {
    List<Account.RouteTable> tables = told(account.routeTables(here()));
    assertThat(tables).hasSize(2);
    assertThat(tables)
        .filteredOn(one -> one.id().equals(table))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.main()).isFalse();
          assertThat(one.subnets()).containsExactly(subnetB);
          assertThat(one.routes())
              .anySatisfy(route -> {
                assertThat(route.destination()).isEqualTo("0.0.0.0/0");
                assertThat(route.target()).startsWith("nat-");
              })
              .contains(new Account.Route("10.0.0.0/16", "local", false));
        });
    assertThat(tables).filteredOn(Account.RouteTable::main).hasSize(1);
  }

  @Test
  void groupsAndTheirRulesAreTold() {
    assertThat(told(account.securityGroups(new Scope.Ids(List.of(group)))))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.vpc()).isEqualTo(vpc);
          assertThat(found.ingress()).containsExactly(FakeAccount.rule("tcp", 443, "10.0.0.0/16"));
          assertThat(found.egress()).extracting(Account.Rule::protocol).containsExactly("-1");
        });
  }

  @Test
  void networkAclsAreTold() {
    assertThat(told(account.networkAcls(here())))
        .singleElement()
        .satisfies(acl -> {
          assertThat(acl.subnets()).containsExactlyInAnyOrder(subnetA, subnetB);
          assertThat(acl.entries()).contains(FakeAccount.open(false), FakeAccount.open(true));
        });
  }

  @Test
  void natGatewaysAreTold() {
    assertThat(told(account.natGateways(here())))
        .singleElement()
        .satisfies(nat -> {
          assertThat(nat.subnet()).contains(subnetA);
          assertThat(nat.isPublic()).isTrue();
        });
  }

  @Test
  void endpointsAreTold() {
    assertThat(told(account.endpoints(here())))
        .extracting(
            Account.Endpoint::service,
            Account.Endpoint::type,
            Account.Endpoint::state,
            Account.Endpoint::subnets,
            Account.Endpoint::routeTables,
            Account.Endpoint::stack)
        .containsExactlyInAnyOrder(
            tuple(
                "com.amazonaws.eu-west-1.ecr.api",
                "Interface",
                "available",
                List.of(subnetA),
                List.of(),
                Optional.of(STACK)),
            tuple(
                "com.amazonaws.eu-west-1.s3",
                "Gateway",
                "available",
                List.of(),
                List.of(table),
                Optional.empty()));
    assertThat(told(account.endpoints(here())))
        .filteredOn(one -> one.type().equals("Interface"))
        .extracting(Account.Endpoint::privateDns)
        .containsExactly(true);
    assertThat(told(account.gatewayEndpoints())).isEqualTo(1);
  }

  @Test
  void bothServicesCalledS3AreTold() {
    assertThat(
            told(
                account.endpointServices(
                    List.of("com.amazonaws.eu-west-1.s3", "com.amazonaws.eu-west-1.nothing"))))
        .extracting(Account.EndpointService::types)
        .containsExactlyInAnyOrder(List.of("Gateway"), List.of("Interface"));
  }

  @Test
  void thePrefixListOfS3IsTold() {
    assertThat(told(account.prefixList("com.amazonaws.eu-west-1.s3")).orElseThrow())
        .startsWith("pl-");
    assertThat(told(account.prefixList("com.amazonaws.eu-west-1.nothing"))).isEmpty();
  }

  @Test
  void domainNameServersAreTold() {
    String options =
        client
            .createDhcpOptions(r ->
                r.dhcpConfigurations(
                    NewDhcpConfiguration.builder()
                        .key("domain-name-servers")
                        .values("10.0.0.53")
                        .build()))
            .dhcpOptions()
            .dhcpOptionsId();
    assertThat(told(account.domainNameServers(options))).containsExactly("10.0.0.53");
  }

  @Test
  void aWholeLookAnswersAndRefuses() {
    Json.Obj properties =
        Asking.usual(
            "\"VpcId\": \"%s\"".formatted(vpc),
            "\"SubnetIds\": [\"%s\", \"%s\"]".formatted(subnetA, subnetB),
            "\"Clients\": [\"VpcCidrBlock\"]");
    PreflightReport look = PreflightReport.at(properties, STACK, "EcrAccessNetwork", account);
    assertThat(Asking.data(look, "SubnetIds"))
        .isEqualTo("[\"%s\",\"%s\"]".formatted(subnetA, subnetB));
    assertThat(Asking.data(look, "RouteTableIds"))
        .startsWith("[\"rtb-")
        .endsWith("\"%s\"]".formatted(table));
    assertThat(JsonText.compact(look.data())).contains("\"VpcCidrBlock\":\"10.0.0.0/16\"");
    assertThat(look.reasons())
        .contains(
            new Obstacle(
                JsonPath.of("Resources", "EcrAccess", "Properties", "ClientCidrs"),
                "missing, expected the CIDR blocks of the VPC, because %s (10.1.1.0/24) lies outside its primary block 10.0.0.0/16, which alone the created security group would admit"
                    .formatted(subnetB)));
    assertThat(look.judgement()).isPresent();
  }
}
