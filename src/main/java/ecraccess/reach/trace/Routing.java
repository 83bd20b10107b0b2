package ecraccess.reach.trace;

import ecraccess.core.aws.Service;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.filter.Remote;
import ecraccess.reach.flow.EndpointClaims;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.PathChoice;
import ecraccess.reach.flow.Request;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Image.Registry;
import ecraccess.reach.model.Vpc;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Trace.StepKind;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Decides which way a request takes, or all that it may take. */
record Routing(Flow flow) {
  public static final Check OWN_DNS =
      Check.of(
          "dns-unknown",
          "Names may be answered by somebody else",
          "The VPC's own DNS servers, private hosted zones or resolver rules may answer "
              + "for AWS's hosts.",
          "Read those zones or rules; endpoints with private DNS need Amazon's resolver.",
          "https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html");

  public static final Check PROXY =
      Check.of(
          "proxy",
          "Calls go through a proxy",
          "The start script of the hosts names a proxy or a registry mirror. Where it stands and "
              + "what it passes on is not in the template.",
          "Except the hosts of ECR and S3 with `NO_PROXY`, or make sure that the proxy passes"
              + " them.",
          "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/http_proxy_config.html");

  /** S3 publishes no wider range, so that wider routes lose to the gateway's. */
  private static final int WIDEST_OF_S3 = 11;

  List<Step> steps() {
    List<Step> steps =
        switch (flow.request()) {
          case Request.ToService call when call.service().isGateway() -> byRoute(call);
          case Request.ToService call -> byName(call);
          case Request.ToRegistry call -> toRegistry(call.image().registry());
          case Request.ToInternet call -> new InternetPath(flow).steps();
          case Request.ToOtherRegion call -> toOtherRegion(call.service());
          case Request.ToMountTarget call -> new MountPath(flow, call).steps();
        };
    return proxied(answered(resolved(overIpv4(steps))));
  }

  /** A proxy takes every call, and nobody sees what becomes of it. */
  private List<Step> proxied(List<Step> steps) {
    return flow.workload()
        .proxy()
        .map(missing -> {
          Verdict.CannotTell doubt = new Verdict.CannotTell(PROXY, flow.workload().path(), missing);
          return PathChoice.either(
              StepKind.WAY, doubt, List.of(steps, List.of(new Step(StepKind.WAY, doubt))));
        })
        .orElse(steps);
  }

  /** What else than the public name may be answered, or nothing at all. */
  private List<Step> answered(List<Step> steps) {
    return new NameAnswer(flow)
        .blocked()
        .map(verdict ->
            verdict instanceof Verdict.CannotTell doubt
                ? PathChoice.either(
                    StepKind.DNS, doubt, List.of(steps, UnknownPath.steps(flow, doubt.missing())))
                : List.of(new Step(StepKind.DNS, verdict)))
        .orElse(steps);
  }

  /** The host has IPv4 addresses only, which a subnet without them cannot call. */
  private List<Step> overIpv4(List<Step> steps) {
    if (!flow.from().isIpv6Only()) {
      return steps;
    }
    return new Ipv6Path(flow).steps(steps);
  }

  /** Others than Amazon's resolver may answer anything, or nothing. */
  private List<Step> resolved(List<Step> steps) {
    Vpc vpc = flow.vpc();
    Optional<String> missing =
        vpc.ownResolver()
            .missing()
            .or(() ->
                vpc.ownResolver()
                    .value()
                    .flatMap(servers -> servers)
                    .map(servers -> "what the VPC's own DNS servers answer, " + servers))
            .or(() -> new NameAnswer(flow).otherSource());
    return missing
        .map(unknown ->
            PathChoice.either(
                StepKind.DNS,
                new Verdict.CannotTell(OWN_DNS, flow.at(vpc.path()), unknown),
                List.of(steps, UnknownPath.steps(flow, unknown))))
        .orElse(steps);
  }

  private List<Step> byName(Request.ToService call) {
    Service service = call.service();
    return decide(
        StepKind.DNS,
        service,
        endpoint ->
            EndpointClaims.isIn(endpoint, flow.vpc()).and(EndpointClaims.takesTheNames(endpoint)),
        endpoint -> new EndpointPath(flow, call, endpoint).byName(),
        unseenZone(service));
  }

  /** A private hosted zone may lead the names to an endpoint that does not take them itself. */
  private Optional<Verdict.CannotTell> unseenZone(Service service) {
    List<Endpoint> here =
        EndpointClaims.of(flow.network(), service).stream()
            .filter(endpoint -> !EndpointClaims.isIn(endpoint, flow.vpc()).isNo())
            .filter(endpoint -> !EndpointClaims.isInterface(endpoint).isNo())
            .toList();
    boolean taken =
        here.stream().anyMatch(endpoint -> Ternary.isTrue(endpoint.privateDns()).isYes());
    return flow.vpc()
        .unseenZones()
        .filter(zones -> !taken)
        .flatMap(zones ->
            here.stream()
                .findFirst()
                .map(endpoint ->
                    new Verdict.CannotTell(
                        OWN_DNS,
                        endpoint.paths().apply("PrivateDnsEnabled"),
                        "%s, which may lead %s to %s though its private DNS is off"
                            .formatted(zones, flow.request().purpose().host(), endpoint.name()))));
  }

  /** An interface endpoint with private DNS may draw requests off: AWS says ECR cannot use one. */
  private List<Step> byRoute(Request.ToService call) {
    Service service = call.service();
    Optional<Verdict.CannotTell> drawnOff =
        EndpointClaims.of(flow.network(), service).stream()
            .filter(endpoint ->
                !EndpointClaims.isIn(endpoint, flow.vpc())
                    .and(EndpointClaims.takesTheNames(endpoint))
                    .and(EndpointClaims.isFor(endpoint, service))
                    .isNo())
            .findFirst()
            .map(endpoint ->
                new Verdict.CannotTell(
                    OWN_DNS,
                    endpoint.paths().apply("PrivateDnsEnabled"),
                    "whether private DNS of %s draws requests from the VPC to its interfaces"
                        .formatted(endpoint.name())))
            .or(this::unseen);
    return pastTheGateway(
        service,
        decide(
            StepKind.ROUTE_TABLE,
            service,
            this::takesTheRoute,
            endpoint -> new EndpointPath(flow, call, endpoint).byRoute(),
            drawnOff));
  }

  private Ternary takesTheRoute(Endpoint endpoint) {
    return EndpointClaims.isIn(endpoint, flow.vpc())
        .and(EndpointClaims.takesTheRoute(endpoint, flow.from().routeTable()));
  }

  /** Routes that are more specific than the gateway's may take some of the service's addresses. */
  private List<Step> pastTheGateway(Service service, List<Step> steps) {
    boolean taken =
        EndpointClaims.of(flow.network(), service).stream()
            .anyMatch(endpoint -> takesTheRoute(endpoint).isYes());
    Remote remote = Remote.publicOf(Optional.of(service.name()));
    return flow.routeTable().routes().stream()
        .filter(route -> taken && isNarrow(route.destination(), remote))
        .findFirst()
        .map(route ->
            PathChoice.either(
                StepKind.ROUTE_TABLE,
                new Verdict.CannotTell(
                    UnknownPath.PATH_UNKNOWN,
                    route.path(),
                    "whether addresses of %s that are called are in %s"
                        .formatted(service.name(), route.destination())),
                List.of(steps, new InternetPath(flow).by(route))))
        .orElse(steps);
  }

  private static boolean isNarrow(Addresses destination, Remote remote) {
    return destination instanceof Addresses.Exactly exactly
        && remote.mayHold(exactly)
        && exactly.blocks().stream().anyMatch(block -> block.prefix() >= WIDEST_OF_S3);
  }

  private List<Step> decide(
      StepKind kind,
      Service service,
      Function<Endpoint, Ternary> takesIt,
      Function<Endpoint, List<Step>> through,
      Optional<Verdict.CannotTell> besides) {
    List<List<Step>> ways = new ArrayList<>();
    List<Verdict.CannotTell> doubts = new ArrayList<>();
    boolean decided = false;
    for (Endpoint endpoint : EndpointClaims.of(flow.network(), service)) {
      Ternary takes = EndpointClaims.isFor(endpoint, service).and(takesIt.apply(endpoint));
      if (takes.isYes() && !decided) {
        decided = true;
        ways.addFirst(through.apply(endpoint));
      } else if (takes.isOpen()) {
        ways.add(through.apply(endpoint));
        doubts.add(
            new Verdict.CannotTell(UnknownPath.PATH_UNKNOWN, endpoint.path(), takes.missing()));
      }
    }
    if (decided) {
      ways.subList(1, ways.size()).clear();
      doubts.clear();
    } else {
      unseen()
          .ifPresent(doubt -> {
            ways.add(UnknownPath.steps(flow, doubt.missing()));
            doubts.add(doubt);
          });
      ways.add(new InternetPath(flow).steps());
    }
    besides.ifPresent(doubt -> {
      ways.add(UnknownPath.steps(flow, doubt.missing()));
      doubts.add(doubt);
    });
    return doubts.isEmpty() ? ways.getFirst() : PathChoice.either(kind, doubts.getFirst(), ways);
  }

  /** Endpoints of other regions, and of ECR's newer hosts, may be what serves these images. */
  private List<Step> toRegistry(Registry registry) {
    List<Step> open = new InternetPath(flow).steps();
    boolean mayHaveEndpoint =
        switch (registry) {
          case Registry.PrivateEcr ecr -> true;
          case Registry.DualStackEcr dualStack -> true;
          case Registry.FipsEcr fips -> false;
          case Registry.Internet internet -> false;
          case Registry.ForeignLayers foreign -> false;
          case Registry.Unknown unknown -> false;
        };
    return mayHaveEndpoint
        ? served(registry)
            .map(doubt ->
                PathChoice.either(
                    StepKind.DNS, doubt, List.of(open, UnknownPath.steps(flow, doubt.missing()))))
            .orElse(open)
        : open;
  }

  /** An endpoint of this region leads nowhere there; one of another region may. */
  private List<Step> toOtherRegion(Service service) {
    List<Step> open = new InternetPath(flow).steps();
    return served(service, true)
        .map(doubt ->
            PathChoice.either(
                StepKind.DNS, doubt, List.of(open, UnknownPath.steps(flow, doubt.missing()))))
        .orElse(open);
  }

  private Optional<Verdict.CannotTell> served(Registry registry) {
    return served(Service.ECR_DKR, registry instanceof Registry.PrivateEcr);
  }

  private Optional<Verdict.CannotTell> served(Service service, boolean remote) {
    return EndpointClaims.of(flow.network(), service).stream()
        .filter(endpoint -> !EndpointClaims.isIn(endpoint, flow.vpc()).isNo())
        .filter(endpoint -> !remote || !EndpointClaims.isInRegion(endpoint).isYes())
        .findFirst()
        .map(endpoint -> doubt(endpoint.path(), endpoint.name()))
        .or(this::unseen);
  }

  private Optional<Verdict.CannotTell> unseen() {
    return flow.vpc()
        .unseen()
        .map(missing ->
            new Verdict.CannotTell(UnknownPath.PATH_UNKNOWN, flow.at(flow.vpc().path()), missing));
  }

  private Verdict.CannotTell doubt(JsonPath path, String endpoint) {
    return new Verdict.CannotTell(
        UnknownPath.PATH_UNKNOWN,
        path,
        "whether %s serves %s".formatted(endpoint, flow.request().purpose().host()));
  }
}
