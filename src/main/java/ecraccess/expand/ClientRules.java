package ecraccess.expand;

import ecraccess.json.Json;
import java.util.List;

/**
 * The ingress rules of a created security group.
 *
 * @param rules items of {@code SecurityGroupIngress}
 * @param lookedUp whether a rule's addresses come from the network function
 */
record ClientRules(List<Json> rules, boolean lookedUp) {
  ClientRules {
    rules = List.copyOf(rules);
  }
}
