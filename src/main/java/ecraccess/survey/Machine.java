package ecraccess.survey;

import ecraccess.logic.Known;
import ecraccess.network.Id;
import java.util.List;

/**
 * An EC2 instance that an Auto Scaling group or another service starts.
 *
 * @param name of what starts it
 * @param publicIp see {@link Pullers#SUBNETS_SETTING}
 */
record Machine(String name, List<Id> subnets, List<Id> groups, Known<Boolean> publicIp) {
  Machine {
    subnets = List.copyOf(subnets);
    groups = List.copyOf(groups);
  }

  /** One that nothing is known of but where it is started from. */
  static Machine unknown(String name, String missing) {
    return new Machine(
        name,
        List.of(new Id.Open("the subnets of " + name, missing)),
        List.of(new Id.Open("the security groups of " + name, missing)),
        Known.unknown(missing));
  }
}
