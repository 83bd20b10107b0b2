package ecraccess.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where in which account tasks run. */
final class NetworkOptions {
  /** Anything else would be a part of a host's name, or of none. */
  private static final Pattern REGION = Pattern.compile("[a-z]+(-[a-z0-9]+)+");

  @Option(
      names = "--vpc",
      paramLabel = "VPC",
      required = true,
      description = "The ID of the VPC that the tasks run in.")
  private String vpc = "";

  @Option(
      names = "--subnet",
      paramLabel = "SUBNET",
      split = ",",
      description =
          "The ID of a subnet that tasks may be placed in; may be given again, or a,b,c. By default"
              + " every subnet of the VPC.")
  private List<String> subnets = new ArrayList<>();

  @Option(
      names = "--security-group",
      paramLabel = "GROUP",
      split = ",",
      description =
          "The ID of a security group of the tasks; may be given again, or a,b,c. By default any"
              + " group that lets them call out.")
  private List<String> groups = new ArrayList<>();

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The region; by default AWS_REGION, AWS_DEFAULT_REGION or the profile's.")
  private @Nullable String region;

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description = "Where to ask, for local clouds; by default AWS, or AWS_ENDPOINT_URL.")
  private @Nullable String endpoint;

  String vpc() throws CommandFailure {
    return id("--vpc", "vpc", vpc);
  }

  /** Empty where every subnet of the VPC is meant. */
  List<String> subnets() throws CommandFailure {
    return ids("--subnet", "subnet", subnets);
  }

  /** Empty where none was given. */
  Optional<List<String>> groups() throws CommandFailure {
    return Optional.of(ids("--security-group", "sg", groups)).filter(given -> !given.isEmpty());
  }

  Cloud open(Cloud.Way way, Console console) throws CommandFailure {
    Optional<String> chosen = region(console);
    if (chosen.isPresent() && !REGION.matcher(chosen.get()).matches()) {
      throw CommandFailure.wrongUse(
          "expected a region like eu-west-1, found \"%s\"".formatted(chosen.get()));
    }
    try {
      return way.open(chosen, endpoint());
    } catch (IllegalStateException e) {
      throw CommandFailure.wrongUse(String.valueOf(e.getMessage()));
    }
  }

  /** The SDK knows the first of both names only. */
  private Optional<String> region(Console console) {
    return Optional.ofNullable(region)
        .or(() -> variable(console, "AWS_REGION"))
        .or(() -> variable(console, "AWS_DEFAULT_REGION"));
  }

  private static Optional<String> variable(Console console, String name) {
    return Optional.ofNullable(console.environment().get(name)).filter(value -> !value.isEmpty());
  }

  private Optional<URI> endpoint() throws CommandFailure {
    if (endpoint == null) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(endpoint);
      if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
        return Optional.of(uri);
      }
    } catch (URISyntaxException e) {
      // Told below, as any other text that is no such URL.
    }
    throw CommandFailure.wrongUse(
        "--endpoint-url: expected a URL like http://localhost:5000, found \"%s\""
            .formatted(endpoint));
  }

  private static List<String> ids(String option, String prefix, List<String> given)
      throws CommandFailure {
    List<String> ids = new ArrayList<>();
    for (String one : given) {
      ids.add(id(option, prefix, one.strip()));
    }
    return ids;
  }

  private static String id(String option, String prefix, String given) throws CommandFailure {
    if (!given.matches(prefix + "-[0-9A-Za-z-]+")) {
      throw CommandFailure.wrongUse(
          "%s: expected an ID like %s-0a1b2c3d, found \"%s\"".formatted(option, prefix, given));
    }
    return given;
  }
}
