package ecraccess.core.aws;

import java.util.Set;

/**
 * Registries that everybody knows to be on the internet, and that no endpoint leads to. Any other
 * host may as well be one of the user's own, in the same VPC.
 */
public final class PublicRegistries {
  /** What stands for a name without a host. */
  public static final String DOCKER_HUB = "docker.io";

  private static final Set<String> HOSTS = Facts.texts(Facts.at("registries", "public"));

  private PublicRegistries() {}

  /** Whether the host, in small letters, is one of them. */
  public static boolean has(String host) {
    return HOSTS.contains(host);
  }
}
