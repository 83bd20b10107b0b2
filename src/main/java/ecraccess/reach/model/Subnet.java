package ecraccess.reach.model;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.core.net.AddressSet;

/**
 * A subnet, or several that one expression stands for.
 *
 * @param vpc an open ID where it is not known
 * @param zone an open ID where it is not known
 * @param block its IPv4 addresses; IPv6 ones where it has no others
 * @param hasIpv6 whether it has IPv6 addresses
 * @param routeTable the one that its traffic takes: associated with it, or else the VPC's main one
 * @param networkAcl the one associated with it, or else the VPC's default one
 * @param mapsPublicIps whether what starts in it gets a public IP address unless told otherwise
 * @param dns64 whether its resolver answers with IPv6 addresses for hosts that have none
 * @param internet what of the internet VPC Block Public Access keeps away from it
 */
public record Subnet(
    Id id,
    JsonPath path,
    Id vpc,
    Id zone,
    Addresses block,
    Known<Boolean> hasIpv6,
    Id routeTable,
    Id networkAcl,
    Known<Boolean> mapsPublicIps,
    Known<Boolean> dns64,
    InternetBlock internet) {

  /** The same with other addresses, and another route table and network ACL. */
  public Subnet with(Addresses otherBlock, Id otherRouteTable, Id otherNetworkAcl) {
    return new Subnet(
        id,
        path,
        vpc,
        zone,
        otherBlock,
        hasIpv6,
        otherRouteTable,
        otherNetworkAcl,
        mapsPublicIps,
        dns64,
        internet);
  }

  /** One that nothing is known of. */
  public static Subnet unknown(Id id, Id vpc) {
    String missing = id + ", which is not in the template";
    return new Subnet(
        id,
        JsonPath.ROOT,
        vpc,
        new Id.Open("the zone of " + id, "the zone of " + missing),
        new Addresses.Open("the addresses of " + id, "the addresses of " + missing),
        Known.unknown("whether there are IPv6 addresses in " + missing),
        new Id.Open("the route table of " + id, "the route table of " + missing),
        new Id.Open("the network ACL of " + id, "the network ACL of " + missing),
        Known.unknown("whether public IP addresses are given in " + missing),
        Known.unknown("whether DNS64 is on in " + missing),
        InternetBlock.NONE);
  }

  /** Whether nothing in it has an IPv4 address. */
  public boolean isIpv6Only() {
    return switch (block) {
      case Addresses.Exactly exactly -> !exactly.set().overlaps(AddressSet.IPV4);
      case Addresses.OpenIpv6 ipv6 -> true;
      case Addresses.OfService list -> false;
      case Addresses.Open open -> false;
    };
  }
}
