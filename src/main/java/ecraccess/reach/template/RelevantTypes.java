package ecraccess.reach.template;

import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath.Step;
import java.util.Set;

/** Tells which resources a network and its workloads are read from. */
final class RelevantTypes {
  private static final Set<String> TYPES =
      Set.of(
          "AWS::EC2::VPC",
          "AWS::EC2::VPCCidrBlock",
          "AWS::EC2::VPCDHCPOptionsAssociation",
          "AWS::EC2::DHCPOptions",
          "AWS::EC2::VPCEndpoint",
          "AWS::EC2::Subnet",
          "AWS::EC2::SubnetCidrBlock",
          "AWS::EC2::SubnetRouteTableAssociation",
          "AWS::EC2::SubnetNetworkAclAssociation",
          "AWS::EC2::RouteTable",
          "AWS::EC2::Route",
          "AWS::EC2::VPNGatewayRoutePropagation",
          "AWS::EC2::RouteServerPropagation",
          "AWS::EC2::GatewayRouteTableAssociation",
          "AWS::EC2::VPCGatewayAttachment",
          "AWS::EC2::VPCBlockPublicAccessOptions",
          "AWS::EC2::VPCBlockPublicAccessExclusion",
          "AWS::EC2::PrefixList",
          "AWS::Route53::HostedZone",
          "AWS::Route53Profiles::ProfileAssociation",
          "AWS::Route53Resolver::ResolverRule",
          "AWS::Route53Resolver::ResolverRuleAssociation",
          "AWS::Route53Resolver::FirewallDomainList",
          "AWS::Route53Resolver::FirewallRuleGroup",
          "AWS::Route53Resolver::FirewallRuleGroupAssociation",
          "AWS::EC2::InternetGateway",
          "AWS::EC2::NatGateway",
          "AWS::EC2::SecurityGroup",
          "AWS::EC2::SecurityGroupIngress",
          "AWS::EC2::SecurityGroupEgress",
          "AWS::EC2::SecurityGroupVpcAssociation",
          "AWS::EC2::NetworkAcl",
          "AWS::EC2::NetworkAclEntry",
          "AWS::EC2::LaunchTemplate",
          "AWS::AutoScaling::AutoScalingGroup",
          "AWS::AutoScaling::LaunchConfiguration",
          "AWS::ECR::Repository",
          "AWS::Events::Rule",
          "AWS::Scheduler::Schedule",
          "AWS::Pipes::Pipe",
          "AWS::StepFunctions::StateMachine",
          "AWS::Serverless::StateMachine",
          "AWS::MWAA::Environment",
          "AWS::EC2::Instance");

  private static final Set<String> DECORATIONS =
      Set.of("Tags", "TagSpecifications", "Description", "GroupDescription", "UserData");

  private RelevantTypes() {}

  static boolean is(Resource resource) {
    String type =
        resource.value() instanceof Json.Obj body
                && body.get("Type").orElse(null) instanceof Json.Str(String text)
            ? text
            : "";
    return TYPES.contains(type)
        || type.startsWith("AWS::ECS::")
        || type.startsWith("AWS::EKS::")
        || type.startsWith("AWS::Batch::")
        || !resource.isPlain();
  }

  /** Whether it is a member that says nothing of the network. */
  static boolean isDecoration(Step step) {
    return step instanceof Step.Member(String name) && DECORATIONS.contains(name);
  }
}
