package ecraccess.reach.trace;

import ecraccess.core.logic.Ternary;
import ecraccess.reach.filter.Remote;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.model.RouteTable;
import ecraccess.reach.model.RouteTable.Target;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.rule.RouteTargets;
import ecraccess.reach.trace.RouteChoice.Share;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a NAT gateway leads to the internet.
 *
 * @param before the NAT gateways on the way so far, by name
 */
record NatPath(Flow flow, Target.Nat nat, List<String> before) {
  public static final Check NAT_WITHOUT_INTERNET =
      Check.of(
          "nat-without-internet",
          "NAT gateway without a way to the internet",
          "A NAT gateway needs a public address and a subnet whose route table leads to "
              + "an internet gateway.",
          "Put it into a public subnet and give it an address.",
          "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html");

  NatPath(Flow flow, Target.Nat nat) {
    this(flow, nat, List.of());
  }

  Verdict verdict() {
    return RouteTargets.address(nat)
        .orElseGet(() ->
            nat.subnet().map(flow.network()::subnet).map(this::from).orElseGet(this::regional));
  }

  private Verdict regional() {
    return privately()
        .or(() ->
            nat.gateway()
                .flatMap(gateway -> new InternetAccess(flow, nat.path()).fromRegionalNat(gateway)))
        .orElseGet(() -> new Verdict.Can(nat.name() + " leads to an internet gateway by itself"));
  }

  private Verdict from(Subnet subnet) {
    RouteTable table = flow.network().routeTable(subnet.routeTable(), subnet.vpc());
    RouteChoice choice = RouteChoice.of(flow, table, Remote.publicOf(Optional.empty()));
    List<Verdict> ways = new ArrayList<>();
    if (!choice.rest().isEmpty()) {
      ways.add(nowhere(table, "none"));
    }
    choice.shares().forEach(share -> ways.add(by(share, table, subnet)));
    choice
        .open()
        .forEach(route ->
            ways.add(
                new Verdict.CannotTell(
                    NAT_WITHOUT_INTERNET,
                    route.path(),
                    "the addresses of " + route.destination())));
    table
        .unseen()
        .ifPresent(missing ->
            ways.add(new Verdict.CannotTell(NAT_WITHOUT_INTERNET, flow.at(table.path()), missing)));
    return together(ways, table)
        .and(
            RouteChoice.detour(flow, subnet, flow.from())
                .orElseGet(() -> new Verdict.Can(table.id() + " leads on to an internet gateway")));
  }

  /** Nobody knows which addresses are called, so all ways must agree. */
  private Verdict together(List<Verdict> ways, RouteTable table) {
    if (ways.stream().allMatch(Verdict.Cannot.class::isInstance)
        || ways.stream().noneMatch(Verdict.Cannot.class::isInstance)) {
      return ways.stream().reduce(Verdict::and).orElseThrow();
    }
    return ways.stream()
        .filter(Verdict.CannotTell.class::isInstance)
        .findFirst()
        .orElseGet(() ->
            new Verdict.CannotTell(
                NAT_WITHOUT_INTERNET,
                flow.at(table.path()),
                "which public addresses are called, of which not all have a way out of "
                    + table.id()));
  }

  private Verdict by(Share share, RouteTable table, Subnet subnet) {
    return switch (share.target()) {
      case Target.InternetGateway gateway ->
          privately()
              .or(() ->
                  new InternetAccess(flow, share.routes().getFirst().path())
                      .fromNat(gateway, subnet))
              .orElseGet(() -> new Verdict.Can(table.id() + " leads on to an internet gateway"));
      case Target.Nat next -> by(next, table);
      case Target.Local local -> nowhere(table, "none");
      case Target.DeadEnd(String what, String why) ->
          nowhere(table, "one to %s, which %s".formatted(what, why));
      case Target.Refused refused -> RouteTargets.refused(refused);
      case Target.Elsewhere elsewhere ->
          new Verdict.CannotTell(
              NAT_WITHOUT_INTERNET,
              flow.at(share.routes().getFirst().path()),
              "what lies behind " + elsewhere.what());
    };
  }

  private Verdict by(Target.Nat next, RouteTable table) {
    List<String> soFar = Stream.concat(before.stream(), Stream.of(nat.name())).toList();
    if (soFar.contains(next.name())) {
      return nowhere(
          table,
          next.name().equals(nat.name())
              ? "one to " + nat.name() + " itself"
              : "one to " + next.name() + ", which leads back to " + nat.name());
    }
    Verdict further = new NatPath(flow, next, soFar).verdict();
    return further instanceof Verdict.Cannot
        ? further
        : new Verdict.CannotTell(
            NAT_WITHOUT_INTERNET,
            flow.at(table.path()),
            "whether NAT gateway " + nat.name() + " may call through " + next.name());
  }

  private Optional<Verdict> privately() {
    return Findings.of(
        NAT_WITHOUT_INTERNET,
        Ternary.isTrue(nat.isPublic()).not(),
        flow.at(nat.path()),
        () ->
            "expected a public NAT gateway before the internet gateway, found %s, which is private; make it public"
                .formatted(nat.name()),
        () -> Symptoms.lostInPublic(flow));
  }

  private Verdict nowhere(RouteTable table, String found) {
    return new Verdict.Cannot(
        NAT_WITHOUT_INTERNET,
        flow.at(table.path()),
        "expected a default route to an internet gateway in %s, where NAT gateway %s stands, found %s; add one, or move the NAT gateway into a public subnet"
            .formatted(table.id(), nat.name(), found),
        Symptoms.lostInPublic(flow));
  }
}
