package ecraccess.expand;

import ecraccess.shorthand.Endpoint;
import ecraccess.shorthand.Selection;
import ecraccess.template.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything generated from one shorthand, by part name and in the order of the output.
 *
 * @param certain whether these are all; if not, an unknown part may be a consequence of a problem
 *     that is reported already
 */
record Parts(Resource shorthand, Map<String, Part> byName, boolean certain) {

  /** CloudFormation registry schema of AWS::EC2::VPCEndpoint, read-only properties. */
  private static final List<String> ENDPOINT_ATTRIBUTES =
      List.of("Id", "CreationTimestamp", "DnsEntries", "NetworkInterfaceIds");

  static Parts of(Resource shorthand, Selection selection) {
    Map<String, Part> byName = new LinkedHashMap<>();
    for (Endpoint endpoint : selection.endpoints()) {
      byName.putIfAbsent(
          endpoint.partName(),
          new Part(endpoint.partName(), endpoint.logicalId(), "Id", ENDPOINT_ATTRIBUTES));
    }
    return new Parts(shorthand, byName, selection.certain());
  }

  String logicalId() {
    return shorthand.logicalId();
  }

  Optional<Part> part(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  List<String> generatedIds() {
    return byName.values().stream().map(Part::logicalId).toList();
  }
}
