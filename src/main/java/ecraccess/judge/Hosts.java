package ecraccess.judge;

import ecraccess.service.Partition;
import ecraccess.service.Service;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The names under which services are called in a region. */
final class Hosts {
  private static final Service ANY_ECR = Service.ECR_API;

  /** ECS's hosts as its agent calls them (awslabs/landing-zone-accelerator-on-aws). */
  private static final Map<String, String> SPECIAL =
      Map.of(
          "ecr.api",
          "api.ecr",
          "ecr.dkr",
          "*.dkr.ecr",
          "ecs-agent",
          "ecs-a",
          "ecs-telemetry",
          "ecs-t");

  private Hosts() {}

  static String of(Service service, String region) {
    return SPECIAL.getOrDefault(service.name(), service.name())
        + "."
        + region
        + "."
        + suffix(region);
  }

  /** Where ECR's image layers lie: ECR-over-VPC-endpoints guide, minimum bucket permissions. */
  static String layers(String region) {
    return layerBucket(region) + "." + of(Service.S3, region);
  }

  static String layerBucket(String region) {
    return "prod-" + region + "-starport-layer-bucket";
  }

  /** The partition's DNS suffix: what its ECR endpoint services carry in reverse. */
  static String suffix(String region) {
    String prefix = Partition.of(region).servicePrefix();
    List<String> labels = Arrays.asList(prefix.split("\\."));
    Collections.reverse(labels);
    return String.join(".", labels);
  }

  /** Whether the region belongs to the standard partition, {@code aws}. */
  static boolean isStandard(String region) {
    return !region.startsWith("us-gov-")
        && Partition.of(region)
            .serviceName(ANY_ECR)
            .startsWith(Partition.of("us-east-1").servicePrefix() + ".");
  }
}
