package ecraccess.macro.expand.resource;

import ecraccess.core.aws.Partition;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.macro.expand.plan.DeploymentContext;
import ecraccess.macro.expand.plan.GeneratedIds;
import ecraccess.macro.expand.plan.Plan;
import ecraccess.macro.shorthand.EndpointSpec;
import ecraccess.macro.shorthand.Shorthand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes everything that a shorthand stands for: its endpoints, then what they need. */
public final class ShorthandWriter {
  private static final String METADATA = "Metadata";

  private final EndpointWriter endpoints;
  private final NetworkWriter network;

  public ShorthandWriter(DeploymentContext deployment) {
    endpoints = new EndpointWriter(Partition.of(deployment.region()));
    network = new NetworkWriter(deployment.macroName());
  }

  /** The generated resources by logical ID, in order. */
  public Map<String, Json> write(Plan plan) {
    Shorthand shorthand = plan.shorthand();
    Map<String, Json> resources = new LinkedHashMap<>();
    for (EndpointSpec endpoint : shorthand.endpoints()) {
      Json.Obj properties = endpoints.properties(endpoint, plan);
      resources.put(
          endpoint.logicalId(),
          explained(
              resource(shorthand, EndpointWriter.TYPE, properties, waitingFor(plan, properties)),
              endpoint));
    }
    plan.rules()
        .ifPresent(rules ->
            resources.put(
                GeneratedIds.id(shorthand.resource(), GeneratedIds.SECURITY_GROUP),
                resource(
                    shorthand,
                    SecurityGroupWriter.TYPE,
                    SecurityGroupWriter.properties(shorthand, rules),
                    List.of())));
    plan.network()
        .ifPresent(asked ->
            resources.put(
                GeneratedIds.id(shorthand.resource(), GeneratedIds.NETWORK),
                resource(shorthand, Resource.LOOK_UP, network.properties(plan), asked.after())));
    return resources;
  }

  /** First the look at the network, then endpoints: those too that take no value from it. */
  private static List<String> waitingFor(Plan plan, Json.Obj properties) {
    Resource resource = plan.shorthand().resource();
    boolean takesFromIt =
        Stream.of("SubnetIds", "RouteTableIds")
            .map(name -> GeneratedIds.attribute(resource, GeneratedIds.NETWORK, name))
            .anyMatch(properties.members()::containsValue);
    return plan.network().isPresent() && !takesFromIt
        ? List.of(GeneratedIds.id(resource, GeneratedIds.NETWORK))
        : List.of();
  }

  /** The shorthand's own members, in their order, with our type and properties in their place. */
  private static Json.Obj resource(
      Shorthand shorthand, String type, Json.Obj properties, List<String> after) {
    Map<String, Json> resource = new LinkedHashMap<>();
    resource.put("Type", new Json.Str(type));
    Json.Obj given = (Json.Obj) shorthand.resource().value();
    if (!after.isEmpty()) {
      resource.put("DependsOn", dependsOn(shorthand, given.get("DependsOn"), after));
    }
    given.members().forEach(resource::putIfAbsent);
    resource.put("Properties", properties);
    return new Json.Obj(resource);
  }

  /** With the reason in its metadata, behind the user's, unless the user's has that member. */
  private static Json explained(Json.Obj resource, EndpointSpec endpoint) {
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

  private static Json dependsOn(Shorthand shorthand, Optional<Json> given, List<String> after) {
    Set<Json> all = new LinkedHashSet<>();
    given.ifPresent(
        ids -> all.addAll(ids instanceof Json.Arr(List<Json> items) ? items : List.of(ids)));
    after.forEach(id -> all.add(GeneratedIds.reference(shorthand.resource(), id)));
    return new Json.Arr(new ArrayList<>(all));
  }
}
