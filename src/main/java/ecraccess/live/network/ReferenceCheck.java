package ecraccess.live.network;

import ecraccess.core.logic.Known;
import ecraccess.live.lookup.Account;
import ecraccess.live.lookup.NetworkRequest;
import ecraccess.live.lookup.Obstacle;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether what a request names exists, and in its VPC. */
public record ReferenceCheck(NetworkRequest request, VpcSnapshot facts) {

  public List<Obstacle> reasons() {
    if (facts.vpc().value().filter(Optional::isEmpty).isPresent()) {
      return List.of(
          new Obstacle(
              request.path("VpcId", request.vpc()),
              "expected a VPC of this account in %s, found none with the ID %s; give the ID of one"
                  .formatted(request.region(), request.vpc())));
    }
    return Stream.of(
            astray(
                "SubnetIds",
                "a subnet",
                request.namedSubnets(),
                facts.subnets(),
                Account.Subnet::id,
                Account.Subnet::vpc),
            astray(
                "SecurityGroupIds",
                "a security group",
                request.namedGroups(),
                facts.groups(),
                Account.SecurityGroup::id,
                Account.SecurityGroup::vpc),
            astray(
                "RouteTableIds",
                "a route table",
                request.namedRouteTables(),
                facts.routeTables(),
                Account.RouteTable::id,
                Account.RouteTable::vpc))
        .flatMap(reasons -> reasons)
        .toList();
  }

  /** Whether the named thing is in the VPC, or nobody knows. */
  static <T> boolean mayBeHere(
      String name, Known<List<T>> all, Function<T, String> idOf, Predicate<T> here) {
    return all.value()
        .map(
            known -> known.stream().anyMatch(one -> idOf.apply(one).equals(name) && here.test(one)))
        .orElse(true);
  }

  private <T> Stream<Obstacle> astray(
      String property,
      String what,
      List<String> names,
      Known<List<T>> all,
      Function<T, String> idOf,
      Function<T, String> vpcOf) {
    return all.value().stream()
        .flatMap(known ->
            names.stream()
                .filter(name ->
                    !mayBeHere(name, all, idOf, one -> vpcOf.apply(one).equals(request.vpc())))
                .map(name ->
                    new Obstacle(
                        request.path(property, name),
                        "expected %s of %s, found %s, which %s; give one of this VPC"
                            .formatted(
                                what,
                                request.vpc(),
                                name,
                                known.stream()
                                    .filter(one -> idOf.apply(one).equals(name))
                                    .map(one -> "is in " + vpcOf.apply(one))
                                    .findFirst()
                                    .orElse("does not exist")))));
  }
}
