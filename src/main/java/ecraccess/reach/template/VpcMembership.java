package ecraccess.reach.template;

import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells the VPC of things that are made elsewhere: EC2 gives an endpoint nothing of another VPC
 * than its own. Of two endpoints that say different things neither is believed.
 */
final class VpcMembership {
  private final Map<Id, Optional<Id>> subnets = new LinkedHashMap<>();
  private final Map<Id, Optional<Id>> groups = new LinkedHashMap<>();
  private final Map<Id, Optional<Id>> routeTables = new LinkedHashMap<>();

  VpcMembership(List<Endpoint> endpoints) {
    for (Endpoint endpoint : endpoints) {
      note(subnets, endpoint.subnets(), endpoint.vpc());
      note(groups, endpoint.groups(), endpoint.vpc());
      note(routeTables, endpoint.routeTables(), endpoint.vpc());
    }
  }

  private static void note(Map<Id, Optional<Id>> homes, List<Id> ids, Id vpc) {
    for (Id id : ids) {
      homes.merge(id, Optional.of(vpc), (one, other) -> one.equals(other) ? one : Optional.empty());
    }
  }

  Stream<Id> subnets() {
    return subnets.keySet().stream();
  }

  Stream<Id> groups() {
    return groups.keySet().stream();
  }

  Stream<Id> routeTables() {
    return routeTables.keySet().stream();
  }

  Optional<Id> ofSubnet(Id id) {
    return subnets.getOrDefault(id, Optional.empty());
  }

  Optional<Id> ofGroup(Id id) {
    return groups.getOrDefault(id, Optional.empty());
  }

  Optional<Id> ofRouteTable(Id id) {
    return routeTables.getOrDefault(id, Optional.empty());
  }
}
