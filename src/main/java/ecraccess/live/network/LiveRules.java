package ecraccess.live.network;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.core.net.PortSet;
import ecraccess.live.lookup.Account;
import ecraccess.live.lookup.NetworkRequest;
import ecraccess.reach.model.Additions;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.NetworkAcl;
import ecraccess.reach.model.SecurityGroup;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What security groups and network ACLs let through. */
record LiveRules(NetworkRequest request, VpcSnapshot facts) {
  private static final String ALL = "-1";
  private static final List<String> TCP = List.of("tcp", "6");

  /** The groups of the VPC, and the one that the stack creates for its endpoints. */
  List<SecurityGroup> groups() {
    return Stream.of(
            VpcSnapshot.all(facts.groups()).map(this::group),
            created().stream(),
            new UnseenParts(request, facts).groups())
        .flatMap(groups -> groups)
        .toList();
  }

  /** The ID of the group that the stack creates for those of its endpoints that are given none. */
  static Id createdId(NetworkRequest.Stack stack) {
    return new Id.Created(stack.shorthand() + "SecurityGroup");
  }

  private Optional<SecurityGroup> created() {
    return request
        .stack()
        .filter(stack -> request.interfaces().anyMatch(planned -> planned.groups().isEmpty()))
        .map(stack -> {
          JsonPath path = JsonPath.of("Resources", stack.shorthand());
          SecurityGroup.Rules rules =
              new SecurityGroup.Rules(
                  path, List.of(), Optional.of("the rules of " + createdId(stack)));
          return new SecurityGroup(
              createdId(stack), path, new Id.Literal(request.vpc()), rules, rules);
        });
  }

  private SecurityGroup group(Account.SecurityGroup group) {
    JsonPath path = JsonPath.of(group.id());
    return new SecurityGroup(
        new Id.Literal(group.id()),
        path,
        new Id.Literal(group.vpc()),
        rules(group, path.member("IpPermissions"), group.ingress(), Additions.GROUP_INGRESS),
        rules(group, path.member("IpPermissionsEgress"), group.egress(), Additions.GROUP_EGRESS));
  }

  private SecurityGroup.Rules rules(
      Account.SecurityGroup group, JsonPath path, List<Account.Rule> rules, String type) {
    String what = "the rules of " + group.id();
    // A group of this stack that the look-up does not wait for may be half made.
    Optional<String> halfMade =
        request
            .stack()
            .filter(stack -> group.stack().equals(Optional.of(stack.id())))
            .filter(stack -> !request.namedGroups().contains(group.id()))
            .map(stack -> what + " that the stack itself may add");
    return new SecurityGroup.Rules(
        path,
        rules.stream().flatMap(rule -> rules(path, rule)).toList(),
        halfMade.or(() -> request.unseen(what, List.of(type))));
  }

  private Stream<SecurityGroup.Rule> rules(JsonPath path, Account.Rule rule) {
    Known<PortSet> ports = Known.is(ports(rule.protocol(), rule.from(), rule.to()));
    return Stream.of(
            Stream.concat(rule.blocks().stream(), rule.ipv6Blocks().stream())
                .<SecurityGroup.Peer>map(
                    block -> new SecurityGroup.Peer.Block(LiveRoutes.addresses(block))),
            rule.groups().stream()
                .<SecurityGroup.Peer>map(id -> new SecurityGroup.Peer.Group(new Id.Literal(id))),
            rule.prefixLists().stream().map(this::prefixList))
        .flatMap(peers -> peers)
        .map(peer -> new SecurityGroup.Rule(path, ports, peer));
  }

  /** Another list may be the account's own and hold any address. */
  private SecurityGroup.Peer prefixList(String id) {
    return facts.s3PrefixList().value().flatMap(s3 -> s3).filter(id::equals).isPresent()
        ? new SecurityGroup.Peer.Block(new Addresses.OfService("s3", "prefix list " + id))
        : new SecurityGroup.Peer.Unknown("the addresses of prefix list " + id);
  }

  /** The TCP ports; no request uses others. */
  private static PortSet ports(String protocol, Optional<Integer> from, Optional<Integer> to) {
    if (protocol.equals(ALL)) {
      return PortSet.ALL;
    }
    if (!TCP.contains(protocol)) {
      return PortSet.NONE;
    }
    return PortSet.tcp(
        from.filter(port -> port >= 0).orElse(0), to.filter(port -> port >= 0).orElse(65_535));
  }

  List<NetworkAcl> networkAcls() {
    return VpcSnapshot.all(facts.networkAcls())
        .map(acl ->
            new NetworkAcl(
                new Id.Literal(acl.id()),
                JsonPath.of(acl.id()),
                acl.entries().stream().map(entry -> entry(acl, entry)).toList(),
                request.unseen("the entries of " + acl.id(), List.of(Additions.ACL_ENTRY))))
        .toList();
  }

  private static NetworkAcl.Entry entry(Account.NetworkAcl acl, Account.Entry entry) {
    return new NetworkAcl.Entry(
        JsonPath.of(acl.id(), "Entries"),
        Known.is(entry.number()),
        Known.is(entry.egress()),
        Known.is(ports(entry.protocol(), entry.from(), entry.to())),
        LiveRoutes.addresses(entry.block()),
        Known.is(entry.allow()));
  }
}
