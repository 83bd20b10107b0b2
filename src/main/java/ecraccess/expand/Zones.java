package ecraccess.expand;

import ecraccess.json.Json;
import ecraccess.json.Path;
import ecraccess.shorthand.Endpoint;
import ecraccess.shorthand.Shorthand;
import ecraccess.template.Expressions;
import ecraccess.template.Intrinsic;
import ecraccess.template.Problems;
import ecraccess.template.Resource;
import ecraccess.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds two subnets of one zone: EC2 gives an endpoint one subnet of a zone. Says nothing where
 * zones are written differently, or where a condition might keep the subnets apart.
 */
final class Zones {
  private static final String SUBNET_IDS = "SubnetIds";
  private static final List<String> ZONE = List.of("AvailabilityZone", "AvailabilityZoneId");

  private final List<Resource> subnets;
  private final Expressions expressions;
  private final Problems problems;

  Zones(Template template, Expressions expressions, Problems problems) {
    this.subnets =
        template.resources().stream()
            .filter(r -> !r.looped() && r.isOfType("AWS::EC2::Subnet"))
            .toList();
    this.expressions = expressions;
    this.problems = problems;
  }

  void check(Plan plan) {
    Shorthand shorthand = plan.shorthand();
    if (!shorthand.checks()) {
      return;
    }
    Path properties = shorthand.resource().path().member("Properties");
    // The network function picks one subnet of each zone.
    if (plan.network().isEmpty() && shorthand.needs(SUBNET_IDS, false)) {
      shorthand
          .subnetIds()
          .ifPresent(ids ->
              check(
                  ids,
                  properties.member(SUBNET_IDS),
                  "remove one, or add Preflight: true, which picks one subnet of each zone"));
    }
    for (Endpoint endpoint : shorthand.endpoints()) {
      Path overrides = properties.member("Overrides").member(endpoint.service().name());
      endpoint
          .overrides()
          .get(SUBNET_IDS)
          .ifPresent(ids -> check(ids, overrides.member(SUBNET_IDS), "remove one"));
    }
  }

  private void check(Json subnetIds, Path path, String remedy) {
    List<Json> ids = subnetIds instanceof Json.Arr(List<Json> items) ? items : List.of();
    List<Resource> seen = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Optional<Resource> subnet = subnet(ids.get(i));
      if (subnet.isEmpty()) {
        continue;
      }
      Path here = path.element(i);
      seen.stream()
          .filter(earlier -> inOneZone(earlier, subnet.get()))
          .findFirst()
          .ifPresent(earlier ->
              problems.add(
                  here,
                  "expected one subnet of each zone, found %s in the zone of %s; %s"
                      .formatted(subnet.get().logicalId(), earlier.logicalId(), remedy)));
      seen.add(subnet.get());
    }
  }

  private Optional<Resource> subnet(Json id) {
    return subnets.stream()
        .filter(subnet -> expressions.same(Members.ref(subnet.logicalId()), id))
        .findFirst();
  }

  private boolean inOneZone(Resource one, Resource other) {
    return condition(one).equals(condition(other))
        && ZONE.stream()
            .anyMatch(name ->
                zone(one, name)
                    .filter(mine ->
                        zone(other, name).filter(its -> expressions.same(mine, its)).isPresent())
                    .isPresent());
  }

  private static Optional<Json> zone(Resource subnet, String name) {
    return subnet.property(name).filter(zone -> !Intrinsic.isNoValue(zone));
  }

  private static Optional<Json> condition(Resource resource) {
    return ((Json.Obj) resource.value()).get("Condition");
  }
}
