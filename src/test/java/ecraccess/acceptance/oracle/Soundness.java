package ecraccess.acceptance.oracle;

import ecraccess.acceptance.oracle.Facts.Malformed;
import ecraccess.acceptance.oracle.Facts.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a template that was cut down still has what CloudFormation requires. */
record Soundness(Facts facts) {
  private static final Map<String, List<String>> REQUIRED =
      Map.ofEntries(
          Map.entry("AWS::EC2::VPC", List.of("CidrBlock")),
          Map.entry("AWS::EC2::VPCCidrBlock", List.of("VpcId", "CidrBlock")),
          Map.entry("AWS::EC2::Subnet", List.of("VpcId", "CidrBlock", "AvailabilityZone")),
          Map.entry("AWS::EC2::RouteTable", List.of("VpcId")),
          Map.entry("AWS::EC2::Route", List.of("RouteTableId")),
          Map.entry("AWS::EC2::SubnetRouteTableAssociation", List.of("SubnetId", "RouteTableId")),
          Map.entry("AWS::EC2::SecurityGroup", List.of("GroupDescription", "VpcId")),
          Map.entry("AWS::EC2::SecurityGroupIngress", List.of("GroupId", "IpProtocol")),
          Map.entry("AWS::EC2::SecurityGroupEgress", List.of("GroupId", "IpProtocol")),
          Map.entry("AWS::EC2::NetworkAcl", List.of("VpcId")),
          Map.entry("AWS::EC2::SubnetNetworkAclAssociation", List.of("SubnetId", "NetworkAclId")),
          Map.entry(
              "AWS::EC2::NetworkAclEntry",
              List.of("NetworkAclId", "RuleNumber", "Protocol", "RuleAction", "CidrBlock")),
          Map.entry("AWS::EC2::VPCEndpoint", List.of("VpcId", "ServiceName")),
          Map.entry("AWS::EC2::VPCGatewayAttachment", List.of("VpcId")),
          Map.entry("AWS::EC2::VPNGateway", List.of("Type")),
          Map.entry("AWS::EC2::VPCPeeringConnection", List.of("VpcId", "PeerVpcId")),
          Map.entry("AWS::EC2::NetworkInterface", List.of("SubnetId")),
          Map.entry(
              "AWS::EC2::TransitGatewayAttachment",
              List.of("VpcId", "SubnetIds", "TransitGatewayId")),
          Map.entry("AWS::EC2::PrefixList", List.of("PrefixListName", "AddressFamily", "Entries")),
          Map.entry("AWS::EC2::VPCBlockPublicAccessOptions", List.of("InternetGatewayBlockMode")),
          Map.entry(
              "AWS::EC2::VPCBlockPublicAccessExclusion", List.of("InternetGatewayExclusionMode")),
          Map.entry("AWS::ECS::Service", List.of("TaskDefinition")),
          Map.entry("AWS::ECS::TaskDefinition", List.of("ContainerDefinitions")),
          Map.entry("AWS::EC2::LaunchTemplate", List.of("LaunchTemplateData")),
          Map.entry(
              "AWS::AutoScaling::AutoScalingGroup",
              List.of("MinSize", "MaxSize", "VPCZoneIdentifier", "LaunchTemplate")),
          Map.entry("AWS::ECS::CapacityProvider", List.of("AutoScalingGroupProvider")),
          Map.entry("AWS::EC2::NatGateway", List.of()),
          Map.entry("AWS::EC2::InternetGateway", List.of()),
          Map.entry("AWS::EC2::EIP", List.of()),
          Map.entry("AWS::ECS::Cluster", List.of()),
          Map.entry("AWS::S3::Bucket", List.of()),
          Map.entry("AWS::ECR::Repository", List.of("RepositoryName")),
          Map.entry(
              "AWS::ECS::ClusterCapacityProviderAssociations",
              List.of("Cluster", "CapacityProviders", "DefaultCapacityProviderStrategy")));

  /** Throws where something is missing, or a value is not what belongs there. */
  void check() {
    facts.everything().forEach(this::check);
  }

  private void check(Resource resource) {
    need(!resource.type().isEmpty(), resource, "Type");
    REQUIRED
        .getOrDefault(resource.type(), List.of())
        .forEach(name -> need(isSaid(resource.properties().get(name)), resource, name));
    resource.properties().forEach((name, value) -> need(isSaid(value), resource, name));
    switch (resource.type()) {
      case "AWS::EC2::Route" -> route(resource);
      case "AWS::EC2::SecurityGroup" -> {
        resource.nested("SecurityGroupIngress").forEach(this::rule);
        resource.nested("SecurityGroupEgress").forEach(this::rule);
      }
      case "AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress" -> rule(resource);
      case "AWS::EC2::VPCEndpoint" -> endpoint(resource);
      case "AWS::EC2::NatGateway" ->
          need(
              resource.get("SubnetId").isPresent()
                  || resource.text("AvailabilityMode", "").equals("regional"),
              resource,
              "SubnetId");
      case "AWS::ECS::Service" -> service(resource);
      case "AWS::ECS::TaskDefinition" ->
          resource.nested("ContainerDefinitions").forEach(this::container);
      case "AWS::EC2::VPCBlockPublicAccessExclusion" ->
          need(has(resource, "VpcId", "SubnetId"), resource, "VpcId");
      case "AWS::EC2::VPCGatewayAttachment" ->
          need(has(resource, "InternetGatewayId", "VpnGatewayId"), resource, "InternetGatewayId");
      case "AWS::EC2::NetworkAclEntry" ->
          need(
              resource.number("Protocol", 6) < 0
                  || isSaid(resource.inner("PortRange").properties().get("To"))
                      && isSaid(resource.inner("PortRange").properties().get("From")),
              resource,
              "PortRange");
      default -> {}
    }
  }

  private static boolean isSaid(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Map<?, ?> map -> !map.isEmpty() && map.values().stream().allMatch(Soundness::isSaid);
      case List<?> list -> !list.isEmpty() && list.stream().allMatch(Soundness::isSaid);
      default -> true;
    };
  }

  private static boolean has(Resource resource, String... oneOf) {
    return Set.of(oneOf).stream().anyMatch(name -> resource.get(name).isPresent());
  }

  private static void need(boolean is, Resource resource, String what) {
    if (!is) {
      throw new Malformed(resource.id() + " needs " + what);
    }
  }

  private void route(Resource route) {
    need(has(route, "DestinationCidrBlock", "DestinationPrefixListId"), route, "destination");
    need(
        has(
            route,
            "GatewayId",
            "NatGatewayId",
            "VpcPeeringConnectionId",
            "TransitGatewayId",
            "NetworkInterfaceId"),
        route,
        "target");
  }

  private void rule(Resource rule) {
    need(has(rule, "IpProtocol"), rule, "IpProtocol");
    need(
        has(
            rule,
            "CidrIp",
            "SourceSecurityGroupId",
            "DestinationSecurityGroupId",
            "SourcePrefixListId",
            "DestinationPrefixListId"),
        rule,
        "peer");
    need(
        rule.text("IpProtocol").equals("-1")
            || (rule.get("FromPort").isPresent() && rule.get("ToPort").isPresent()),
        rule,
        "ports");
  }

  private void endpoint(Resource endpoint) {
    boolean gateway = endpoint.text("VpcEndpointType", "Gateway").equals("Gateway");
    need(has(endpoint, gateway ? "RouteTableIds" : "SubnetIds"), endpoint, "where it stands");
    need(gateway == endpoint.text("ServiceName").endsWith(".s3"), endpoint, "type");
    endpoint.inner("PolicyDocument").nested("Statement").forEach(this::statement);
    need(
        endpoint.get("PolicyDocument").isEmpty()
            || endpoint.inner("PolicyDocument").get("Statement").isPresent(),
        endpoint,
        "Statement");
  }

  private void statement(Resource statement) {
    for (String name : List.of("Principal", "Action", "Resource")) {
      need(has(statement, name, "Not" + name), statement, name);
    }
    need(has(statement, "Effect"), statement, "Effect");
  }

  private void service(Resource service) {
    if (service.text("LaunchType", "").equals("FARGATE")) {
      need(
          has(service.inner("NetworkConfiguration").inner("AwsvpcConfiguration"), "Subnets"),
          service,
          "Subnets");
    } else {
      need(has(service, "CapacityProviderStrategy"), service, "CapacityProviderStrategy");
    }
  }

  private void container(Resource container) {
    need(has(container, "Name"), container, "Name");
    need(has(container, "Image"), container, "Image");
    container.nested("Secrets").forEach(one -> need(has(one, "Name"), one, "Name"));
    container.nested("EnvironmentFiles").forEach(one -> need(has(one, "Type"), one, "Type"));
  }
}
