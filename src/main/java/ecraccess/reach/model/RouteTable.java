package ecraccess.reach.model;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import java.util.List;
import java.util.Optional;

/**
 * A route table. The routes that gateway endpoints add are not among its routes: see {@link
 * Endpoint#routeTables}.
 *
 * @param unseen why it may have more routes; empty where all were seen
 */
public record RouteTable(
    Id id, JsonPath path, Id vpc, List<Route> routes, Optional<String> unseen) {
  public RouteTable {
    routes = List.copyOf(routes);
  }

  public record Route(JsonPath path, Addresses destination, Target target) {}

  /** Where a route leads. */
  public sealed interface Target {

    record InternetGateway() implements Target {}

    /**
     * A NAT gateway.
     *
     * @param subnet where it stands, which needs a way to the internet itself
     * @param isPublic whether it has a public address
     */
    record Nat(String name, Id subnet, Known<Boolean> isPublic) implements Target {}

    /**
     * Somewhere that nobody sees behind: a transit gateway, a peering, an appliance.
     *
     * @param what as a noun phrase
     */
    record Elsewhere(String what) implements Target {}
  }

  /** One that nothing is known of. */
  public static RouteTable unknown(Id id, Id vpc) {
    return new RouteTable(id, JsonPath.ROOT, vpc, List.of(), Optional.of("the routes of " + id));
  }
}
