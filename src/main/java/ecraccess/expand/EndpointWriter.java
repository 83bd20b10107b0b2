package ecraccess.expand;

import ecraccess.json.Json;
import ecraccess.service.Partition;
import ecraccess.shorthand.Endpoint;
import ecraccess.shorthand.Shorthand;
import ecraccess.template.Intrinsic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the endpoints of a shorthand in full. */
final class EndpointWriter {
  private static final String TYPE = "AWS::EC2::VPCEndpoint";
  private static final String METADATA = "Metadata";
  private static final String NAME_TAG = "Name";

  private final Partition partition;

  EndpointWriter(Partition partition) {
    this.partition = partition;
  }

  /**
   * The generated resources by logical ID, in order.
   *
   * @param routeTableIds of the gateway endpoints; whatever it is, it is not used where there is no
   *     gateway
   */
  Map<String, Json> write(Shorthand shorthand, Optional<Json> routeTableIds) {
    Map<String, Json> resources = new LinkedHashMap<>();
    for (Endpoint endpoint : shorthand.endpoints()) {
      Map<String, Json> properties =
          endpoint.service().isGateway()
              ? gateway(shorthand, endpoint, routeTableIds)
              : interfaceEndpoint(shorthand, endpoint);
      resources.put(
          endpoint.logicalId(), explained(resource(shorthand, new Json.Obj(properties)), endpoint));
    }
    return resources;
  }

  /** The shorthand's own members, in their order, with our type and properties in their place. */
  private static Json.Obj resource(Shorthand shorthand, Json.Obj properties) {
    return ((Json.Obj) shorthand.resource().value())
        .with("Type", new Json.Str(TYPE))
        .with("Properties", properties);
  }

  /** With the reason in its metadata, behind the user's, unless the user's has that member. */
  private static Json explained(Json.Obj resource, Endpoint endpoint) {
    Json metadata = resource.get(METADATA).orElse(new Json.Obj(Map.of()));
    return endpoint.reason().isPresent()
            && metadata instanceof Json.Obj given
            && !given.has(Shorthand.TYPE)
            && Intrinsic.of(given).isEmpty()
        ? resource.with(
            METADATA,
            given.with(
                Shorthand.TYPE,
                Json.Obj.of("Reason", new Json.Str(endpoint.reason().orElseThrow()))))
        : resource;
  }

  private Map<String, Json> interfaceEndpoint(Shorthand shorthand, Endpoint endpoint) {
    Map<String, Json> properties = common("Interface", shorthand, endpoint);
    shorthand.subnetIds().ifPresent(ids -> properties.put("SubnetIds", ids));
    shorthand.securityGroupIds().ifPresent(ids -> properties.put("SecurityGroupIds", ids));
    // Written always: CloudFormation's default is false, and ecr.dkr does not serve pulls without
    // it.
    properties.put("PrivateDnsEnabled", shorthand.privateDnsEnabled());
    shorthand.ipAddressType().ifPresent(type -> properties.put("IpAddressType", type));
    shorthand.dnsOptions().ifPresent(options -> properties.put("DnsOptions", options));
    return finished(properties, shorthand, endpoint);
  }

  private Map<String, Json> gateway(
      Shorthand shorthand, Endpoint endpoint, Optional<Json> routeTableIds) {
    Map<String, Json> properties = common("Gateway", shorthand, endpoint);
    routeTableIds.ifPresent(ids -> properties.put("RouteTableIds", ids));
    return finished(properties, shorthand, endpoint);
  }

  private Map<String, Json> common(String endpointType, Shorthand shorthand, Endpoint endpoint) {
    Map<String, Json> properties = new LinkedHashMap<>();
    properties.put("VpcEndpointType", new Json.Str(endpointType));
    properties.put("ServiceName", sub(partition.serviceName(endpoint.service())));
    properties.put("VpcId", shorthand.vpcId());
    return properties;
  }

  private static Map<String, Json> finished(
      Map<String, Json> properties, Shorthand shorthand, Endpoint endpoint) {
    tags(shorthand, endpoint).ifPresent(tags -> properties.put("Tags", tags));
    properties.putAll(endpoint.overrides().members());
    return properties;
  }

  private static Optional<Json> tags(Shorthand shorthand, Endpoint endpoint) {
    Json given = shorthand.tags().orElse(null);
    if (given == null) {
      return Optional.of(Json.Arr.of(nameTag(shorthand, endpoint)));
    }
    if (!(given instanceof Json.Arr(List<Json> tags))) {
      return Optional.of(given);
    }
    if (tags.isEmpty()) {
      return Optional.empty();
    }
    if (tags.stream().anyMatch(EndpointWriter::mayBeNameTag)) {
      return Optional.of(given);
    }
    List<Json> named = new ArrayList<>(tags);
    named.add(nameTag(shorthand, endpoint));
    return Optional.of(new Json.Arr(named));
  }

  /**
   * A second tag of the same key would fail at deployment, so a function in doubt counts as one.
   */
  private static boolean mayBeNameTag(Json tag) {
    Optional<Intrinsic> function = Intrinsic.of(tag);
    if (function.isPresent()) {
      List<Json> branches = function.get().branches();
      return branches.isEmpty()
          ? !Intrinsic.isNoValue(tag)
          : branches.stream().anyMatch(EndpointWriter::mayBeNameTag);
    }
    Json key = ((Json.Obj) tag).members().get("Key");
    return !(key instanceof Json.Str(String text)) || text.equals(NAME_TAG);
  }

  private static Json nameTag(Shorthand shorthand, Endpoint endpoint) {
    String id = endpoint.logicalId();
    // A loop fills in its variable in names and in Fn::Sub, but not in a plain string.
    Json value = shorthand.resource().looped() ? sub(id.replace("&{", "${")) : new Json.Str(id);
    return new Json.Obj(orderedTag(value));
  }

  private static Map<String, Json> orderedTag(Json value) {
    Map<String, Json> tag = new LinkedHashMap<>();
    tag.put("Key", new Json.Str(NAME_TAG));
    tag.put("Value", value);
    return tag;
  }

  private static Json sub(String text) {
    return Json.Obj.of(Intrinsic.SUB, new Json.Str(text));
  }
}
