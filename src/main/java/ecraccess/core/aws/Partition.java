package ecraccess.core.aws;

import ecraccess.core.json.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a region's endpoint services are named. Outside the standard partition a few services, ECR's
 * among them, carry the partition's DNS suffix in reverse; all others, the S3 gateway among them,
 * are {@code com.amazonaws} everywhere.
 *
 * @param name as in ARNs: {@code aws-cn}
 * @param servicePrefix what stands before the region in the names of the services in {@code
 *     prefixed}
 */
public record Partition(String name, String servicePrefix, Set<String> prefixed) {
  private static final String STANDARD_PREFIX = Facts.text(Facts.at("partitions", "default"));

  /** What may stand before the region in the names of AWS's own services, in all partitions. */
  public static Set<String> servicePrefixes() {
    Set<String> prefixes = new LinkedHashSet<>(List.of(STANDARD_PREFIX));
    for (Json partition : Facts.elements(Facts.at("partitions", "others"))) {
      prefixes.add(Facts.text(Facts.member((Json.Obj) partition, "servicePrefix")));
    }
    return prefixes;
  }

  /** Told by the region's name, so that a new region of a known partition is right too. */
  public static Partition of(String region) {
    for (Json partition : Facts.elements(Facts.at("partitions", "others"))) {
      Json.Obj facts = (Json.Obj) partition;
      if (region.startsWith(Facts.text(Facts.member(facts, "regionPrefix")))) {
        return new Partition(
            Facts.text(Facts.member(facts, "name")),
            Facts.text(Facts.member(facts, "servicePrefix")),
            prefixedIn(region, facts));
      }
    }
    return new Partition("aws", STANDARD_PREFIX, Set.of());
  }

  /** What the names of its hosts end in: {@code amazonaws.com.cn}. */
  public String urlSuffix() {
    return String.join(".", List.of(servicePrefix.split("\\.", -1)).reversed());
  }

  private static Set<String> prefixedIn(String region, Json.Obj partition) {
    Set<String> names = new LinkedHashSet<>(Facts.texts(Facts.member(partition, "prefixed")));
    partition
        .get("prefixedByRegion")
        .flatMap(regions -> ((Json.Obj) regions).get(region))
        .ifPresent(more -> names.addAll(Facts.texts(more)));
    return names;
  }

  /** The service's full name as the text of an {@code Fn::Sub}. */
  public String serviceName(Service service) {
    String prefix =
        Optional.of(servicePrefix)
            .filter(p -> prefixed.contains(service.name()))
            .orElse(STANDARD_PREFIX);
    return prefix + ".${AWS::Region}." + service.name();
  }
}
