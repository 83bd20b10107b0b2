package ecraccess.reach.model;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;

/**
 * A container image.
 *
 * @param path where it is named
 * @param text as it is shown
 */
public record Image(JsonPath path, String text, Registry registry) {

  /** Stands in a repository's name for the deployment's own account, where nobody told that. */
  public static final String OWN_ACCOUNT = "own-account";

  /** Where an image comes from. */
  public sealed interface Registry {

    /**
     * A private repository of Amazon ECR.
     *
     * @param repository its account and name: {@code 123456789012/team/web}
     */
    record PrivateEcr(Known<String> region, Known<String> repository) implements Registry {}

    /** ECR's hosts for FIPS 140, which no endpoint serves. */
    record FipsEcr() implements Registry {}

    /** ECR's hosts for IPv4 and IPv6, {@code ….dkr-ecr.REGION.on.aws}. */
    record DualStackEcr() implements Registry {}

    /**
     * Any other registry, reached over the internet.
     *
     * @param host {@code docker.io}, {@code public.ecr.aws}
     */
    record Internet(String host) implements Registry {}

    /**
     * Layers that an image in ECR may name without holding them.
     *
     * @param host where they lie if they do not lie in ECR
     */
    record ForeignLayers(String host) implements Registry {}

    record Unknown(String missing) implements Registry {}
  }
}
