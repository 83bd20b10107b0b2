package ecraccess.reach.template;

import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Resolved;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the endpoints that a template makes, and those that a VPC is said to have. */
final class EndpointReader {
  static final String TYPE = "AWS::EC2::VPCEndpoint";

  private final Scenario scenario;
  private final IdReader ids;
  private final ResolvedReader resolved;

  EndpointReader(Scenario scenario) {
    this.scenario = scenario;
    this.ids = new IdReader(scenario);
    this.resolved = new ResolvedReader(scenario);
  }

  List<Endpoint> all() {
    List<Endpoint> all = new ArrayList<>(scenario.resources(TYPE).map(this::read).toList());
    Map<Id, Set<String>> existing = new LinkedHashMap<>();
    scenario
        .context()
        .existing()
        .forEach((vpc, services) ->
            existing
                .computeIfAbsent(scenario.id(place(vpc)), id -> new LinkedHashSet<>())
                .addAll(services));
    existing.forEach((vpc, services) ->
        services.stream()
            .filter(Service::isName)
            .map(name -> existing(vpc, name))
            .forEach(all::add));
    return all;
  }

  private static Branch place(Json value) {
    return new Branch(JsonPath.ROOT, value, Branch.Conditions.OPEN);
  }

  private Endpoint read(Resource resource) {
    Branch properties = scenario.properties(resource);
    EndpointServiceNames name = EndpointServiceNames.read(scenario, properties);
    JsonPath path = scenario.origin(resource.path());
    return new Endpoint(
        resource.logicalId(),
        path,
        path.step() instanceof JsonPath.Step.Member(String maker) ? maker : resource.logicalId(),
        name.text(),
        name.service(),
        name.inRegion(),
        type(properties),
        scenario
            .member(properties, "VpcId")
            .map(scenario::id)
            .orElseGet(() -> open("the VPC of " + resource.logicalId())),
        scenario.ids(properties, "SubnetIds"),
        isOnePerZone(properties),
        scenario.ids(properties, "SecurityGroupIds"),
        scenario.ids(properties, "RouteTableIds"),
        // CloudFormation's own default.
        scenario
            .member(properties, "PrivateDnsEnabled")
            .map(scenario::bool)
            .orElse(Known.is(false)),
        scenario
            .member(properties, "PolicyDocument")
            .map(this::policy)
            .orElse(Known.is(Optional.empty())),
        Known.is(true),
        ipAddressType(properties),
        property -> scenario.origin(properties.path().member(property)));
  }

  private static Id open(String what) {
    return new Id.Open(what, what);
  }

  /** What is not specified is IPv4 (AWS PrivateLink guide, IP address types). */
  private Known<String> ipAddressType(Branch properties) {
    return scenario
        .member(properties, "IpAddressType")
        .map(scenario::text)
        .orElse(Known.is("ipv4"))
        .map(text -> text.equals("not-specified") ? "ipv4" : text);
  }

  private Known<Endpoint.Type> type(Branch properties) {
    return scenario
        .member(properties, "VpcEndpointType")
        .map(scenario::text)
        .orElse(Known.is("Gateway"))
        .map(text ->
            switch (text) {
              case "Gateway" -> Endpoint.Type.GATEWAY;
              case "Interface" -> Endpoint.Type.INTERFACE;
              default -> Endpoint.Type.OTHER;
            });
  }

  /** The macro's look-up picks one subnet of each zone. */
  private boolean isOnePerZone(Branch properties) {
    return scenario
        .member(properties, "SubnetIds")
        .flatMap(list -> ids.lookUp(list.value(), "SubnetIds"))
        .isPresent();
  }

  /** A policy with everything evaluated; functions stay in it where only the deployment knows. */
  private Known<Optional<Resolved>> policy(Branch place) {
    Json policy = scenario.resolved(place.value());
    return Intrinsic.of(policy).isPresent()
        ? Known.unknown(scenario.missing(place.value()))
        : Known.is(Optional.of(resolved.of(place, parsed(policy))));
  }

  /** A text that is no policy stays a text, which EC2 refuses. */
  private static Json parsed(Json policy) {
    try {
      return policy instanceof Json.Str(String text)
              && JsonText.read(text) instanceof Json.Obj document
          ? document
          : policy;
    } catch (MalformedJson e) {
      return policy;
    }
  }

  private Endpoint existing(Id vpc, String service) {
    String what = "the endpoint of " + service + " that ExistingServices says the VPC has";
    Service known = new Service(service);
    return new Endpoint(
        "the existing endpoint of " + service,
        JsonPath.ROOT,
        "ExistingServices",
        Known.unknown(what),
        Known.is(Optional.of(known)),
        Known.unknown(what),
        Known.is(known.isGateway() ? Endpoint.Type.GATEWAY : Endpoint.Type.INTERFACE),
        vpc,
        known.isGateway() ? List.of() : open("the subnets of ", what),
        false,
        known.isGateway() ? List.of() : open("the security groups of ", what),
        known.isGateway() ? open("the route tables of ", what) : List.of(),
        known.isGateway() ? Known.is(false) : Known.unknown(what),
        Known.unknown(what),
        Known.unknown(what),
        property -> JsonPath.ROOT);
  }

  private static List<Id> open(String part, String what) {
    return List.of(new Id.Open(part + what, what));
  }
}
