package ecraccess.acceptance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a verdict costs, in seconds of this thread's CPU, and how that grows with the template. */
class CostTest {
  private static final double MOST = 2.0;

  /** How many there are of each thing. */
  private record Size(int services, int subnets, int groups, int rules) {
    static final Size ONE = new Size(1, 1, 1, 1);

    private Size with(Part part, int number) {
      return switch (part) {
        case SERVICES -> new Size(number, subnets, groups, rules);
        case SUBNETS -> new Size(services, number, groups, rules);
        case GROUPS -> new Size(number, subnets, number, rules);
        case RULES -> new Size(services, subnets, groups, number);
      };
    }
  }

  private enum Part {
    SERVICES,
    SUBNETS,
    GROUPS,
    RULES
  }

  private static final String VPC =
      """
      Vpc: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true}}
      EndpointGroup:
        Type: AWS::EC2::SecurityGroup
        Properties: {GroupDescription: endpoints, VpcId: !Ref Vpc, SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16}]}
      Acl: {Type: "AWS::EC2::NetworkAcl", Properties: {VpcId: !Ref Vpc}}
      In: {Type: "AWS::EC2::NetworkAclEntry", Properties: {NetworkAclId: !Ref Acl, RuleNumber: 100, RuleAction: allow, Protocol: -1, CidrBlock: 0.0.0.0/0}}
      Out: {Type: "AWS::EC2::NetworkAclEntry", Properties: {NetworkAclId: !Ref Acl, RuleNumber: 100, Egress: true, RuleAction: allow, Protocol: -1, CidrBlock: 0.0.0.0/0}}
      """;
  private static final String SUBNET =
      """
      Subnet%1$d: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.%1$d.0/24, AvailabilityZone: eu-west-1%2$s}}
      Routes%1$d: {Type: "AWS::EC2::RouteTable", Properties: {VpcId: !Ref Vpc}}
      RoutesOf%1$d: {Type: "AWS::EC2::SubnetRouteTableAssociation", Properties: {SubnetId: !Ref Subnet%1$d, RouteTableId: !Ref Routes%1$d}}
      AclOf%1$d: {Type: "AWS::EC2::SubnetNetworkAclAssociation", Properties: {SubnetId: !Ref Subnet%1$d, NetworkAclId: !Ref Acl}}
      """;
  private static final String SERVICE =
      """
      Task%1$d:
        Type: AWS::ECS::TaskDefinition
        Properties: {RequiresCompatibilities: [FARGATE], NetworkMode: awsvpc, Cpu: "256", Memory: "512", ContainerDefinitions: [{Name: web, Image: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/web%1$d:1"}]}
      Service%1$d:
        Type: AWS::ECS::Service
        Properties: {LaunchType: FARGATE, TaskDefinition: !Ref Task%1$d, NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [%2$s], SecurityGroups: [!Ref Group%3$d]}}}
      """;
  private static final String ENDPOINT =
      """
      %s: {Type: "AWS::EC2::VPCEndpoint", Properties: {VpcEndpointType: Interface, VpcId: !Ref Vpc, ServiceName: com.amazonaws.eu-west-1.%s, PrivateDnsEnabled: true, SubnetIds: [%s], SecurityGroupIds: [!Ref EndpointGroup]}}
      """;

  private static Json.Obj template(Size size) {
    List<String> subnets = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    StringBuilder text = new StringBuilder(VPC);
    for (int i = 0; i < size.subnets(); i++) {
      text.append(SUBNET.formatted(i, "abc".charAt(i % 3)));
      subnets.add("!Ref Subnet" + i);
      tables.add("!Ref Routes" + i);
    }
    String places = String.join(", ", subnets.subList(0, Math.min(3, subnets.size())));
    text.append(ENDPOINT.formatted("Api", "ecr.api", places));
    text.append(ENDPOINT.formatted("Dkr", "ecr.dkr", places));
    text.append(
        "S3: {Type: \"AWS::EC2::VPCEndpoint\", Properties: {VpcId: !Ref Vpc, ServiceName: com.amazonaws.eu-west-1.s3, RouteTableIds: [%s]}}\n"
            .formatted(String.join(", ", tables)));
    for (int i = 0; i < size.groups(); i++) {
      text.append(group(i, size.rules()));
    }
    for (int i = 0; i < size.services(); i++) {
      text.append(SERVICE.formatted(i, String.join(", ", subnets), i % size.groups()));
    }
    Map<String, Json> template = new LinkedHashMap<>();
    template.put("Resources", Text.block(text.toString()));
    return new Json.Obj(template);
  }

  /** Rules for parts of all addresses, which only together are enough. */
  private static String group(int number, int rules) {
    List<String> all = new ArrayList<>();
    int bits = 32 - Integer.numberOfLeadingZeros(rules - 1);
    for (long i = 0; i < 1L << bits; i++) {
      long base = i << (32 - bits);
      all.add(
          "{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: %d.%d.%d.%d/%d}"
              .formatted(base >> 24, base >> 16 & 255, base >> 8 & 255, base & 255, bits));
    }
    return "Group%d: {Type: \"AWS::EC2::SecurityGroup\", Properties: {GroupDescription: tasks, VpcId: !Ref Vpc, SecurityGroupEgress: [%s]}}\n"
        .formatted(number, String.join(", ", all));
  }

  private static double seconds(Size size) {
    Json.Obj template = template(size);
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Judged judged = Judged.of(template, "eu-west-1");
    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    assertThat(judged.kind()).as(size.toString()).isEqualTo(Judged.Kind.CAN);
    return (after - before) / 1e9;
  }

  @BeforeAll
  static void warmUp() {
    for (int i = 0; i < 20; i++) {
      seconds(new Size(3, 3, 3, 4));
    }
  }

  @Test
  void aHundredServicesInFortySubnets() {
    double seconds = seconds(new Size(100, 40, 100, 4));
    System.out.printf("100 services in 40 subnets: %.2f s%n", seconds);
    assertThat(seconds).isLessThan(MOST);
  }

  /** Ten times as much may take ten times as long, and what every verdict costs besides. */
  @ParameterizedTest
  @EnumSource
  void growsNoFasterThanTheTemplate(Part part) {
    double ten = seconds(Size.ONE.with(part, 10));
    double hundred = seconds(Size.ONE.with(part, 100));
    System.out.printf("%s: 10 in %.3f s, 100 in %.3f s%n", part, ten, hundred);
    assertThat(hundred).isLessThan(15 * Math.max(ten, 0.02));
  }
}
