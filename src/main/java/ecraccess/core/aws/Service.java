package ecraccess.core.aws;

import ecraccess.core.json.Json;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An AWS service that is reached through a VPC endpoint.
 *
 * @param name as in the last part of its endpoint service's name: {@code ecr.dkr}, {@code logs}
 */
public record Service(String name) {
  private static final Pattern GRAMMAR = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
  private static final Pattern SEPARATOR = Pattern.compile("[.-]");
  private static final Set<String> GATEWAYS = Facts.texts(Facts.at("services", "gateway"));

  // Behind the patterns, which the constructor needs.
  public static final Service ECR_DKR = new Service("ecr.dkr");
  public static final Service ECR_API = new Service("ecr.api");
  public static final Service S3 = new Service("s3");

  /** What a pull of an image calls, in the order in which a shorthand's endpoints are written. */
  public static final List<Service> OF_A_PULL = List.of(ECR_DKR, ECR_API, S3);

  public Service {
    if (!isName(name)) {
      throw new IllegalArgumentException("not a service name: " + name);
    }
  }

  /** Whether the text has the form of a service name, known to us or not. */
  public static boolean isName(String text) {
    return GRAMMAR.matcher(text).matches();
  }

  /** Every service name we have heard of; AWS has newer ones. */
  public static Set<String> known() {
    return Names.KNOWN;
  }

  /** What people call services that have another name here, in lower case; empty for others. */
  public static List<String> meantBy(String nickname) {
    return Names.NICKNAMES
        .get(nickname)
        .map(names -> List.copyOf(Facts.texts(names)))
        .orElse(List.of());
  }

  /** Read at the first question only. */
  private static final class Names {
    private static final Json.Obj NICKNAMES = (Json.Obj) Facts.at("services", "nicknames");
    private static final Set<String> KNOWN =
        Collections.unmodifiableSet(Facts.texts(Facts.at("services", "names")));
  }

  /** Whether we create a gateway endpoint for it: free, and reached by route tables. */
  public boolean isGateway() {
    return GATEWAYS.contains(name);
  }

  /** What its endpoint is called in references and logical IDs: {@code EcrDkrEndpoint}. */
  public String partName() {
    return SEPARATOR
        .splitAsStream(name)
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining("", "", "Endpoint"));
  }

  @Override
  public String toString() {
    return name;
  }
}
