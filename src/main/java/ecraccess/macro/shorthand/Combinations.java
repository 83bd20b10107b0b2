package ecraccess.macro.shorthand;

import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Problems;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import java.util.List;

/** Refuses properties that contradict each other, or that would have no effect together. */
final class Combinations {
  private final Json.Obj properties;
  private final JsonPath path;
  private final List<EndpointSpec> endpoints;
  private final Problems problems;

  Combinations(
      Resource resource, Json.Obj properties, List<EndpointSpec> endpoints, Problems problems) {
    this.properties = properties;
    this.path = resource.path().member("Properties");
    this.endpoints = endpoints;
    this.problems = problems;
  }

  void check() {
    for (Property clients : List.of(Property.CLIENT_SECURITY_GROUP_IDS, Property.CLIENT_CIDRS)) {
      if (has(clients) && has(Property.SECURITY_GROUP_IDS)) {
        refuse(
            clients,
            "is not taken together with SecurityGroupIds, whose groups are used as they are");
      } else if (has(clients) && endpoints.stream().allMatch(EndpointSpec::isGateway)) {
        refuse(clients, "has no effect, because no interface endpoint is created");
      }
    }
    if (!has(Property.SECURITY_GROUP_IDS)) {
      refuseStrayFromCreatedGroup();
    }
    requireChoice(Property.REPOSITORIES, Property.ECR_POLICY, "PullOnly");
    requireChoice(Property.ADDITIONAL_S3_RESOURCES, Property.S3_POLICY, "LayersOnly");
    requireEndpoint(Property.ECR_POLICY, "PullOnly", "ecr.", "ECR");
    requireEndpoint(Property.S3_POLICY, "LayersOnly", "s3", "S3");
  }

  /** Whoever has a group created for the endpoints does not mean the default group for one. */
  private void refuseStrayFromCreatedGroup() {
    String name = Property.SECURITY_GROUP_IDS.key();
    if (endpoints.stream().allMatch(e -> e.isGateway() || e.overrides().has(name))) {
      return;
    }
    endpoints.stream()
        .filter(e -> e.overrides().get(name).filter(Intrinsic::isNoValue).isPresent())
        .forEach(e ->
            problems.add(
                path.member(Property.OVERRIDES.key()).member(e.service().name()).member(name),
                "expected a list of security group IDs, found AWS::NoValue, though a group is"
                    + " created for the other endpoints; remove the override, or name"
                    + " SecurityGroupIds for the others"));
  }

  private void requireChoice(Property detail, Property choice, String word) {
    if (has(detail) && !choice.is(word, properties)) {
      problems.add(
          path.member(detail.key()),
          "has no effect without %s: %s; add that, or remove this".formatted(choice.key(), word));
    }
  }

  private void requireEndpoint(Property choice, String word, String service, String name) {
    if (choice.is(word, properties)
        && endpoints.stream().noneMatch(e -> e.service().name().startsWith(service))) {
      refuse(choice, "has no effect, because no endpoint of %s is created".formatted(name));
    }
  }

  private boolean has(Property property) {
    return property.in(properties).isPresent();
  }

  private void refuse(Property property, String why) {
    problems.add(path.member(property.key()), why + "; remove it");
  }
}
