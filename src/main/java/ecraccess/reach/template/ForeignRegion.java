package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Outline;
import java.util.Optional;

/**
 * Tells what is of another region, where the endpoints of this one lead nowhere.
 *
 * @param own the region of the deployment; empty where it does not matter
 */
record ForeignRegion(Optional<String> own) {
  static final ForeignRegion ANY = new ForeignRegion(Optional.empty());

  /** Whether the place names another region for sure. */
  boolean isOther(Branch name) {
    return isOther(Outline.of(name.value()).text());
  }

  /** Whether what stands there is the ARN of something in another region for sure. */
  boolean isOtherArn(Branch arn) {
    String[] parts = Outline.of(arn.value()).text().split(":", 5);
    return parts.length == 5 && isOther(parts[3]);
  }

  private boolean isOther(String name) {
    return !name.isEmpty()
        && !name.contains(Outline.HOLE)
        && own.filter(region -> !region.equals(name)).isPresent();
  }
}
