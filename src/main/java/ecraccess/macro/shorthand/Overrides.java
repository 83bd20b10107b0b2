package ecraccess.macro.shorthand;

import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.Found;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.LogicalId;
import ecraccess.core.cfn.Problems;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code Overrides}: what differs from the shorthand for one endpoint. */
final class Overrides {
  static final String LOGICAL_ID = "LogicalId";

  private static final ValueShape ENDPOINT =
      new ValueShape.Literal(new ValueShape.Table("an object of endpoint properties"));

  /** A property that endpoints of the other kind have; EC2 refuses it on this kind. */
  private static final Set<String> INTERFACE_ONLY =
      Set.of("SubnetIds", "SecurityGroupIds", "PrivateDnsEnabled");

  /**
   * An endpoint that has the property at all cannot do without it. Security groups are not among
   * them: endpoints that were there before the shorthand may have the VPC's default group. {@link
   * Combinations} refuses that beside a created group.
   */
  private static final Set<String> NEEDED =
      Set.of("VpcId", "ServiceName", "RouteTableIds", "SubnetIds");

  private static final Set<String> GATEWAY_ONLY = Set.of("RouteTableIds");

  private final Resource resource;
  private final JsonPath path;
  private final Expressions expressions;
  private final Problems problems;

  Overrides(Resource resource, Expressions expressions, Problems problems) {
    this.resource = resource;
    this.path = resource.path().member("Properties").member(Property.OVERRIDES.key());
    this.expressions = expressions;
    this.problems = problems;
  }

  /** The selected services' endpoints, each with what overrides it. */
  List<EndpointSpec> read(Optional<Json> given, Set<Service> selected) {
    given.ifPresent(value ->
        new ShapeCheck(expressions, problems, false)
            .check(value, Property.OVERRIDES.shape(), path));
    Json.Obj byService = written(given).orElse(new Json.Obj(Map.of()));
    Map<String, Service> valid = new LinkedHashMap<>();
    selected.forEach(service -> valid.put(service.name(), service));
    byService.members().keySet().stream()
        .filter(name -> !valid.containsKey(name))
        .forEach(name ->
            problems.add(
                path.member(name),
                ShapeCheck.unknown("service, or none that is created here", name, valid.keySet())));
    List<EndpointSpec> endpoints = new ArrayList<>();
    selected.forEach(service -> endpoints.add(endpoint(service, byService.get(service.name()))));
    return endpoints;
  }

  /** The object, unless a function stands there. */
  private static Optional<Json.Obj> written(Optional<Json> given) {
    return given
        .filter(value -> Intrinsic.of(value).isEmpty())
        .filter(Json.Obj.class::isInstance)
        .map(Json.Obj.class::cast);
  }

  private EndpointSpec endpoint(Service service, Optional<Json> given) {
    JsonPath here = path.member(service.name());
    given.ifPresent(
        value -> new ShapeCheck(expressions, problems, false).check(value, ENDPOINT, here));
    Json.Obj overrides = written(given).orElse(new Json.Obj(Map.of()));
    overrides.members().forEach((name, value) -> check(service, name, value, here.member(name)));
    String logicalId =
        overrides.get(LOGICAL_ID).orElse(null) instanceof Json.Str(String id) && !id.isEmpty()
            ? id
            : resource.logicalId() + service.partName();
    return new EndpointSpec(service, logicalId, overrides.without(LOGICAL_ID));
  }

  private void check(Service service, String name, Json value, JsonPath here) {
    ValueShape shape = OverridableProperties.ALL.get(name);
    boolean gateway = service.isGateway();
    if (name.equals(LOGICAL_ID)) {
      checkLogicalId(value, here);
    } else if (shape == null) {
      Map<String, ValueShape> valid = new LinkedHashMap<>(OverridableProperties.ALL);
      valid.put(LOGICAL_ID, new ValueShape.Text("a logical ID"));
      problems.add(here, ShapeCheck.unknown("endpoint property", name, valid.keySet()));
    } else if ((gateway ? INTERFACE_ONLY : GATEWAY_ONLY).contains(name)) {
      problems.add(
          here,
          "expected a property of %s endpoints, found one that EC2 refuses there; remove it"
              .formatted(gateway ? "gateway" : "interface"));
    } else if (name.equals("VpcEndpointType")) {
      checkType(gateway, value, here);
    } else if (NEEDED.contains(name) && Intrinsic.isNoValue(value)) {
      problems.add(
          here,
          "expected %s, found AWS::NoValue, but no such endpoint does without it; remove the override"
              .formatted(shape.noun()));
    } else {
      new ShapeCheck(expressions, problems, isNeverAbsent(name, value)).check(value, shape, here);
      if (name.equals("PolicyDocument")) {
        new PolicyCheck(problems).check(value, here);
      }
    }
  }

  /** Where {@code AWS::NoValue} is all there is, it is meant; in one branch of two it is a trap. */
  private static boolean isNeverAbsent(String name, Json value) {
    return !Intrinsic.isNoValue(value)
        && Property.of(name).filter(Property::isNeverAbsent).isPresent();
  }

  private void checkLogicalId(Json value, JsonPath here) {
    new ShapeCheck(expressions, problems, false)
        .check(value, new ValueShape.Literal(new ValueShape.Text("a logical ID")), here);
    if (value instanceof Json.Str(String id)
        && resource.looped()
        && !LogicalId.hasLoopVariable(id)) {
      problems.add(
          here,
          "expected a logical ID with the loop's variable in it, found %s, which would be created more than once"
              .formatted(Found.quote(id)));
    }
  }

  /** A gateway that was there before the shorthand may leave it to CloudFormation's default. */
  private void checkType(boolean gateway, Json value, JsonPath here) {
    if (gateway && Intrinsic.isNoValue(value)) {
      return;
    }
    String expected = gateway ? "Gateway" : "Interface";
    if (!value.equals(new Json.Str(expected))) {
      problems.add(
          here,
          "expected %s, found %s%s"
              .formatted(
                  expected,
                  Found.describe(value),
                  gateway
                      ? "; ECR's layers cannot be pulled through an S3 interface endpoint"
                      : ""));
    }
  }
}
