package ecraccess.acceptance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes that may win against the local route on the way to an endpoint, or back. */
class DetourTest {
  private static final String NETWORK =
      """
      Parameters:
        Elsewhere: {Type: String}
      Resources:
        Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true}}
        Tasks: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: us-east-1a}}
        Endpoints: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: us-east-1a}}
        RoutesOfTasks: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
        TableOfTasks: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Tasks, RouteTableId: !Ref RoutesOfTasks}}
        RoutesOfEndpoints: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
        TableOfEndpoints: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Endpoints, RouteTableId: !Ref RoutesOfEndpoints}}
        Appliance: {Type: AWS::EC2::NetworkInterface, Properties: {SubnetId: !Ref Tasks}}
        Peering: {Type: AWS::EC2::VPCPeeringConnection, Properties: {VpcId: !Ref Vpc, PeerVpcId: vpc-0a1b2c3d4e5f60718}}
        Route: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref %s, DestinationCidrBlock: %s, %s: !Ref %s}}
        Token:
          Type: AWS::EC2::VPCEndpoint
          Properties: {VpcId: !Ref Vpc, ServiceName: com.amazonaws.us-east-1.ecr.api, VpcEndpointType: Interface, PrivateDnsEnabled: true, SubnetIds: [!Ref Endpoints]}
        Manifest:
          Type: AWS::EC2::VPCEndpoint
          Properties: {VpcId: !Ref Vpc, ServiceName: com.amazonaws.us-east-1.ecr.dkr, VpcEndpointType: Interface, PrivateDnsEnabled: true, SubnetIds: [!Ref Endpoints]}
        S3:
          Type: AWS::EC2::VPCEndpoint
          Properties: {VpcId: !Ref Vpc, ServiceName: com.amazonaws.us-east-1.s3, RouteTableIds: [!Ref RoutesOfTasks]}
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            RequiresCompatibilities: [FARGATE]
            NetworkMode: awsvpc
            ContainerDefinitions: [{Name: web, Image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1"}]
        Service:
          Type: AWS::ECS::Service
          Properties:
            LaunchType: FARGATE
            TaskDefinition: !Ref Task
            NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref Tasks]}}
      """;

  @ParameterizedTest
  @CsvSource({
    "RoutesOfTasks, 10.0.1.0/24, NetworkInterfaceId, Appliance, CANNOT_TELL",
    "RoutesOfEndpoints, 10.0.0.0/24, NetworkInterfaceId, Appliance, CANNOT_TELL",
    "RoutesOfEndpoints, !Ref Elsewhere, NetworkInterfaceId, Appliance, CANNOT_TELL",
    // EC2 takes no peering before the local route, so the parameter lies elsewhere.
    "RoutesOfEndpoints, !Ref Elsewhere, VpcPeeringConnectionId, Peering, CAN",
    "RoutesOfEndpoints, 10.7.0.0/24, NetworkInterfaceId, Appliance, CAN",
    "RoutesOfEndpoints, 0.0.0.0/0, NetworkInterfaceId, Appliance, CAN",
  })
  void onlyWhatMayWinMatters(
      String table, String destination, String property, String target, Judged.Kind expected) {
    String template = NETWORK.formatted(table, destination, property, target);

    assertThat(Judged.of((Json.Obj) Text.block(template), "us-east-1").kind()).isEqualTo(expected);
  }
}
