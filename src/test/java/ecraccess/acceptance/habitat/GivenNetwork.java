package ecraccess.acceptance.habitat;

/** A network of one stack, and a template of another that gets its IDs as parameters. */
final class GivenNetwork {
  /** Two properties: everything else is looked up. */
  static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Transform: PrivateEcrAccess
      Parameters:
        Vpc: {Type: "AWS::SSM::Parameter::Value<String>", Default: /net/vpc}
        Subnets: {Type: "AWS::SSM::Parameter::Value<List<String>>", Default: /net/subnets}
      Resources:
        EcrAccess:
          Type: PrivateEcrAccess
          Properties:
            VpcId: !Ref Vpc
            SubnetIds: !Ref Subnets
      """;

  private static final String NETWORK =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Resources:
        Vpc:
          Type: AWS::EC2::VPC
          Properties: {CidrBlock: 10.0.0.0/16, EnableDnsSupport: true, EnableDnsHostnames: %s}
        SubnetA:
          Type: AWS::EC2::Subnet
          Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: eu-west-1a}
        SubnetB:
          Type: AWS::EC2::Subnet
          Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24, AvailabilityZone: eu-west-1b}
        TableA: {Type: "AWS::EC2::RouteTable", Properties: {VpcId: !Ref Vpc}}
        TableB: {Type: "AWS::EC2::RouteTable", Properties: {VpcId: !Ref Vpc}}
        RoutesA:
          Type: AWS::EC2::SubnetRouteTableAssociation
          Properties: {SubnetId: !Ref SubnetA, RouteTableId: !Ref TableA}
        RoutesB:
          Type: AWS::EC2::SubnetRouteTableAssociation
          Properties: {SubnetId: !Ref SubnetB, RouteTableId: !Ref TableB}
        VpcName:
          Type: AWS::SSM::Parameter
          Properties: {Name: /net/vpc, Type: String, Value: !Ref Vpc}
        SubnetNames:
          Type: AWS::SSM::Parameter
          Properties: {Name: /net/subnets, Type: StringList, Value: !Join [",", [!Ref SubnetA, !Ref SubnetB]]}
      """;

  private GivenNetwork() {}

  /** Two subnets with a route table each; their IDs in the parameter store. */
  static String network(boolean dnsHostnames) {
    return NETWORK.formatted(dnsHostnames);
  }
}
