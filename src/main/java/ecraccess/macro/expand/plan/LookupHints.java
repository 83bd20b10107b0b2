package ecraccess.macro.expand.plan;

import static ecraccess.core.cfn.Cfn.text;

import ecraccess.core.cfn.Cfn;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.macro.shorthand.EndpointSpec;
import ecraccess.macro.shorthand.Shorthand;
import ecraccess.reach.model.Additions;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the network function what it cannot see on the live network: how the endpoints will differ
 * from the shorthand, and what else in the template will change the network.
 */
final class LookupHints {
  /**
   * What of an override matters to a look. {@code VpcEndpointType} is not among them: the only
   * value that it may have is the one that it has anyway.
   */
  private static final List<String> OVERRIDES =
      List.of(
          "SubnetIds",
          "SecurityGroupIds",
          "RouteTableIds",
          "PrivateDnsEnabled",
          "VpcId",
          "ServiceName",
          "ServiceRegion");

  /** Says of an endpoint that it is not known yet. */
  private static final String UNKNOWN = "Unknown";

  /** Includes, by the name under which they stand among the resources. */
  private static final String TRANSFORM = "Fn::Transform";

  private final Template template;
  private final Dependencies dependencies;

  LookupHints(Template template) {
    this.template = template;
    this.dependencies = new Dependencies(template);
  }

  /**
   * The looked-up blocks that the created group admits, by their attributes; none where something
   * else in the template is given the group, and may admit others.
   */
  List<String> clients(Shorthand shorthand, Optional<ClientRules> rules) {
    Set<String> group =
        Set.of(
            shorthand.logicalId() + "." + GeneratedIds.SECURITY_GROUP,
            GeneratedIds.id(shorthand.resource(), GeneratedIds.SECURITY_GROUP));
    boolean open =
        template.resources().stream()
            .filter(LookupHints::mayAdmit)
            .anyMatch(resource -> dependencies.mentions(resource.value(), group));
    return open ? List.of() : rules.map(ClientRules::lookedUp).orElse(List.of());
  }

  /** By service, what the function has to know of its endpoint's overrides. */
  Json.Obj overrides(Shorthand shorthand) {
    Map<String, Json> services = new LinkedHashMap<>();
    Set<String> own = generated(shorthand);
    for (EndpointSpec endpoint : shorthand.endpoints()) {
      Map<String, Json> told = new LinkedHashMap<>();
      for (String name : OVERRIDES) {
        endpoint.overrides().get(name).ifPresent(value -> told.put(name, told(name, value)));
      }
      if (told.values().stream().anyMatch(value -> dependencies.leads(value, own))) {
        // The look comes before the endpoints, so it cannot wait for what they bring.
        services.put(endpoint.service().name(), Json.Obj.of(UNKNOWN, new Json.Bool(true)));
      } else if (!told.isEmpty()) {
        services.put(endpoint.service().name(), new Json.Obj(told));
      }
    }
    return new Json.Obj(services);
  }

  /** EC2's own default is the opposite of the shorthand's. */
  private static Json told(String name, Json value) {
    return name.equals("PrivateDnsEnabled") && Intrinsic.isNoValue(value)
        ? new Json.Bool(false)
        : value;
  }

  static Set<String> generated(Shorthand shorthand) {
    Set<String> ids = new LinkedHashSet<>();
    ids.add(shorthand.logicalId());
    shorthand.endpoints().forEach(endpoint -> ids.add(endpoint.logicalId()));
    ids.add(GeneratedIds.id(shorthand.resource(), GeneratedIds.SECURITY_GROUP));
    ids.add(GeneratedIds.id(shorthand.resource(), GeneratedIds.NETWORK));
    return ids;
  }

  /**
   * The types in the template that may change the network after the look.
   *
   * @param shorthand which the look is for: what it becomes is no news
   * @param awaited what the look waits for
   */
  List<Json> adds(Shorthand shorthand, List<Resource> awaited) {
    return template.resources().stream()
        .filter(resource -> !resource.equals(shorthand.resource()))
        .filter(resource -> mayAdd(resource) && !awaited.contains(resource))
        .map(LookupHints::added)
        .distinct()
        .sorted()
        .map(Cfn::text)
        .toList();
  }

  private static boolean mayAdd(Resource resource) {
    return Additions.KNOWN.contains(type(resource))
        || resource.isOfType(Shorthand.TYPE)
        || isOpaque(resource);
  }

  private static boolean mayAdmit(Resource resource) {
    return resource.isOfType(Additions.GROUP_INGRESS) || isOpaque(resource);
  }

  private static boolean isOpaque(Resource resource) {
    return !resource.isPlain()
        && !resource.isOfType(Shorthand.TYPE)
        && !resource.isOfType(Resource.LOOK_UP);
  }

  /** The type of what comes of it. */
  private static String added(Resource resource) {
    return resource.isOfType(Shorthand.TYPE) ? Additions.ENDPOINT : type(resource);
  }

  private static String type(Resource resource) {
    return resource.value() instanceof Json.Obj body
            && body.get("Type").orElse(text(TRANSFORM)) instanceof Json.Str(String type)
        ? type
        : TRANSFORM;
  }
}
