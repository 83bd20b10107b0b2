package ecraccess.macro.shorthand;

import ecraccess.core.cfn.Expressions;
import ecraccess.core.cfn.NearMiss;
import ecraccess.core.cfn.Problems;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.template.Need;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** From a resource of our type to a {@link Shorthand}, or to everything that is wrong with it. */
public final class ShorthandReader {
  private static final Map<String, ValueShape> ATTRIBUTES = attributes();

  /** Stands for a snippet that is included in its place. */
  private static final String INCLUDE = "Fn::Transform";

  private final Expressions expressions;
  private final Problems problems;

  public ShorthandReader(Expressions expressions, Problems problems) {
    this.expressions = expressions;
    this.problems = problems;
  }

  /**
   * Which endpoints the resource creates. Needs only what stands there literally, so it is known of
   * a resource too that is wrong in other ways, and references to its parts can be judged.
   *
   * @param needs of the template's tasks
   */
  public Selection select(Resource resource, Supplier<List<Need>> needs) {
    return new ServiceSelection(resource, properties(resource), expressions, problems).read(needs);
  }

  /**
   * The whole shorthand; nothing, if anything is wrong with it.
   *
   * @param selection what {@link #select} found
   */
  public Optional<Shorthand> read(Resource resource, Selection selection) {
    int before = problems.count();
    checkAttributes(resource);
    Json.Obj properties = properties(resource);
    if (properties.has(INCLUDE)) {
      problems.add(
          resource.path().member("Properties"),
          "expected properties, found Fn::Transform, which CloudFormation resolves before this"
              + " macro runs and nobody here can; write the snippet's properties out to see the"
              + " result");
      return Optional.empty();
    }
    Set<Property> meant = checkProperties(properties, resource.path().member("Properties"));
    checkPresent(resource, selection.endpoints(), meant);
    if (problems.count() > before || !selection.certain()) {
      return Optional.empty();
    }
    return Optional.of(shorthand(resource, selection, properties));
  }

  private static Shorthand shorthand(Resource resource, Selection selection, Json.Obj properties) {
    return new Shorthand(
        resource,
        selection.endpoints(),
        selection.existing(),
        Property.VPC_ID.in(properties).orElseThrow(),
        Property.SUBNET_IDS.in(properties),
        Property.ROUTE_TABLE_IDS.in(properties),
        Property.SECURITY_GROUP_IDS.in(properties),
        new Shorthand.ClientSources(
            items(Property.CLIENT_SECURITY_GROUP_IDS, properties),
            items(Property.CLIENT_CIDRS, properties)),
        Property.PRIVATE_DNS_ENABLED.in(properties).orElse(new Json.Bool(true)),
        new Shorthand.Policies(
            Property.ECR_POLICY.is("PullOnly", properties),
            Property.REPOSITORIES.in(properties),
            Property.S3_POLICY.is("LayersOnly", properties),
            Property.ADDITIONAL_S3_RESOURCES.in(properties)),
        Property.IP_ADDRESS_TYPE.in(properties),
        Property.DNS_OPTIONS.in(properties),
        Property.TAGS.in(properties),
        Property.PREFLIGHT.in(properties).map(flag -> ((Json.Bool) flag).value()),
        !Property.CHECKS.is("Off", properties),
        items(Property.IGNORE_CHECKS, properties).stream()
            .map(id -> ((Json.Str) id).value())
            .toList());
  }

  private static List<Json> items(Property property, Json.Obj properties) {
    return property.in(properties).map(list -> ((Json.Arr) list).elements()).orElse(List.of());
  }

  private void checkAttributes(Resource resource) {
    ((Json.Obj) resource.value())
        .members()
        .forEach((name, value) -> {
          JsonPath here = resource.path().member(name);
          ValueShape shape = ATTRIBUTES.get(name);
          if (shape != null) {
            checkAttribute(name, value, shape, here);
          } else if (name.equals("CreationPolicy") || name.equals("UpdatePolicy")) {
            problems.add(
                here, "expected no such attribute: VPC endpoints do not take it; remove it");
          } else {
            problems.add(here, ShapeCheck.unknown("resource attribute", name, ATTRIBUTES.keySet()));
          }
        });
  }

  private void checkAttribute(String name, Json value, ValueShape shape, JsonPath here) {
    ShapeCheck check = new ShapeCheck(expressions, problems, false);
    if (name.equals("DependsOn") && value instanceof Json.Arr(List<Json> items)) {
      for (int i = 0; i < items.size(); i++) {
        check.check(items.get(i), new ValueShape.Text("a logical ID"), here.element(i));
      }
    } else {
      check.check(value, shape, here);
    }
  }

  /** Checks what is there; returns what an unknown name was probably meant for. */
  private Set<Property> checkProperties(Json.Obj properties, JsonPath path) {
    Set<Property> meant = new LinkedHashSet<>();
    properties
        .members()
        .forEach((name, value) ->
            Property.of(name)
                .ifPresentOrElse(
                    property -> checkProperty(property, value, path.member(name)),
                    () -> {
                      problems.add(
                          path.member(name), ShapeCheck.unknown("property", name, Property.keys()));
                      NearMiss.of(name, Property.keys())
                          .flatMap(Property::of)
                          .ifPresent(meant::add);
                    }));
    return meant;
  }

  private void checkProperty(Property property, Json value, JsonPath here) {
    if (!property.isSelecting() && property.in(Json.Obj.of(property.key(), value)).isPresent()) {
      new ShapeCheck(expressions, problems, property.isNeverAbsent())
          .check(value, property.shape(), here);
    }
  }

  private void checkPresent(Resource resource, List<EndpointSpec> endpoints, Set<Property> meant) {
    Json.Obj properties = properties(resource);
    require(Property.VPC_ID, properties, meant, resource);
    String subnetIds = Property.SUBNET_IDS.key();
    if (endpoints.stream().anyMatch(e -> !e.isGateway() && !e.overrides().has(subnetIds))) {
      require(Property.SUBNET_IDS, properties, meant, resource);
    }
    new Combinations(resource, properties, endpoints, problems).check();
  }

  private void require(
      Property property, Json.Obj properties, Set<Property> meant, Resource resource) {
    if (property.in(properties).isEmpty() && !meant.contains(property)) {
      problems.add(
          resource.path().member("Properties").member(property.key()),
          "missing, expected " + property.shape().noun());
    }
  }

  private static Json.Obj properties(Resource resource) {
    return resource.value() instanceof Json.Obj body
            && body.get("Properties").orElse(null) instanceof Json.Obj properties
        ? properties
        : new Json.Obj(Map.of());
  }

  private static Map<String, ValueShape> attributes() {
    Map<String, ValueShape> attributes = new LinkedHashMap<>();
    attributes.put("Type", new ValueShape.Text("a resource type"));
    attributes.put("Properties", new ValueShape.Table("an object of properties"));
    attributes.put("Condition", new ValueShape.Text("the name of a condition"));
    attributes.put("DependsOn", new ValueShape.Text("a logical ID or a list of them"));
    attributes.put("DeletionPolicy", new ValueShape.Text("a deletion policy"));
    attributes.put("UpdateReplacePolicy", new ValueShape.Text("a replacement policy"));
    attributes.put("Metadata", new ValueShape.Table("an object"));
    return attributes;
  }
}
