package ecraccess.macro.adopt;

import ecraccess.core.aws.Partition;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells which endpoints are named as in another partition than the stack's. */
final class PartitionEvidence {
  private static final String SERVICE_NAME = "ServiceName";

  private PartitionEvidence() {}

  /**
   * Endpoints whose services are named as in another partition than the region's, each with what
   * its user should say: there the shorthand expands to other names.
   */
  static Map<JsonPath, String> elsewhere(Template template, String region) {
    String here = Partition.of(region).servicePrefix();
    Map<JsonPath, String> reasons = new LinkedHashMap<>();
    Candidate.endpoints(template)
        .forEach(endpoint ->
            endpoint
                .property(SERVICE_NAME)
                .flatMap(ServiceNameReader::partitionsPrefix)
                .filter(prefix -> !prefix.equals(here))
                .ifPresent(prefix ->
                    reasons.put(
                        endpoint.path(),
                        "its ServiceName begins with %s, which is not so in %s; say the stack's region by --region"
                            .formatted(prefix, region))));
    return reasons;
  }
}
