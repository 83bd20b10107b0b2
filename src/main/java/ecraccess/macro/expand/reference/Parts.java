package ecraccess.macro.expand.reference;

import ecraccess.core.cfn.Resource;
import ecraccess.core.json.JsonPath;
import ecraccess.macro.expand.plan.GeneratedIds;
import ecraccess.macro.expand.plan.Plan;
import ecraccess.macro.shorthand.EndpointSpec;
import ecraccess.macro.shorthand.Selection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything generated from one shorthand, by part name and in the order of the output.
 *
 * @param maybe what a shorthand that cannot be read yet may have besides
 * @param certain whether these are all; if not, an unknown part may be a consequence of a problem
 *     that is reported already
 */
public record Parts(
    Resource shorthand, Map<String, Part> byName, Map<String, Part> maybe, boolean certain) {

  /** CloudFormation registry schemas, read-only properties. */
  private static final List<String> ENDPOINT_ATTRIBUTES =
      List.of("Id", "CreationTimestamp", "DnsEntries", "NetworkInterfaceIds");

  private static final List<String> SECURITY_GROUP_ATTRIBUTES = List.of("GroupId", "Id");

  /** What the network function answers. */
  private static final List<String> NETWORK_ATTRIBUTES =
      List.of("RouteTableIds", "SubnetIds", "VpcCidrBlock", "VpcIpv6CidrBlock");

  public static Parts of(Resource shorthand, Selection selection, Optional<Plan> plan) {
    Map<String, Part> byName = new LinkedHashMap<>();
    for (EndpointSpec endpoint : selection.endpoints()) {
      byName.putIfAbsent(
          endpoint.partName(),
          new Part(
              endpoint.partName(),
              endpoint.logicalId(),
              place(shorthand, endpoint),
              "Id",
              ENDPOINT_ATTRIBUTES));
    }
    Map<String, Part> maybe = new LinkedHashMap<>();
    addHelper(
        plan.isEmpty() ? maybe : byName,
        plan.isEmpty() || plan.get().rules().isPresent(),
        shorthand,
        GeneratedIds.SECURITY_GROUP,
        SECURITY_GROUP_ATTRIBUTES);
    addHelper(
        plan.isEmpty() ? maybe : byName,
        plan.isEmpty() || plan.get().network().isPresent(),
        shorthand,
        GeneratedIds.NETWORK,
        NETWORK_ATTRIBUTES);
    return new Parts(shorthand, byName, maybe, selection.certain());
  }

  private static void addHelper(
      Map<String, Part> parts,
      boolean exists,
      Resource shorthand,
      String name,
      List<String> attributes) {
    if (exists) {
      // None of their attributes is what Ref returns under the name of Id.
      String id = GeneratedIds.id(shorthand, name);
      parts.put(name, new Part(name, id, shorthand.path(), "", attributes));
    }
  }

  private static JsonPath place(Resource shorthand, EndpointSpec endpoint) {
    boolean given = !endpoint.logicalId().equals(GeneratedIds.id(shorthand, endpoint.partName()));
    return given
        ? shorthand
            .path()
            .member("Properties")
            .member("Overrides")
            .member(endpoint.service().name())
            .member("LogicalId")
        : shorthand.path();
  }

  String logicalId() {
    return shorthand.logicalId();
  }

  Optional<Part> part(String name) {
    return Optional.ofNullable(byName.getOrDefault(name, maybe.get(name)));
  }

  List<String> generatedIds() {
    return byName.values().stream().map(Part::logicalId).toList();
  }
}
