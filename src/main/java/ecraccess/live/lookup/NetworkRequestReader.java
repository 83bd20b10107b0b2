package ecraccess.live.lookup;

import ecraccess.core.aws.Service;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the properties of a {@code Custom::PrivateEcrAccessNetwork} as CloudFormation hands them
 * over: every function is resolved, and scalars are strings.
 */
public final class NetworkRequestReader {
  private static final String NETWORK = "Network";

  /** Overrides that make it another endpoint, or leave open which. */
  private static final List<String> OTHER =
      List.of("VpcId", "ServiceName", "ServiceRegion", "VpcEndpointType", "Unknown");

  private final Json.Obj properties;
  private final String shorthand;
  private final List<Obstacle> reasons = new ArrayList<>();

  /**
   * For one resource.
   *
   * @param logicalId of the custom resource: the shorthand's own and {@code Network}
   */
  public NetworkRequestReader(Json.Obj properties, String logicalId) {
    this.properties = properties;
    this.shorthand =
        logicalId.endsWith(NETWORK)
            ? logicalId.substring(0, logicalId.length() - NETWORK.length())
            : logicalId;
  }

  /**
   * The request; without meaning where there are reasons.
   *
   * @param stackId the stack's ARN, which names region and account
   */
  public NetworkRequest read(String stackId) {
    List<String> arn = List.of(stackId.split(":", -1));
    String vpc = text(properties, "VpcId").orElse("");
    if (vpc.isEmpty()) {
      refuse("VpcId", "missing, expected a VPC ID");
    }
    if (arn.size() < 6) {
      refuse("VpcId", "expected the ARN of a stack beside it, found none");
    }
    return new NetworkRequest(
        arn.size() < 6 ? "" : arn.get(3),
        arn.size() < 6 ? Optional.empty() : Optional.of(arn.get(4)),
        Optional.of(
            new NetworkRequest.Stack(
                stackId, shorthand, texts(properties, "Adds").orElse(List.of()))),
        vpc,
        texts(properties, "SubnetIds").orElse(List.of()),
        texts(properties, "RouteTableIds"),
        planned(),
        Optional.empty(),
        flag(properties, "Preflight").orElse(true),
        texts(properties, "Clients").orElse(List.of()));
  }

  public List<Obstacle> reasons() {
    return reasons;
  }

  private List<NetworkRequest.Planned> planned() {
    Json.Obj overrides =
        properties.get("Overrides").orElse(null) instanceof Json.Obj given
            ? given
            : new Json.Obj(Map.of());
    return texts(properties, "Services").orElse(List.of()).stream()
        .flatMap(this::service)
        .map(service ->
            planned(
                service,
                overrides.get(service.name()).orElse(null) instanceof Json.Obj given
                    ? given
                    : new Json.Obj(Map.of())))
        .toList();
  }

  private Stream<Service> service(String name) {
    if (Service.isName(name)) {
      return Stream.of(new Service(name));
    }
    refuse("Services", "expected the name of a service, found \"%s\"".formatted(name));
    return Stream.empty();
  }

  private NetworkRequest.Planned planned(Service service, Json.Obj overrides) {
    Optional<Boolean> privateDns =
        flag(overrides, "PrivateDnsEnabled").or(() -> flag(properties, "PrivateDnsEnabled"));
    return new NetworkRequest.Planned(
        service,
        texts(overrides, "SubnetIds"),
        texts(overrides, "SecurityGroupIds").or(() -> texts(properties, "SecurityGroupIds")),
        texts(overrides, "RouteTableIds"),
        Known.is(privateDns.orElse(true)),
        OTHER.stream().anyMatch(overrides::has));
  }

  private Optional<String> text(Json.Obj object, String name) {
    return object.get(name).flatMap(value -> text(name, value));
  }

  private Optional<String> text(String name, Json value) {
    if (value instanceof Json.Str(String text)) {
      return Optional.of(text);
    }
    refuse(name, "expected a string, found " + kind(value));
    return Optional.empty();
  }

  private Optional<List<String>> texts(Json.Obj object, String name) {
    Json value = object.get(name).orElse(null);
    if (value instanceof Json.Arr(List<Json> items)) {
      return Optional.of(
          items.stream().flatMap(item -> text(name, item).stream()).distinct().toList());
    }
    if (value != null) {
      refuse(name, "expected a list of strings, found " + kind(value));
    }
    return Optional.empty();
  }

  private Optional<Boolean> flag(Json.Obj object, String name) {
    Json value = object.get(name).orElse(null);
    if (value instanceof Json.Bool(boolean bool)) {
      return Optional.of(bool);
    }
    if (value instanceof Json.Str(String text)
        && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))) {
      return Optional.of(text.equalsIgnoreCase("true"));
    }
    if (value != null) {
      refuse(name, "expected true or false, found " + kind(value));
    }
    return Optional.empty();
  }

  private void refuse(String property, String text) {
    reasons.add(new Obstacle(JsonPath.of("Resources", shorthand, "Properties", property), text));
  }

  /** Without the value: it may be anything. */
  private static String kind(Json value) {
    return switch (value) {
      case Json.Obj object -> "an object";
      case Json.Arr list -> "a list";
      case Json.Str text -> "another string";
      case Json.Num number -> "a number";
      case Json.Bool bool -> "true or false";
      case Json.Null nothing -> "null";
    };
  }
}
