package ecraccess.acceptance.verdict;

import static ecraccess.acceptance.verdict.Fault.Scope.ANYWHERE;
import static ecraccess.acceptance.verdict.Fault.Scope.ISOLATED;
import static ecraccess.acceptance.verdict.View.property;

import ecraccess.acceptance.verdict.Fault.Mutation;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Mistakes in an endpoint that is written out: its service, its form, its name in DNS. */
final class EndpointFaults {
  private static final String PRIVATE_DNS = "PrivateDnsEnabled";

  private EndpointFaults() {}

  static List<Fault> all() {
    List<Fault> all = new ArrayList<>();
    for (String service : List.of("ecr.dkr", "ecr.api", "logs")) {
      all.add(privateDns("is false", service, Optional.of(new Json.Bool(false))));
      all.add(privateDns("is the text false", service, Optional.of(new Json.Str("false"))));
      all.add(privateDns("is not written", service, Optional.empty()));
    }
    for (String service : List.of("ecr.dkr", "ecr.api")) {
      all.add(serviceName("of another partition", service, EndpointFaults::otherPartition));
      all.add(serviceName("of another region", service, EndpointFaults::otherRegion));
      all.add(type("omitted", "deploy 8", service, Optional.empty()));
      all.add(type("Gateway", "deploy 8", service, Optional.of(new Json.Str("Gateway"))));
      all.add(routeTables(service));
      all.add(twice(service, "deploy 3", PRIVATE_DNS));
    }
    all.add(
        serviceName("with the prefix of another partition", "s3", EndpointFaults::otherPartition));
    all.add(twice("s3", "deploy 6", "RouteTableIds"));
    all.add(onGateway("SubnetIds", "deploy 8", "[subnet-0a1b2c3d4e5f60718]"));
    all.add(onGateway("SecurityGroupIds", "deploy 8", "[sg-0a1b2c3d4e5f60718]"));
    all.add(onGateway(PRIVATE_DNS, "deploy 10", "true"));
    all.add(s3Interface());
    all.addAll(OtherVpc.faults());
    return all;
  }

  private static Fault privateDns(String how, String service, Optional<Json> value) {
    return on(
        "private DNS of %s %s".formatted(service, how),
        "run 12",
        ISOLATED,
        "(?i)private ?DNS",
        service,
        (view, endpoint) -> {
          JsonPath place = property(endpoint, PRIVATE_DNS);
          return Mutation.of(
              value.isPresent() ? view.edit().set(place, value.get()) : view.edit().remove(place),
              place);
        });
  }

  private static Fault serviceName(
      String how, String service, BiFunction<String, String, String> change) {
    return on(
        "service name of %s %s".formatted(service, how),
        "deploy 7",
        ANYWHERE,
        "amazonaws",
        service,
        (view, endpoint) -> {
          JsonPath place = property(endpoint, "ServiceName");
          String name = change.apply(View.serviceName(endpoint), service);
          return Mutation.of(
              view.edit().set(place, Json.Obj.of("Fn::Sub", new Json.Str(name))), place);
        });
  }

  private static String otherPartition(String name, String service) {
    return name.startsWith("cn.") ? name.substring(3) : "cn." + name;
  }

  private static String otherRegion(String name, String service) {
    return name.replace("${AWS::Region}", name.startsWith("cn.") ? "cn-northwest-1" : "us-west-2");
  }

  private static Fault type(String how, String row, String service, Optional<Json> value) {
    return on(
        "type of the endpoint of %s %s".formatted(service, how),
        row,
        ANYWHERE,
        "Interface",
        service,
        (view, endpoint) -> {
          JsonPath place = property(endpoint, "VpcEndpointType");
          return Mutation.of(
              value.isPresent() ? view.edit().set(place, value.get()) : view.edit().remove(place),
              property(endpoint));
        });
  }

  private static Fault routeTables(String service) {
    return on(
        "route tables on the interface endpoint of " + service,
        "deploy 9",
        ANYWHERE,
        "(?i)route ?table",
        service,
        (view, endpoint) -> {
          JsonPath place = property(endpoint, "RouteTableIds");
          return Mutation.of(view.edit().set(place, Text.yaml("[rtb-0a1b2c3d4e5f60718]")), place)
              .whatever();
        });
  }

  private static Fault onGateway(String property, String row, String value) {
    return on(
        property + " on the gateway endpoint of s3",
        row,
        ANYWHERE,
        property,
        "s3",
        (view, endpoint) -> {
          JsonPath place = property(endpoint, property);
          Mutation made = Mutation.of(view.edit().set(place, Text.yaml(value)), place);
          return property.equals(PRIVATE_DNS) ? made : made.whatever();
        });
  }

  private static Fault twice(String service, String row, String property) {
    return on(
        "a second endpoint of " + service,
        row,
        ANYWHERE,
        "(?i)second|already|twice|one endpoint|one gateway|both|another",
        service,
        (view, endpoint) -> {
          JsonPath copy = JsonPath.of("Resources", endpoint.logicalId() + "Again");
          return Mutation.of(view.edit().set(copy, endpoint.value()), property(endpoint), copy);
        });
  }

  private static Fault s3Interface() {
    return on(
        "an interface endpoint for s3 instead of the gateway",
        "ask 34",
        ISOLATED,
        "(?i)gateway",
        "s3",
        (view, endpoint) -> {
          Resource dkr = view.endpoint("ecr.dkr").orElseThrow();
          return Mutation.of(
              view.edit()
                  .set(property(endpoint, "VpcEndpointType"), new Json.Str("Interface"))
                  .remove(property(endpoint, "RouteTableIds"))
                  .set(property(endpoint, "SubnetIds"), dkr.property("SubnetIds").orElseThrow())
                  .set(
                      property(endpoint, "SecurityGroupIds"),
                      dkr.property("SecurityGroupIds").orElseThrow()),
              JsonPath.of("Resources"));
        });
  }

  static Fault on(
      String name,
      String row,
      Fault.Scope scope,
      String reason,
      String service,
      BiFunction<View, Resource, Mutation> make) {
    return Fault.of(
        name, row, scope, reason, view -> view.endpoint(service).map(e -> make.apply(view, e)));
  }
}
