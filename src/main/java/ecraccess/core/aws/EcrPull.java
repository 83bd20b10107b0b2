package ecraccess.core.aws;

import java.util.List;

/**
 * What a pull from private ECR asks of IAM. Whoever writes a policy and whoever judges one read it
 * here (ECR User Guide, Amazon ECR interface VPC endpoints, read 2026-11-22).
 */
public final class EcrPull {
  /** Knows no resource but {@code *}: a token is for the whole registry. */
  public static final String TOKEN_ACTION = "ecr:GetAuthorizationToken";

  /** What a pull cannot do without. */
  public static final List<String> IMAGE_ACTIONS =
      List.of("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");

  /** Asked by some clients before they download a layer. */
  public static final String LAYER_CHECK_ACTION = "ecr:BatchCheckLayerAvailability";

  public static final String LAYER_ACTION = "s3:GetObject";

  private EcrPull() {}

  /**
   * The bucket of AWS's own in which a region's layers lie. Its name is published for the standard
   * partition; elsewhere it may be a little off.
   *
   * @param region a region, or what stands for one: {@code ${AWS::Region}}
   */
  public static String layerBucket(String region) {
    return "prod-" + region + "-starport-layer-bucket";
  }

  /** The name of a layer bucket of any region and partition, with wildcards. */
  public static String anyLayerBucket() {
    return "prod-*starport*";
  }
}
