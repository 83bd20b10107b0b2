package ecraccess.reach.model;

import ecraccess.core.aws.Service;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A VPC endpoint.
 *
 * @param name as it is shown: its logical ID, or its ID
 * @param path where the user wrote it: for a generated one, the shorthand
 * @param maker the logical ID of what the user wrote: the endpoint's own, or its shorthand's
 * @param serviceName the full name: {@code com.amazonaws.eu-west-1.ecr.dkr}
 * @param service the short name, right or wrong the rest of the full one; empty where it is not a
 *     service of AWS
 * @param inRegion whether it is looked for in the network's own region, whatever region its name
 *     has
 * @param subnets where its interfaces stand
 * @param onePerZone whether the subnets are chosen at deployment so that no two share a zone
 * @param groups of its interfaces; where it has none it has the VPC's default one
 * @param routeTables where a gateway's route stands
 * @param policy empty where everything is allowed
 * @param available whether it is usable, neither pending nor refused
 * @param ipAddressType of its interfaces: {@code ipv4}, {@code dualstack}, {@code ipv6}
 * @param paths where each property is written, or would be, by its name in {@code
 *     AWS::EC2::VPCEndpoint}
 */
public record Endpoint(
    String name,
    JsonPath path,
    String maker,
    Known<String> serviceName,
    Known<Optional<Service>> service,
    Known<Boolean> inRegion,
    Known<Type> type,
    Id vpc,
    List<Id> subnets,
    boolean onePerZone,
    List<Id> groups,
    List<Id> routeTables,
    Known<Boolean> privateDns,
    Known<Optional<Resolved>> policy,
    Known<Boolean> available,
    Known<String> ipAddressType,
    Function<String, JsonPath> paths) {

  public Endpoint {
    subnets = List.copyOf(subnets);
    groups = List.copyOf(groups);
    routeTables = List.copyOf(routeTables);
  }

  /** One whose kind of addresses is not known. */
  public Endpoint(
      String name,
      JsonPath path,
      String maker,
      Known<String> serviceName,
      Known<Optional<Service>> service,
      Known<Boolean> inRegion,
      Known<Type> type,
      Id vpc,
      List<Id> subnets,
      boolean onePerZone,
      List<Id> groups,
      List<Id> routeTables,
      Known<Boolean> privateDns,
      Known<Optional<Resolved>> policy,
      Known<Boolean> available,
      Function<String, JsonPath> paths) {
    this(
        name,
        path,
        maker,
        serviceName,
        service,
        inRegion,
        type,
        vpc,
        subnets,
        onePerZone,
        groups,
        routeTables,
        privateDns,
        policy,
        available,
        Known.unknown("the IP address type of " + name),
        paths);
  }

  /** The same, where nobody knows whether it is usable, nor what it lets through if it is. */
  public Endpoint withUnknownUse(String missing) {
    return new Endpoint(
        name,
        path,
        maker,
        serviceName,
        service,
        inRegion,
        type,
        vpc,
        subnets,
        onePerZone,
        groups,
        routeTables,
        privateDns,
        Known.unknown(missing),
        Known.unknown(missing),
        ipAddressType,
        paths);
  }

  /** The forms of endpoints that matter here. */
  public enum Type {
    INTERFACE,
    GATEWAY,
    OTHER
  }
}
