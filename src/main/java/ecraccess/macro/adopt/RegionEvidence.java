package ecraccess.macro.adopt;

import ecraccess.core.aws.Partition;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.macro.shorthand.Shorthand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what a template's endpoints say of the region that its stack is in. */
public final class RegionEvidence {
  private static final String SERVICE_NAME = "ServiceName";

  private RegionEvidence() {}

  /**
   * The region that the names of most endpoints' services spell out, in shorthands too: such an
   * endpoint can be created nowhere else.
   */
  public static Optional<String> namedIn(Json.Obj template) {
    Map<String, Integer> regions = new LinkedHashMap<>();
    new Template(template)
        .resources().stream()
            .flatMap(RegionEvidence::serviceNames)
            .flatMap(name -> ServiceNameReader.regionIn(name).stream())
            .forEach(region -> regions.merge(region, 1, Integer::sum));
    return regions.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  private static Stream<Json> serviceNames(Resource resource) {
    if (resource.isOfType(Candidate.TYPE)) {
      return resource.property(SERVICE_NAME).stream();
    }
    return resource.isOfType(Shorthand.TYPE)
            && resource.property("Overrides").orElse(null) instanceof Json.Obj overrides
        ? overrides.members().values().stream()
            .flatMap(override ->
                override instanceof Json.Obj properties
                    ? properties.get(SERVICE_NAME).stream()
                    : Stream.empty())
        : Stream.empty();
  }

  /**
   * Endpoints whose services are named as in another partition than the region's, each with what
   * its user should say: there the shorthand expands to other names.
   */
  static Map<JsonPath, String> elsewhere(Template template, String region) {
    String here = Partition.of(region).servicePrefix();
    Map<JsonPath, String> reasons = new LinkedHashMap<>();
    Candidate.endpoints(template)
        .forEach(endpoint ->
            endpoint
                .property(SERVICE_NAME)
                .flatMap(ServiceNameReader::partitionsPrefix)
                .filter(prefix -> !prefix.equals(here))
                .ifPresent(prefix ->
                    reasons.put(
                        endpoint.path(),
                        "its ServiceName begins with %s, which is not so in %s; say the stack's region by --region"
                            .formatted(prefix, region))));
    return reasons;
  }
}
