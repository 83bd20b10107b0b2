package ecraccess.shorthand;

import ecraccess.json.Json;
import ecraccess.template.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A resource of {@code Type: PrivateEcrAccess} that has been checked. Values are as written:
 * literals or intrinsic functions.
 *
 * @param resource the resource itself, for its place, its logical ID and its attributes
 * @param endpoints what it creates, in the order of the output
 * @param subnetIds present where an interface endpoint needs it
 * @param routeTableIds absent where they are to be inferred
 * @param privateDnsEnabled {@code true} unless the template says otherwise
 * @param tags as given; absent where nothing was said
 */
public record Shorthand(
    Resource resource,
    List<Endpoint> endpoints,
    Json vpcId,
    Optional<Json> subnetIds,
    Optional<Json> routeTableIds,
    Optional<Json> securityGroupIds,
    Json privateDnsEnabled,
    Optional<Json> ipAddressType,
    Optional<Json> dnsOptions,
    Optional<Json> tags) {
  public static final String TYPE = "PrivateEcrAccess";

  public Shorthand {
    endpoints = List.copyOf(endpoints);
  }

  public String logicalId() {
    return resource.logicalId();
  }
}
