package ecraccess.macro.adopt;

import ecraccess.core.aws.Partition;
import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Pieces;
import ecraccess.core.json.Json;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads AWS's services from the names of endpoint services, however they are put together. */
final class ServiceNameReader {
  private static final Json REGION = Json.Obj.of(Intrinsic.REF, new Json.Str("AWS::Region"));

  /** Stand in the text for the stack's region, and for what only the deployment knows. */
  private static final String THE_REGION = "\ue000";

  private static final String UNKNOWN = "\ue001";

  private static final Pattern FULL_NAME =
      Pattern.compile(
          "(?<prefix>.*\\.)?(?<region>\ue000|\ue001|[a-z]{2,4}-[a-z-]+-\\d)\\.(?<service>[^\ue000\ue001]+)");

  /** A newer form of names: {@code aws.sagemaker.REGION.notebook}. */
  private static final Pattern NEW_PREFIX = Pattern.compile("aws\\.[a-z0-9.-]+");

  private ServiceNameReader() {}

  /** The AWS service; nothing where none can be read, or where the name is someone's own. */
  static Optional<Service> serviceOf(Json serviceName) {
    Matcher name = FULL_NAME.matcher(outline(serviceName));
    if (!name.matches() || !Service.isName(name.group("service"))) {
      return Optional.empty();
    }
    String prefix = Optional.ofNullable(name.group("prefix")).orElse("").replaceFirst("\\.$", "");
    boolean certain =
        Partition.servicePrefixes().contains(prefix) || NEW_PREFIX.matcher(prefix).matches();
    boolean likely =
        (prefix.isEmpty() || prefix.contains(UNKNOWN)) && known().contains(name.group("service"));
    return certain || likely ? Optional.of(new Service(name.group("service"))) : Optional.empty();
  }

  private static Set<String> known() {
    return Service.known();
  }

  private static String outline(Json value) {
    return Pieces.of(value).inOrder().stream()
        .map(piece ->
            switch (piece) {
              case Json.Str(String text) -> text;
              default -> piece.equals(REGION) ? THE_REGION : UNKNOWN;
            })
        .collect(Collectors.joining());
  }

  /** What the name begins with, if only one partition has names like that in its regions. */
  static Optional<String> partitionsPrefix(Json serviceName) {
    Matcher name = FULL_NAME.matcher(outline(serviceName));
    return name.matches() && serviceOf(serviceName).isPresent()
        ? Partition.servicePrefixes().stream()
            .skip(1) // The standard one's, which other partitions have, too.
            .filter(prefix -> (prefix + ".").equals(name.group("prefix")))
            .findFirst()
        : Optional.empty();
  }

  /** The region that the name spells out. */
  static Optional<String> regionIn(Json serviceName) {
    Matcher name = FULL_NAME.matcher(outline(serviceName));
    return name.matches()
        ? Optional.of(name.group("region"))
            .filter(region -> !region.equals(THE_REGION) && !region.equals(UNKNOWN))
        : Optional.empty();
  }
}
