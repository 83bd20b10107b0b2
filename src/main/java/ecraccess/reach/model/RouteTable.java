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

    /**
     * An internet gateway.
     *
     * @param name as it is shown
     * @param attached whether it is attached to the VPC of the route table
     * @param edgeTable the route table that what comes in through it takes first, if it has one
     */
    record InternetGateway(String name, Known<Boolean> attached, Optional<Id> edgeTable)
        implements Target {
      /** The same, where nobody knows whether it is attached. */
      public InternetGateway withUnknownAttachment(String missing) {
        return new InternetGateway(name, Known.unknown(missing), edgeTable);
      }
    }

    /**
     * A NAT gateway.
     *
     * @param path where it is written; empty where it is not in the template
     * @param subnet where it stands, which needs a way to the internet itself; empty for a regional
     *     one, which stands in no subnet and leads to its VPC's internet gateway by itself (VPC
     *     User Guide, regional NAT gateways)
     * @param isPublic whether it is meant to lead to the internet
     * @param hasAddress whether it has the address that it needs for that
     * @param gateway where a regional one leads
     */
    record Nat(
        String name,
        JsonPath path,
        Optional<Id> subnet,
        Known<Boolean> isPublic,
        Known<Boolean> hasAddress,
        Optional<InternetGateway> gateway)
        implements Target {
      /** The same, where nobody knows whether it leads to the internet. */
      public Nat withUnknownWay(String missing) {
        return new Nat(name, path, subnet, Known.unknown(missing), hasAddress, gateway);
      }
    }

    /** The VPC itself, as a route of one's own says it. */
    record Local() implements Target {}

    /**
     * Something that is known not to carry IPv4 traffic to the internet, nor to endpoints.
     *
     * @param what as a noun phrase: {@code VPC peering connection pcx-1}
     * @param why one clause, without its subject: {@code carries only what is meant for the other
     *     VPC}
     */
    record DeadEnd(String what, String why) implements Target {}

    /**
     * A target that EC2 refuses.
     *
     * @param path the property that is wrong
     * @param text expected, found, and the way out
     */
    record Refused(JsonPath path, String text) implements Target {}

    /**
     * Somewhere that nobody sees behind: a transit gateway, an appliance.
     *
     * @param what as a noun phrase
     * @param isInVpc whether it stands in the VPC itself, so that a route to it may be as specific
     *     as the local one, or more (VPC User Guide, route table concepts)
     */
    record Elsewhere(String what, boolean isInVpc) implements Target {}
  }

  /** The table that a new VPC comes with; CloudFormation has no name for it. */
  public static Id main(Id vpc) {
    return new Id.Created(vpc + ".MainRouteTable");
  }

  /** One that nothing is known of. */
  public static RouteTable unknown(Id id, Id vpc) {
    return new RouteTable(id, JsonPath.ROOT, vpc, List.of(), Optional.of("the routes of " + id));
  }
}
