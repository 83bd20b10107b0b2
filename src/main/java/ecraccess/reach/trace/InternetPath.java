package ecraccess.reach.trace;

import ecraccess.core.aws.Service;
import ecraccess.core.logic.Known;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.filter.NetworkAclFilter;
import ecraccess.reach.filter.Remote;
import ecraccess.reach.filter.SecurityGroupFilter;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.PathChoice;
import ecraccess.reach.flow.Request;
import ecraccess.reach.flow.Texts;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.RouteTable;
import ecraccess.reach.model.RouteTable.Route;
import ecraccess.reach.model.RouteTable.Target;
import ecraccess.reach.rule.DnsAttributes;
import ecraccess.reach.rule.RouteTargets;
import ecraccess.reach.trace.RouteChoice.Share;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Trace.StepKind;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The way to public addresses: over a NAT gateway, or an internet gateway. */
record InternetPath(Flow flow) {
  public static final Check PUBLIC_IP_MISSING =
      Check.of(
          "public-ip-missing",
          "No public address on the way over an internet gateway",
          "An internet gateway serves only interfaces that have a public IPv4 address.",
          "Assign a public address, or add endpoints or a NAT gateway.",
          "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html");

  /** What launch templates that say nothing leave to the subnet. */
  private static final String SUBNETS_SETTING = "the subnet's setting";

  /** What the way hangs on. */
  private record Question(
      Id from, Optional<List<Id>> groups, Known<Boolean> publicIp, Optional<String> service) {}

  List<Step> steps() {
    return SharedSteps.of(
        flow,
        new Question(
            flow.from().id(),
            flow.workload().groups(),
            flow.workload().publicIp(),
            remote().service()),
        this::found);
  }

  private List<Step> found() {
    List<Step> steps = new ArrayList<>();
    List<Step> way = byTable();
    Verdict dns = new DnsAttributes(flow.network()).support(flow.vpc());
    boolean dnsIsTheFault = way.getFirst().kind() == StepKind.DNS;
    if (!dnsIsTheFault || !(dns instanceof Verdict.Can)) {
      steps.add(new Step(StepKind.DNS, dns instanceof Verdict.Can ? toPublicAddresses() : dns));
    }
    if (!dnsIsTheFault || dns instanceof Verdict.Can) {
      steps.addAll(way);
    }
    return steps;
  }

  private static Verdict toPublicAddresses() {
    return new Verdict.Can("public addresses");
  }

  /** Every share of the addresses is a way, and all must agree: nobody knows which are called. */
  private List<Step> byTable() {
    RouteTable table = flow.routeTable();
    RouteChoice choice = RouteChoice.of(flow, table, remote());
    List<List<Step>> ways = new ArrayList<>();
    List<Verdict.CannotTell> doubts = new ArrayList<>();
    if (!choice.rest().isEmpty()) {
      ways.add(nowhere("no way to the internet"));
    }
    for (Share share : choice.shares()) {
      if (!ways.isEmpty()) {
        doubts.add(
            new Verdict.CannotTell(
                UnknownPath.PATH_UNKNOWN,
                share.routes().getFirst().path(),
                "whether public addresses that are called are in "
                    + Texts.list(share.routes().stream().map(Route::destination).toList())));
      }
      ways.add(by(share));
    }
    for (Route route : choice.open()) {
      ways.add(by(route));
      doubts.add(
          new Verdict.CannotTell(
              UnknownPath.PATH_UNKNOWN, route.path(), "the addresses of " + route.destination()));
    }
    table
        .unseen()
        .ifPresent(missing -> {
          ways.add(UnknownPath.steps(flow, missing));
          doubts.add(
              new Verdict.CannotTell(UnknownPath.PATH_UNKNOWN, flow.at(table.path()), missing));
        });
    return doubts.isEmpty()
        ? ways.getFirst()
        : PathChoice.either(StepKind.ROUTE_TABLE, doubts.getFirst(), ways);
  }

  private Remote remote() {
    return Remote.publicOf(
        flow.request() instanceof Request.ToService call
            ? Optional.of(call.service()).map(Service::name)
            : Optional.empty());
  }

  private List<Step> nowhere(String found) {
    return List.of(new NoPath(flow, found).step());
  }

  /** The way of what that route takes. */
  List<Step> by(Route route) {
    return by(new Share(route.target(), List.of(route), remote().all()));
  }

  private List<Step> by(Share share) {
    return switch (share.target()) {
      case Target.InternetGateway gateway -> byInternetGateway(share, gateway);
      case Target.Nat nat -> byNat(share, nat);
      case Target.Local local -> nowhere("no way to the internet");
      case Target.DeadEnd(String what, String why) ->
          nowhere("a route to %s, which %s".formatted(what, why));
      case Target.Refused refused -> List.of(new Step(StepKind.WAY, RouteTargets.refused(refused)));
      case Target.Elsewhere elsewhere ->
          UnknownPath.steps(flow, "what lies behind " + elsewhere.what());
    };
  }

  private List<Step> byInternetGateway(Share share, Target.InternetGateway gateway) {
    Ternary isPublic = Ternary.isTrue(publicIp());
    InternetAccess access = new InternetAccess(flow, share.routes().getFirst().path());
    return isPublic.isNo()
        ? List.of(
            new NoPath(flow, "an internet gateway, but no public IP address to use it with")
                .withoutPublicIp())
        : List.of(
            new Step(
                StepKind.WAY,
                isPublic.isYes()
                    ? new Verdict.Can("internet gateway, with a public IP address")
                    : new Verdict.CannotTell(
                        PUBLIC_IP_MISSING, flow.workload().path(), isPublic.missing())),
            new Step(StepKind.ROUTE_TABLE, access.direct(gateway).orElseGet(() -> taken(share))),
            new Step(StepKind.SECURITY_GROUPS, new SecurityGroupFilter(flow).toPublic()),
            new Step(StepKind.NETWORK_ACLS, new NetworkAclFilter(flow).toPublic()));
  }

  private Known<Boolean> publicIp() {
    return flow.workload().publicIp().missing().filter(SUBNETS_SETTING::equals).isPresent()
        ? flow.from().mapsPublicIps()
        : flow.workload().publicIp();
  }

  private List<Step> byNat(Share share, Target.Nat nat) {
    Stream<Step> acls =
        nat.subnet().stream()
            .map(flow.network()::subnet)
            .map(subnet ->
                new Step(
                    StepKind.NETWORK_ACLS, new NetworkAclFilter(flow).through(nat.name(), subnet)));
    // A regional one stands in no subnet, so no other ACL is on its way.
    Stream<Step> own =
        nat.subnet().isPresent()
            ? Stream.of()
            : Stream.of(new Step(StepKind.NETWORK_ACLS, new NetworkAclFilter(flow).toPublic()));
    return Stream.of(
            Stream.of(
                new Step(StepKind.WAY, new Verdict.Can("NAT gateway " + nat.name())),
                new Step(StepKind.ROUTE_TABLE, new NatPath(flow, nat).verdict().and(taken(share))),
                new Step(StepKind.SECURITY_GROUPS, new SecurityGroupFilter(flow).toPublic())),
            acls,
            own)
        .flatMap(steps -> steps)
        .toList();
  }

  private Verdict taken(Share share) {
    return new Verdict.Can(
        "%s routes %s there"
            .formatted(
                flow.routeTable().id(),
                Texts.list(share.routes().stream().map(Route::destination).toList())));
  }
}
