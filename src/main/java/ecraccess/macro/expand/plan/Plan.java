package ecraccess.macro.expand.plan;

import ecraccess.core.json.Json;
import ecraccess.macro.shorthand.Shorthand;
import java.util.List;
import java.util.Optional;

/**
 * All that is decided before a shorthand is written out.
 *
 * @param routeTableIds of its gateway endpoints; absent where there is none that needs them, or
 *     where they are looked up
 * @param rules who the created security group admits; absent where none is created
 * @param network what is asked of the network function; absent where nothing is
 */
public record Plan(
    Shorthand shorthand,
    Optional<Json> routeTableIds,
    Optional<ClientRules> rules,
    Optional<Network> network) {

  /**
   * The look at the live network at deploy time.
   *
   * @param after logical IDs of what must exist before the look
   * @param afterIf the same for what exists under a condition: functions that name it if it does
   * @param clients the looked-up blocks that alone the created group admits
   * @param overrides what the look has to know of them, by service
   * @param adds the types in the template that may change the network after the look
   */
  public record Network(
      List<String> after,
      List<Json> afterIf,
      List<Json> clients,
      Json.Obj overrides,
      List<Json> adds) {
    public Network {
      after = List.copyOf(after);
      afterIf = List.copyOf(afterIf);
      clients = List.copyOf(clients);
      adds = List.copyOf(adds);
    }
  }
}
