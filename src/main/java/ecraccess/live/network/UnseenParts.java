package ecraccess.live.network;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.live.lookup.NetworkRequest;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.InternetBlock;
import ecraccess.reach.model.SecurityGroup;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.model.Vpc;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Stands for what was named, or must be there, and was not told. */
record UnseenParts(NetworkRequest request, VpcSnapshot facts) {

  /** Wherever tasks run, where no subnet is known. */
  Subnet anySubnet() {
    String what = "the subnets of " + request.vpc();
    String missing = facts.subnets().missing().orElse("a subnet of " + request.vpc());
    return new Subnet(
        new Id.Open(what, missing),
        JsonPath.of(request.vpc()),
        new Id.Literal(request.vpc()),
        new Id.Open("the zones of " + what, missing),
        new Addresses.Open("the addresses of " + what, missing),
        Known.unknown(missing),
        new Id.Open("the route tables of " + what, missing),
        new Id.Open("the network ACLs of " + what, missing),
        Known.unknown(missing),
        Known.unknown(missing),
        InternetBlock.NONE);
  }

  /** Those of subnets that were not told of. */
  Stream<Vpc> vpcs(List<Subnet> subnets) {
    return facts.subnets().missing().stream()
        .flatMap(missing ->
            subnets.stream()
                .map(Subnet::vpc)
                .filter(Id.Open.class::isInstance)
                .map(id ->
                    new Vpc(
                        id,
                        JsonPath.ROOT,
                        Known.unknown(missing),
                        Known.unknown(missing),
                        List.of(),
                        Known.unknown(missing),
                        List.of(),
                        List.of(),
                        Optional.of(missing),
                        Optional.of(missing))));
  }

  /** Those of the tasks and of the endpoints. */
  Stream<SecurityGroup> groups() {
    return facts.groups().missing().stream()
        .flatMap(missing ->
            Stream.concat(
                    request.namedGroups().stream(),
                    VpcSnapshot.all(facts.endpoints()).flatMap(one -> one.groups().stream()))
                .distinct()
                .map(id -> group(id, missing)));
  }

  private static SecurityGroup group(String id, String missing) {
    SecurityGroup.Rules rules =
        new SecurityGroup.Rules(JsonPath.of(id), List.of(), Optional.of(missing));
    return new SecurityGroup(
        new Id.Literal(id),
        JsonPath.of(id),
        new Id.Open("the VPC of " + id, missing),
        rules,
        rules);
  }
}
