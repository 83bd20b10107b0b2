package ecraccess.reach.template;

import ecraccess.core.aws.Partition;
import ecraccess.core.aws.PublicRegistries;
import ecraccess.core.cfn.Outline;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Image.Registry;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an image, {@code [HOST[:PORT]/]PATH[:TAG][@DIGEST]}.
 *
 * @param text with holes where only the deployment knows it
 * @param holes what would fill them, in order: noun phrases
 * @param shown the name as it is shown
 */
record ImageName(String text, List<String> holes, String shown) {
  /** {@code ACCOUNT.dkr.ecr[-fips].REGION.SUFFIX}; the suffix may be in the region's hole. */
  private static final Pattern ECR =
      Pattern.compile("[^.:/]+\\.dkr\\.ecr(-fips)?\\.([^.:]+)(?:\\.([^:]+))?");

  private static final Pattern DUAL_STACK_ECR =
      Pattern.compile("[^.:/]+\\.dkr-ecr(-fips)?\\.[^:]+");

  /** A reference whose path is in small letters, as every registry demands. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "([A-Za-z0-9.-]+(:[0-9]+)?/)?[a-z0-9]+(([._]|__|-+|/)[a-z0-9]+)*"
              + "(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@[A-Za-z0-9]+:[A-Fa-f0-9]+)?");

  /** What is no image reference stands for one that the deployment will be given. */
  Registry registry() {
    return holes.isEmpty() && !REFERENCE.matcher(text).matches()
        ? new Registry.Unknown("the image " + shown)
        : known();
  }

  private Registry known() {
    int slash = text.indexOf('/');
    return slash < 0 ? withoutHost() : first(text.substring(0, slash));
  }

  /** A hole in front of the tag may hold a host as well. */
  private Registry withoutHost() {
    String path = text.split("[:@]", 2)[0];
    if (path.contains(Outline.HOLE)) {
      return new Registry.Unknown(missing(path));
    }
    return path.isBlank()
        ? new Registry.Unknown("the image " + shown)
        : new Registry.Internet(PublicRegistries.DOCKER_HUB);
  }

  /** By what stands before the first slash: a host, or the first part of a path on Docker Hub. */
  private Registry first(String part) {
    // Hosts are written in any case, paths in small letters only.
    String host = part.toLowerCase(Locale.ROOT);
    Matcher ecr = ECR.matcher(host);
    if (ecr.matches() && fits(ecr.group(3), ecr.group(2))) {
      return ecr.group(1) == null
          ? new Registry.PrivateEcr(region(host, ecr), repository(part))
          : new Registry.FipsEcr();
    }
    Matcher dualStack = DUAL_STACK_ECR.matcher(host);
    if (dualStack.matches()) {
      return dualStack.group(1) == null ? new Registry.DualStackEcr() : new Registry.FipsEcr();
    }
    if (host.contains(Outline.HOLE)) {
      return new Registry.Unknown(missing(host));
    }
    if (PublicRegistries.has(host)) {
      return new Registry.Internet(host);
    }
    boolean isHost = part.matches(".*[.:].*") || host.equals("localhost") || !host.equals(part);
    return isHost || part.isBlank()
        ? new Registry.Unknown("where the registry of " + shown + " is")
        : new Registry.Internet(PublicRegistries.DOCKER_HUB);
  }

  /** A partition's names for its services are its DNS suffix in reverse. */
  private static boolean fits(@Nullable String suffix, String region) {
    if (suffix == null || suffix.contains(Outline.HOLE) || region.contains(Outline.HOLE)) {
      return suffix != null || region.contains(Outline.HOLE);
    }
    List<String> words = Arrays.asList(suffix.split("\\."));
    Collections.reverse(words);
    return String.join(".", words).equals(Partition.of(region).servicePrefix());
  }

  private Known<String> region(String host, Matcher ecr) {
    String region = ecr.group(2);
    return region.contains(Outline.HOLE)
        ? Known.unknown(missing(host.substring(0, ecr.end(2))))
        : Known.is(region);
  }

  /** What stands before the host's first dot is the account. */
  private Known<String> repository(String host) {
    String name = text.substring(host.length()).split("[:@]", 2)[0];
    String repository = host.substring(0, host.indexOf('.')) + name;
    return repository.contains(Outline.HOLE)
        ? Known.unknown("the repository of " + shown)
        : Known.is(repository);
  }

  /** What would fill the last hole of this beginning of the text. */
  private String missing(String beginning) {
    long before = beginning.chars().filter(c -> c == Outline.HOLE.charAt(0)).count();
    return holes.get((int) before - 1);
  }
}
