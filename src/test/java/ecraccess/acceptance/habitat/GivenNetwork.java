package ecraccess.acceptance.habitat;

/**
 * A network of one stack, and a template of another that gets its IDs as parameters.
 *
 * @param name of its own, under which the IDs are in the parameter store
 */
record GivenNetwork(String name) {
  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Transform: PrivateEcrAccess
      Parameters:
        Vpc: {Type: "AWS::SSM::Parameter::Value<String>", Default: /%1$s/vpc}
        Subnets: {Type: "AWS::SSM::Parameter::Value<List<String>>", Default: /%1$s/subnets}
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
          Properties: {CidrBlock: 10.0.0.0/16, EnableDnsSupport: true, EnableDnsHostnames: %2$s}
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
          Properties: {Name: /%1$s/vpc, Type: String, Value: !Ref Vpc}
        SubnetNames:
          Type: AWS::SSM::Parameter
          Properties: {Name: /%1$s/subnets, Type: StringList, Value: !Join [",", [!Ref SubnetA, !Ref SubnetB]]}
      """;

  /** Two properties: everything else is looked up. */
  String template() {
    return TEMPLATE.formatted(name);
  }

  /** Two subnets with a route table each; their IDs in the parameter store. */
  String network(boolean dnsHostnames) {
    return NETWORK.formatted(name, dnsHostnames);
  }
}
