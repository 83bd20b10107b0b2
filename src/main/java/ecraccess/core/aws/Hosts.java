package ecraccess.core.aws;

import java.util.Map;

/** The names under which services are called in a region. */
public final class Hosts {
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

  public static String of(Service service, String region) {
    return SPECIAL.getOrDefault(service.name(), service.name())
        + "."
        + region
        + "."
        + suffix(region);
  }

  /** Where ECR's image layers lie: ECR-over-VPC-endpoints guide, minimum bucket permissions. */
  public static String layers(String region) {
    return EcrPull.layerBucket(region) + "." + of(Service.S3, region);
  }

  public static String suffix(String region) {
    return Partition.of(region).urlSuffix();
  }

  /** Whether the region belongs to the standard partition. */
  public static boolean isStandard(String region) {
    return Partition.of(region).name().equals("aws");
  }
}
