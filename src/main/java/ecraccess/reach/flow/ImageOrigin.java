package ecraccess.reach.flow;

import ecraccess.core.aws.Hosts;
import ecraccess.core.aws.Service;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Image.Registry;

/** Where images come from. */
public final class ImageOrigin {
  private ImageOrigin() {}

  /** That the image is in private ECR of this region. */
  public static Ternary isHere(Image image, String region) {
    return switch (image.registry()) {
      case Registry.PrivateEcr(var its, var repository) -> Ternary.of(its, region::equals);
      case Registry.FipsEcr fips -> Ternary.NO;
      case Registry.DualStackEcr dualStack -> Ternary.NO;
      case Registry.Internet internet -> Ternary.NO;
      case Registry.ForeignLayers foreign -> Ternary.NO;
      case Registry.Unknown(String missing) -> Ternary.open(missing);
    };
  }

  /** Whom a pull of an image that is not here calls. */
  static String host(Image image, String region) {
    return switch (image.registry()) {
      case Registry.PrivateEcr(var its, var repository) ->
          its.value().map(there -> Hosts.of(Service.ECR_DKR, there)).orElse(image.text());
      case Registry.FipsEcr fips -> "*.dkr.ecr-fips.%s.%s".formatted(region, Hosts.suffix(region));
      case Registry.DualStackEcr dualStack -> "*.dkr-ecr.%s.on.aws".formatted(region);
      case Registry.Internet(String host) -> host;
      case Registry.ForeignLayers(String host) -> host;
      case Registry.Unknown unknown -> image.text();
    };
  }
}
