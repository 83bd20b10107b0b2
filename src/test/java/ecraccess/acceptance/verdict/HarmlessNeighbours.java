package ecraccess.acceptance.verdict;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Things beside the pull that nothing uses, however wrong they would be on its way. */
final class HarmlessNeighbours {
  private HarmlessNeighbours() {}

  static List<Harmless> all() {
    return List.of(
        beside(
            "a VPC without private DNS or endpoints",
            """
            Lonely:
              Type: AWS::EC2::VPC
              Properties: {CidrBlock: 10.8.0.0/16}
            LonelySubnet:
              Type: AWS::EC2::Subnet
              Properties: {VpcId: !Ref Lonely, CidrBlock: 10.8.0.0/24}
            """),
        beside(
            "a task definition that nothing here starts, from private ECR",
            """
            Unused:
              Type: AWS::ECS::TaskDefinition
              Properties:
                RequiresCompatibilities: [FARGATE]
                ContainerDefinitions:
                  - Name: unused
                    Image: !Sub "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/unused:1"
            """),
        beside(
            "a function from an image of Docker Hub, which Lambda pulls by itself",
            """
            Function:
              Type: AWS::Lambda::Function
              Properties: {PackageType: Image, Code: {ImageUri: nginx}, Role: arn}
            """),
        beside(
            "an instance that runs no containers",
            """
            Bastion:
              Type: AWS::EC2::Instance
              Properties:
                ImageId: ami-0a1b2c3d
                SubnetId: subnet-0a1b2c3d
                UserData: {"Fn::Base64": "#!/bin/bash\\nyum update"}
            """),
        inVpc(
            "a subnet that nothing uses, in the main route table",
            """
            Unused:
              Type: AWS::EC2::Subnet
              Properties:
                VpcId: !Ref Vpc
                CidrBlock: 10.0.200.0/24
                AvailabilityZone: !Select [0, !GetAZs ""]
            """),
        inVpc(
            "a security group that nothing has, without any way out",
            """
            Unused:
              Type: AWS::EC2::SecurityGroup
              Properties:
                GroupDescription: Unused
                VpcId: !Ref Vpc
                SecurityGroupEgress: [{IpProtocol: "-1", CidrIp: 127.0.0.1/32}]
            """),
        inVpc(
            "a network ACL without subnets or entries",
            """
            Unused:
              Type: AWS::EC2::NetworkAcl
              Properties: {VpcId: !Ref Vpc}
            """),
        inVpc(
            "a second gateway endpoint of s3 on a table of its own",
            """
            Unused:
              Type: AWS::EC2::RouteTable
              Properties: {VpcId: !Ref Vpc}
            Again:
              Type: AWS::EC2::VPCEndpoint
              Properties:
                VpcEndpointType: Gateway
                ServiceName: !Sub "com.amazonaws.${AWS::Region}.s3"
                VpcId: !Ref Vpc
                RouteTableIds: [!Ref Unused]
            """),
        inVpc(
            "a gateway endpoint of dynamodb",
            """
            Tables:
              Type: AWS::EC2::VPCEndpoint
              Properties:
                ServiceName: !Sub "com.amazonaws.${AWS::Region}.dynamodb"
                VpcId: !Ref Vpc
                RouteTableIds: [!Ref RoutesA, !Ref RoutesB]
            """),
        inVpc(
            "DHCP options with Amazon's DNS",
            """
            Options:
              Type: AWS::EC2::DHCPOptions
              Properties: {DomainName: example.com, DomainNameServers: [AmazonProvidedDNS]}
            OptionsOfVpc:
              Type: AWS::EC2::VPCDHCPOptionsAssociation
              Properties: {VpcId: !Ref Vpc, DhcpOptionsId: !Ref Options}
            """),
        inVpc(
            "a private hosted zone for names of one's own",
            """
            Zone:
              Type: AWS::Route53::HostedZone
              Properties:
                Name: example.internal
                VPCs: [{VPCId: !Ref Vpc, VPCRegion: !Ref AWS::Region}]
            """),
        never(
            "a second endpoint of ecr.dkr under a condition that is false",
            """
            Again:
              Type: AWS::EC2::VPCEndpoint
              Condition: Never
              Properties:
                VpcEndpointType: Interface
                ServiceName: !Sub "com.amazonaws.${AWS::Region}.ecr.dkr"
                VpcId: !Ref Vpc
                SubnetIds: [!Ref SubnetA, !Ref SubnetB]
                PrivateDnsEnabled: true
            """));
  }

  private static Harmless beside(String what, String resources) {
    return new Harmless(
        "beside it " + what, view -> Optional.of(with(view.edit(), resources).done()));
  }

  private static Harmless inVpc(String what, String resources) {
    return new Harmless(
        "in the VPC " + what, view -> view.vpc().map(vpc -> with(view.edit(), resources).done()));
  }

  private static Harmless never(String what, String resources) {
    return new Harmless(
        "in the VPC " + what,
        view ->
            view.vpc()
                .map(vpc ->
                    with(view.edit(), resources)
                        .set(
                            JsonPath.of("Conditions"),
                            Json.Obj.of("Never", Text.yaml("!Equals [!Ref AWS::Region, nowhere]")))
                        .done()));
  }

  private static Edit.Draft with(Edit.Draft draft, String resources) {
    for (Map.Entry<String, Json> resource :
        ((Json.Obj) Text.block(resources)).members().entrySet()) {
      draft.set(JsonPath.of("Resources", resource.getKey()), resource.getValue());
    }
    return draft;
  }
}
