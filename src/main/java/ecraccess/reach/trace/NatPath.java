package ecraccess.reach.trace;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.filter.CidrMatch;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.model.RouteTable;
import ecraccess.reach.model.RouteTable.Route;
import ecraccess.reach.model.RouteTable.Target;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Verdict;

/** Whether a NAT gateway leads to the internet. */
record NatPath(Flow trip, Target.Nat nat, Subnet subnet) {

  Verdict verdict() {
    RouteTable table = trip.network().routeTable(subnet.routeTable(), subnet.vpc());
    JsonPath path = trip.at(table.path());
    Ternary leads =
        Ternary.any(table.routes().stream().map(this::leads).toList())
            .or(table.unseen().map(Ternary::open).orElse(Ternary.NO));
    return Findings.of(leads.not(), path, () -> text(table), () -> Symptoms.lostInPublic(trip))
        .orElseGet(() -> new Verdict.Can(table.id() + " leads on to an internet gateway"));
  }

  private Ternary leads(Route route) {
    return CidrMatch.holdsPublic(route.destination())
        .and(
            switch (route.target()) {
              case Target.InternetGateway() -> Ternary.isTrue(nat.isPublic());
              case Target.Nat next -> Ternary.open("what lies behind NAT gateway " + next.name());
              case Target.Elsewhere(String what) -> Ternary.open("what lies behind " + what);
            });
  }

  private String text(RouteTable table) {
    return Ternary.isTrue(nat.isPublic()).isNo()
        ? "expected a public NAT gateway before the internet gateway, found %s, which is private; make it public"
            .formatted(nat.name())
        : "expected a default route to an internet gateway in %s, where NAT gateway %s stands, found none; add one, or move the NAT gateway into a public subnet"
            .formatted(table.id(), nat.name());
  }
}
