package ecraccess.reach.rule;

import ecraccess.reach.verdict.Check;
import java.util.List;

/** What this room's rules check. */
public final class RuleChecks {
  public static final List<Check> ALL =
      List.of(
          EndpointProperties.WRONG_TYPE,
          EndpointProperties.SUBNETS_ON_GATEWAY,
          EndpointProperties.GROUPS_ON_GATEWAY,
          EndpointProperties.PRIVATE_DNS_ON_GATEWAY,
          EndpointProperties.ROUTE_TABLES_ON_INTERFACE,
          ServiceNameExists.SERVICE_NAME,
          PolicyAccepted.POLICY_LENGTH,
          PolicyAccepted.POLICY_GRAMMAR,
          OneSubnetPerZone.ONE_SUBNET_PER_ZONE,
          EndpointConflicts.CONFLICT,
          DnsAttributes.DNS_SUPPORT,
          DnsAttributes.DNS_HOSTNAMES,
          AddressTypes.ADDRESS_TYPE,
          WorkloadVpc.GROUP_OF_ANOTHER_VPC,
          RouteTargets.TARGET_REFUSED,
          RouteTargets.GATEWAY_NOT_ATTACHED,
          RouteTargets.NAT_WITHOUT_ADDRESS,
          DeadEndpoints.NO_SUBNETS,
          DeadEndpoints.NO_ROUTE_TABLES,
          Coverage.NOTHING_SHOWN,
          Coverage.START_NOT_SHOWN,
          Coverage.NOT_JUDGED,
          DeploymentRules.UNSEEN_ENDPOINTS,
          DeploymentRules.INBOUND_DNS);

  /** What EC2 itself tells at once, and earlier releases of the macro let pass. */
  public static final List<Check> LEFT_TO_EC2 = List.of(AddressTypes.ADDRESS_TYPE);

  private RuleChecks() {}
}
