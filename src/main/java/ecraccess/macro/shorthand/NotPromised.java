package ecraccess.macro.shorthand;

import java.util.Optional;
import java.util.regex.Pattern;

/** Services that people ask for and AWS does not have, each with the reason. */
final class NotPromised {
  private static final Pattern ECR_FIPS = Pattern.compile("ecr\\b.*fips.*|fips.*\\becr\\b.*");
  private static final Pattern ECR_PUBLIC = Pattern.compile("ecr-public.*|public\\.ecr.*");

  private NotPromised() {}

  static Optional<String> why(String service) {
    if (ECR_FIPS.matcher(service).matches()) {
      return Optional.of("AWS has no endpoint service for ECR's FIPS hosts; remove it");
    }
    if (ECR_PUBLIC.matcher(service).matches()) {
      return Optional.of(
          "images of public.ecr.aws do not come through endpoints; copy them to a private"
              + " repository");
    }
    return Optional.empty();
  }
}
