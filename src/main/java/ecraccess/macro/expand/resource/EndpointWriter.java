package ecraccess.macro.expand.resource;

import static ecraccess.core.cfn.Cfn.sub;
import static ecraccess.core.cfn.Cfn.text;

import ecraccess.core.aws.Partition;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.macro.expand.plan.GeneratedIds;
import ecraccess.macro.expand.plan.Plan;
import ecraccess.macro.shorthand.EndpointSpec;
import ecraccess.macro.shorthand.Shorthand;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the properties of an endpoint in full. */
final class EndpointWriter {
  static final String TYPE = "AWS::EC2::VPCEndpoint";

  private final Partition partition;

  EndpointWriter(Partition partition) {
    this.partition = partition;
  }

  Json.Obj properties(EndpointSpec endpoint, Plan plan) {
    Shorthand shorthand = plan.shorthand();
    Map<String, Json> properties = new LinkedHashMap<>();
    properties.put("VpcEndpointType", text(endpoint.isGateway() ? "Gateway" : "Interface"));
    properties.put("ServiceName", sub(partition.serviceName(endpoint.service())));
    properties.put("VpcId", shorthand.vpcId());
    if (endpoint.isGateway()) {
      properties.put("RouteTableIds", routeTableIds(plan));
    } else {
      addInterfaceProperties(properties, plan);
    }
    PolicyWriter.policy(endpoint.service(), shorthand.policies())
        .ifPresent(policy -> properties.put("PolicyDocument", policy));
    Tags.of(shorthand, endpoint.logicalId()).ifPresent(tags -> properties.put("Tags", tags));
    properties.putAll(endpoint.overrides().members());
    return new Json.Obj(properties);
  }

  private static Json routeTableIds(Plan plan) {
    Resource resource = plan.shorthand().resource();
    return plan.routeTableIds()
        .orElseGet(() -> GeneratedIds.attribute(resource, GeneratedIds.NETWORK, "RouteTableIds"));
  }

  private static void addInterfaceProperties(Map<String, Json> properties, Plan plan) {
    Shorthand shorthand = plan.shorthand();
    Resource resource = shorthand.resource();
    if (plan.network().isPresent()) {
      // One subnet of each zone that all services support, whatever was handed over.
      properties.put(
          "SubnetIds", GeneratedIds.attribute(resource, GeneratedIds.NETWORK, "SubnetIds"));
    } else {
      shorthand.subnetIds().ifPresent(ids -> properties.put("SubnetIds", ids));
    }
    if (plan.rules().isPresent()) {
      Json group = GeneratedIds.attribute(resource, GeneratedIds.SECURITY_GROUP, "GroupId");
      properties.put("SecurityGroupIds", Json.Arr.of(group));
    } else {
      shorthand.securityGroupIds().ifPresent(ids -> properties.put("SecurityGroupIds", ids));
    }
    // Written always: CloudFormation's default is false, and ecr.dkr does not serve pulls without
    // it.
    properties.put("PrivateDnsEnabled", shorthand.privateDnsEnabled());
    shorthand.ipAddressType().ifPresent(type -> properties.put("IpAddressType", type));
    shorthand.dnsOptions().ifPresent(options -> properties.put("DnsOptions", options));
  }
}
