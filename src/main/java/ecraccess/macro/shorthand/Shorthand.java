package ecraccess.macro.shorthand;

import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * A resource of {@code Type: PrivateEcrAccess} that has been checked. Values are as written:
 * literals or intrinsic functions.
 *
 * @param resource the resource itself, for its place, its logical ID and its attributes
 * @param endpoints what it creates, in the order of the output
 * @param existing the services whose endpoint the VPC has already
 * @param subnetIds present where an interface endpoint needs it
 * @param routeTableIds absent where they are to be inferred
 * @param clientSources who may connect to the created security group: whole items, each a group's
 *     ID or a CIDR block; empty where the VPC is to be admitted
 * @param privateDnsEnabled {@code true} unless the template says otherwise
 * @param tags as given; absent where nothing was said
 * @param preflight whether the live network is to be checked first; absent where nothing was said
 * @param checks whether what the template alone proves wrong is refused
 * @param ignoredChecks the IDs of checks whose faults refuse nothing all the same
 */
public record Shorthand(
    Resource resource,
    List<EndpointSpec> endpoints,
    List<Service> existing,
    Json vpcId,
    Optional<Json> subnetIds,
    Optional<Json> routeTableIds,
    Optional<Json> securityGroupIds,
    ClientSources clientSources,
    Json privateDnsEnabled,
    Policies policies,
    Optional<Json> ipAddressType,
    Optional<Json> dnsOptions,
    Optional<Json> tags,
    Optional<Boolean> preflight,
    boolean checks,
    List<String> ignoredChecks) {
  public static final String TYPE = "PrivateEcrAccess";

  public Shorthand {
    endpoints = List.copyOf(endpoints);
    existing = List.copyOf(existing);
    ignoredChecks = List.copyOf(ignoredChecks);
  }

  /**
   * Who may connect to the created security group, if that is not the whole VPC.
   *
   * @param securityGroupIds of the clients
   * @param cidrs the clients' addresses
   */
  public record ClientSources(List<Json> securityGroupIds, List<Json> cidrs) {
    public ClientSources {
      securityGroupIds = List.copyOf(securityGroupIds);
      cidrs = List.copyOf(cidrs);
    }

    public boolean isEmpty() {
      return securityGroupIds.isEmpty() && cidrs.isEmpty();
    }
  }

  /**
   * How narrow the endpoints' policies are.
   *
   * @param pullOnly whether ECR's endpoints allow pulls and nothing else
   * @param repositories what may be pulled; absent: everything
   * @param layersOnly whether the S3 endpoint allows reading ECR's layers, and what follows
   * @param additionalS3Resources what else it allows
   */
  public record Policies(
      boolean pullOnly,
      Optional<Json> repositories,
      boolean layersOnly,
      Optional<Json> additionalS3Resources) {}

  /** Whether a security group is created: where none is given and an endpoint needs one. */
  public boolean createsSecurityGroup() {
    return securityGroupIds.isEmpty() && needs("SecurityGroupIds", false);
  }

  /** Whether an endpoint of that kind takes the property from here, not from its overrides. */
  public boolean needs(String property, boolean gateway) {
    return endpoints.stream()
        .anyMatch(e -> e.isGateway() == gateway && !e.overrides().has(property));
  }

  public String logicalId() {
    return resource.logicalId();
  }
}
