package ecraccess.customresource;

import java.util.List;
import java.util.Optional;

/**
 * The properties of {@code Custom::PrivateEcrAccessNetwork}, as the macro writes them. {@code
 * ServiceToken}, {@code ServiceTimeout} and {@code After} are CloudFormation's business.
 *
 * @param vpcId the VPC's ID
 * @param subnetIds the subnets for interface endpoints; empty where the stack makes none
 * @param services short names, as {@code ecr.dkr}; at least one
 * @param securityGroupIds the endpoints' groups; absent where the stack creates one
 * @param routeTableIds the gateway's route tables; absent where they are to be looked up
 * @param privateDnsEnabled whether the interface endpoints take over the services' names
 * @param preflight whether the live network is to be judged too
 */
public record NetworkProperties(
    String vpcId,
    List<String> subnetIds,
    List<String> services,
    Optional<List<String>> securityGroupIds,
    Optional<List<String>> routeTableIds,
    boolean privateDnsEnabled,
    boolean preflight) {
  public NetworkProperties {
    subnetIds = List.copyOf(subnetIds);
    services = List.copyOf(services);
    securityGroupIds = securityGroupIds.map(List::copyOf);
    routeTableIds = routeTableIds.map(List::copyOf);
  }
}
