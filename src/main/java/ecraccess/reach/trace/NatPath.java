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
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Verdict;

/** Whether a NAT gateway leads to the internet. */
record NatPath(Flow flow, Target.Nat nat, Subnet subnet) {
  public static final Check NAT_WITHOUT_INTERNET =
      Check.of(
          "nat-without-internet",
          "NAT gateway without a way to the internet",
          "A NAT gateway needs a public address and a subnet whose route table leads to "
              + "an internet gateway.",
          "Put it into a public subnet and give it an address.",
          "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html");

  Verdict verdict() {
    RouteTable table = flow.network().routeTable(subnet.routeTable(), subnet.vpc());
    JsonPath path = flow.at(table.path());
    Ternary leads =
        Ternary.any(table.routes().stream().map(this::leads).toList())
            .or(table.unseen().map(Ternary::open).orElse(Ternary.NO));
    return Findings.of(
            NAT_WITHOUT_INTERNET,
            leads.not(),
            path,
            () -> text(table),
            () -> Symptoms.lostInPublic(flow))
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
