package ecraccess.live.network;

import ecraccess.core.logic.Known;
import ecraccess.live.lookup.Account;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an account told of a VPC.
 *
 * @param subnets those of the VPC, and those that were named, wherever they are
 * @param routeTables as the subnets
 * @param groups as the subnets
 * @param endpoints all of the VPC, the stack's own among them
 * @param gateways how many gateway endpoints the region has
 * @param services what the region offers under the names of the planned endpoints
 * @param s3PrefixList its ID
 */
public record VpcSnapshot(
    Known<Optional<Account.Vpc>> vpc,
    Known<Boolean> dnsSupport,
    Known<Boolean> dnsHostnames,
    Known<List<String>> domainNameServers,
    Known<List<Account.Subnet>> subnets,
    Known<List<Account.RouteTable>> routeTables,
    Known<List<Account.SecurityGroup>> groups,
    Known<List<Account.NetworkAcl>> networkAcls,
    Known<List<Account.NatGateway>> natGateways,
    Known<List<Account.Endpoint>> endpoints,
    Known<Integer> gateways,
    Known<List<Account.EndpointService>> services,
    Known<Optional<String>> s3PrefixList) {

  /** The named one; empty where it does not exist, or nothing is known of any. */
  public Optional<Account.Subnet> subnet(String id) {
    return all(subnets).filter(subnet -> subnet.id().equals(id)).findFirst();
  }

  /** The things, as far as they are known. */
  public static <T> Stream<T> all(Known<List<T>> known) {
    return known.value().stream().flatMap(List::stream);
  }
}
