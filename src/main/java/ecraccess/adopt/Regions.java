package ecraccess.adopt;

import ecraccess.json.Json;
import ecraccess.json.Path;
import ecraccess.service.Partition;
import ecraccess.shorthand.Shorthand;
import ecraccess.template.Resource;
import ecraccess.template.Template;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what a template's endpoints say of the region that its stack is in. */
public final class Regions {
  private static final String SERVICE_NAME = "ServiceName";

  private Regions() {}

  /**
   * The region that the names of most endpoints' services spell out, in shorthands too: such an
   * endpoint can be created nowhere else.
   */
  public static Optional<String> namedIn(Json.Obj template) {
    Map<String, Integer> regions = new LinkedHashMap<>();
    new Template(template)
        .resources().stream()
            .flatMap(Regions::serviceNames)
            .flatMap(name -> ServiceNames.regionIn(name).stream())
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
  static Map<Path, String> elsewhere(Template template, String region) {
    String here = Partition.of(region).servicePrefix();
    Map<Path, String> reasons = new LinkedHashMap<>();
    Candidate.endpoints(template)
        .forEach(endpoint ->
            endpoint
                .property(SERVICE_NAME)
                .flatMap(ServiceNames::partitionsPrefix)
                .filter(prefix -> !prefix.equals(here))
                .ifPresent(prefix ->
                    reasons.put(
                        endpoint.path(),
                        "its ServiceName begins with %s, which is not so in %s; say the stack's region by --region"
                            .formatted(prefix, region))));
    return reasons;
  }
}
