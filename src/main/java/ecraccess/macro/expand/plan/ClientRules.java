package ecraccess.macro.expand.plan;

import ecraccess.core.json.Json;
import java.util.List;

/**
 * The ingress rules of a created security group.
 *
 * @param rules items of {@code SecurityGroupIngress}
 * @param lookedUp the network function's attributes that they take their addresses from; empty
 *     where the template names them
 */
public record ClientRules(List<Json> rules, List<String> lookedUp) {
  public ClientRules {
    rules = List.copyOf(rules);
    lookedUp = List.copyOf(lookedUp);
  }
}
