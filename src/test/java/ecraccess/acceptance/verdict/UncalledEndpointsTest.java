package ecraccess.acceptance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import org.junit.jupiter.api.Test;

/** What is wrong with endpoints that nothing here calls keeps no image away. */
class UncalledEndpointsTest {
  private static final String NETWORK =
      """
      Resources:
        Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16, EnableDnsHostnames: true}}
        Igw: {Type: AWS::EC2::InternetGateway}
        Attached: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw}}
        Routes: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
        Out: {Type: AWS::EC2::Route, Properties: {RouteTableId: !Ref Routes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw}}
        Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: us-east-1a}}
        TableOfSubnet: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Subnet, RouteTableId: !Ref Routes}}
        Closed: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: closed, VpcId: !Ref Vpc}}
        Token:
          Type: AWS::EC2::VPCEndpoint
          Properties:
            VpcId: !Ref Vpc
            ServiceName: com.amazonaws.us-east-1.ecr.api
            VpcEndpointType: Interface
            PrivateDnsEnabled: true
            SubnetIds: [!Ref Subnet]
            SecurityGroupIds: [!Ref Closed]
        Task:
          Type: AWS::ECS::TaskDefinition
          Properties:
            RequiresCompatibilities: [FARGATE]
            NetworkMode: awsvpc
            ContainerDefinitions: [{Name: web, Image: %s}]
        Service:
          Type: AWS::ECS::Service
          Properties:
            LaunchType: FARGATE
            TaskDefinition: !Ref Task
            NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref Subnet], AssignPublicIp: ENABLED}}
      """;

  private static Judged.Kind ofImage(String image) {
    return Judged.of((Json.Obj) Text.block(NETWORK.formatted(image)), "us-east-1").kind();
  }

  @Test
  void closedEndpointOfEcrIsInNobodysWayWhereAllImagesArePublic() {
    assertThat(ofImage("nginx:1.27")).isEqualTo(Judged.Kind.CAN);
    assertThat(ofImage("123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1"))
        .isEqualTo(Judged.Kind.CAN);
  }

  @Test
  void itStopsWhatPullsFromEcrHere() {
    assertThat(ofImage("123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1"))
        .isEqualTo(Judged.Kind.CANNOT);
    assertThat(ofImage("!Ref AWS::StackName")).isEqualTo(Judged.Kind.CANNOT_TELL);
  }
}
