package ecraccess.judge;

import ecraccess.logic.Claim;
import ecraccess.json.Path;
import ecraccess.network.RouteTable;
import ecraccess.network.RouteTable.Route;
import ecraccess.network.RouteTable.Target;
import ecraccess.network.Subnet;

/** Whether a NAT gateway leads to the internet. */
record NatWay(Trip trip, Target.Nat nat, Subnet subnet) {

  Verdict verdict() {
    RouteTable table = trip.network().routeTable(subnet.routeTable(), subnet.vpc());
    Path path = trip.at(table.path());
    Claim leads =
        Claim.any(table.routes().stream().map(this::leads).toList())
            .or(table.unseen().map(Claim::open).orElse(Claim.NO));
    return Finding.of(leads.not(), path, () -> text(table), () -> Symptoms.lostInPublic(trip))
        .orElseGet(() -> new Verdict.Can(table.id() + " leads on to an internet gateway"));
  }

  private Claim leads(Route route) {
    return Blocks.holdsPublic(route.destination())
        .and(
            switch (route.target()) {
              case Target.InternetGateway() -> Claim.isTrue(nat.isPublic());
              case Target.Nat next -> Claim.open("what lies behind NAT gateway " + next.name());
              case Target.Elsewhere(String what) -> Claim.open("what lies behind " + what);
            });
  }

  private String text(RouteTable table) {
    return Claim.isTrue(nat.isPublic()).isNo()
        ? "expected a public NAT gateway before the internet gateway, found %s, which is private; make it public"
            .formatted(nat.name())
        : "expected a default route to an internet gateway in %s, where NAT gateway %s stands, found none; add one, or move the NAT gateway into a public subnet"
            .formatted(table.id(), nat.name());
  }
}
