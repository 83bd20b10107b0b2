package ecraccess.reach.filter;

import ecraccess.core.logic.Known;
import ecraccess.core.logic.Ternary;
import ecraccess.core.net.AddressSet;
import ecraccess.core.net.PortSet;
import ecraccess.core.net.TrafficSet;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.SecurityGroup;
import ecraccess.reach.model.SecurityGroup.Peer;
import ecraccess.reach.model.SecurityGroup.Rule;
import ecraccess.reach.model.SecurityGroup.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What security groups do to requests, with the evidence.
 *
 * @param passes whether the requests pass
 * @param because the rules that let them pass, as far as they do
 * @param toOthers the rules that open the port to anybody, these ones or others
 */
record GroupMatch(Ternary passes, List<Rule> because, List<Rule> toOthers) {

  /**
   * Judges the rules of one direction.
   *
   * @param remote the addresses at the other end
   * @param groups the groups at the other end; empty where it has any that lets it
   * @param port that is called
   */
  static GroupMatch of(
      List<SecurityGroup> filter,
      Function<SecurityGroup, Rules> direction,
      Remote remote,
      Optional<List<Id>> groups,
      PortSet port) {
    List<Clause<Rule>> clauses = new ArrayList<>();
    List<Rule> open = new ArrayList<>();
    Optional<String> unseen = Optional.empty();
    for (SecurityGroup group : filter) {
      Rules rules = direction.apply(group);
      unseen = unseen.or(rules::unseen);
      for (Rule rule : rules.all()) {
        clauses.add(clause(rule, extent(rule.peer(), remote, groups)));
        if (Ternary.of(rule.ports(), ports -> ports.contains(port)).isYes()
            && isSomebody(rule.peer())) {
          open.add(rule);
        }
      }
    }
    TrafficSet requests = TrafficSet.of(port, remote.all());
    Match<Rule> match = RuleUnion.judge(requests, clauses, unseen);
    Ternary passes =
        switch (match.outcome()) {
          case PASSES -> Ternary.YES;
          case STOPS -> Ternary.NO;
          case OPEN ->
              Ternary.open(match.missing().orElseGet(() -> remote.which(match.rest().addresses())));
        };
    return new GroupMatch(passes, match.because(), List.copyOf(open));
  }

  /** That the groups let nobody through at all. */
  static Ternary isClosed(List<SecurityGroup> groups, Function<SecurityGroup, Rules> direction) {
    Ternary open = Ternary.NO;
    for (SecurityGroup group : groups) {
      Rules rules = direction.apply(group);
      for (Rule rule : rules.all()) {
        Ternary port = Ternary.of(rule.ports(), ports -> ports.contains(TrafficPorts.HTTPS));
        open = open.or(port.and(Ternary.of(isSomebody(rule.peer()))));
      }
      open = open.or(rules.unseen().map(Ternary::open).orElse(Ternary.NO));
    }
    return open.not();
  }

  private static boolean isSomebody(Peer peer) {
    return !(peer instanceof Peer.Block(var addresses)) || Remote.isSomebody(addresses);
  }

  private static Clause<Rule> clause(Rule rule, Remote.Extent extent) {
    PortSet certain = rule.ports().value().orElse(PortSet.NONE);
    PortSet possible = rule.ports().value().orElse(PortSet.ALL);
    Known<PortSet> ports = rule.ports();
    return new Clause<>(
        rule,
        TrafficSet.of(certain, extent.certain()),
        TrafficSet.of(possible, extent.possible()),
        ports.missing().or(extent::missing));
  }

  private static Remote.Extent extent(Peer peer, Remote remote, Optional<List<Id>> groups) {
    return switch (peer) {
      case Peer.Block(var addresses) -> remote.extent(addresses);
      case Peer.Group(var id) -> whole(remote, named(id, groups));
      case Peer.Unknown(String missing) -> whole(remote, Ternary.open(missing));
    };
  }

  private static Ternary named(Id id, Optional<List<Id>> groups) {
    return groups.map(all -> Ternary.any(all.stream().map(id::is).toList())).orElse(Ternary.YES);
  }

  private static Remote.Extent whole(Remote remote, Ternary isMeant) {
    return new Remote.Extent(
        isMeant.isYes() ? remote.all() : AddressSet.EMPTY,
        isMeant.isNo() ? AddressSet.EMPTY : remote.all(),
        isMeant.isOpen() ? Optional.of(isMeant.missing()) : Optional.empty());
  }
}
