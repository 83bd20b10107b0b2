package ecraccess.reach.trace;

import ecraccess.core.aws.PublicRegistries;
import ecraccess.core.aws.Service;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.flow.EndpointClaims;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.Request;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.flow.Texts;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Image.Registry;
import ecraccess.reach.model.RouteTable;
import ecraccess.reach.rule.DeadEndpoints;
import ecraccess.reach.rule.EndpointProperties;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Symptom;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Trace.StepKind;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says why there is no way at all: an endpoint that nearly is one, or none.
 *
 * @param found what there is instead of a way, as a message says it
 */
record NoPath(Flow flow, String found) {
  public static final Check OTHER_REGION =
      Check.of(
          "service-region",
          "Endpoint that leads to another region",
          "`ServiceRegion` leads the endpoint to another region than the one images are "
              + "pulled in.",
          "Remove `ServiceRegion`.",
          "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html");

  public static final Check PRIVATE_DNS_OFF =
      Check.of(
              "private-dns-off",
              "Private DNS is off on an endpoint",
              "Without private DNS the service's name leads to public addresses. "
                  + "CloudFormation's default is off.",
              "Set `PrivateDnsEnabled: true`.",
              "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html")
          .saidAs(Symptom.TOKEN_TIMEOUT, Symptom.MANIFEST_TIMEOUT_PUBLIC);

  public static final Check S3_ROUTE_MISSING =
      Check.of(
              "s3-route-missing",
              "S3 gateway without the route table of a pulling subnet",
              "Image layers come from S3. A subnet reaches the gateway only if its route "
                  + "table is among the gateway's.",
              "Add the subnet's route table to `RouteTableIds`.",
              "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html")
          .saidAs(Symptom.LAYER_TIMEOUT);

  public static final Check S3_INTERFACE =
      Check.of(
              "s3-interface-endpoint",
              "S3 interface endpoint in place of the gateway",
              "ECR hands out S3 addresses that only the gateway endpoint serves.",
              "Use a gateway endpoint for S3.",
              "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html")
          .saidAs(Symptom.LAYER_TIMEOUT);

  public static final Check NO_ENDPOINT =
      Check.of(
              "endpoint-missing",
              "No endpoint and no other way to a service",
              "The request finds neither an endpoint nor a way to public addresses.",
              "Add the endpoint, with `AdditionalServices` for services beyond ECR and S3.",
              "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html")
          .saidAs(
              Symptom.TOKEN_TIMEOUT,
              Symptom.MANIFEST_TIMEOUT_PUBLIC,
              Symptom.LAYER_TIMEOUT,
              Symptom.SECRET_TIMEOUT,
              Symptom.PARAMETER_TIMEOUT,
              Symptom.LOGS_TIMEOUT,
              Symptom.NO_BASIC_AUTH);

  public static final Check PUBLIC_CALL =
      Check.of(
          "public-host-without-way",
          "Public host that a workload needs, and no way to it",
          "Some hosts are on the internet only. Nodes whose cluster has no private endpoint, for "
              + "example, reach the Kubernetes API over the internet.",
          "Turn on the private endpoint of the cluster, or add a NAT gateway.",
          "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html");
  public static final Check CALLED_ELSEWHERE =
      Check.of(
              "other-region-called",
              "A task calls a service of another region",
              "Endpoints reach the services of their own region. A log's region or the region in"
                  + " an ARN leads to another host.",
              "Name the region of the deployment, or add a way to the internet.",
              "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html")
          .saidAs(Symptom.LOGS_TIMEOUT, Symptom.SECRET_TIMEOUT, Symptom.PARAMETER_TIMEOUT);

  public static final Check REGISTRY_UNKNOWN =
      Check.of(
          "registry-unknown",
          "Registry that may stand anywhere",
          "The registry is not known as public. It may be the user's own in the same " + "network.",
          "Say where the registry stands by testing the pull once.",
          "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html");

  public static final Check PUBLIC_IMAGE =
      Check.of(
              "image-not-in-ecr",
              "Image from a registry that only the internet reaches",
              "VPC endpoints reach private ECR of their own region. Other registries need a "
                  + "way to the internet.",
              "Copy the image into private ECR, or use a pull-through cache that has pulled "
                  + "it before.",
              "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html")
          .saidAs(Symptom.REGISTRY_TIMEOUT);

  Step step() {
    return switch (flow.request()) {
      case Request.ToService call -> nearMiss(call.service()).orElseGet(() -> none(call));
      case Request.ToRegistry call -> none(call);
      case Request.ToInternet call -> none(call);
      case Request.ToOtherRegion call -> none(call);
      case Request.ToMountTarget call ->
          throw new IllegalStateException("no mount target is called over the internet");
    };
  }

  /** The same for every call that leaves over the internet gateway, so that it is one fault. */
  Step withoutPublicIp() {
    Step missing =
        new Step(
            StepKind.WAY,
            new Verdict.Cannot(
                InternetPath.PUBLIC_IP_MISSING,
                flow.workload().assignPublicIp().orElse(flow.workload().path()),
                "expected a public IP address for %s, which %s sends to an internet gateway, found none; %s, add a NAT gateway, or add endpoints for what it calls"
                    .formatted(
                        flow.workload().name(),
                        flow.routeTable().id(),
                        flow.workload().assignPublicIp().isPresent()
                            ? "set AssignPublicIp: ENABLED"
                            : "give it one"),
                Symptoms.lostInPublic(flow)));
    return flow.request() instanceof Request.ToService call
        ? nearMiss(call.service()).orElse(missing)
        : missing;
  }

  private Optional<Step> nearMiss(Service service) {
    List<Endpoint> near =
        flow.network().endpoints().stream()
            .filter(endpoint -> EndpointClaims.isFor(endpoint, service).isYes())
            .filter(endpoint -> EndpointClaims.isIn(endpoint, flow.vpc()).isYes())
            .toList();
    return first(
            near,
            endpoint -> new EndpointProperties(flow.network()).refusal(endpoint),
            StepKind.WAY)
        .or(() -> first(near, this::wrongRegion, StepKind.WAY))
        .or(() -> first(near, this::withoutPrivateDns, StepKind.DNS))
        .or(() -> first(near, this::withoutRoute, StepKind.ROUTE_TABLE))
        .or(() -> first(near, this::notForLayers, StepKind.WAY));
  }

  private static Optional<Step> first(
      List<Endpoint> near, Function<Endpoint, Optional<Verdict>> fault, StepKind kind) {
    return near.stream()
        .flatMap(endpoint -> fault.apply(endpoint).stream())
        .filter(Verdict.Cannot.class::isInstance)
        .findFirst()
        .map(verdict -> new Step(kind, verdict));
  }

  private Optional<Verdict> wrongRegion(Endpoint endpoint) {
    return Findings.of(
        OTHER_REGION,
        EndpointClaims.isInRegion(endpoint).not(),
        endpoint.paths().apply("ServiceRegion"),
        () ->
            "expected an endpoint of %s, where images are pulled, found %s, which leads to another region; remove ServiceRegion"
                .formatted(flow.network().region(), endpoint.name()),
        () -> Symptoms.lostInPublic(flow));
  }

  private Optional<Verdict> withoutPrivateDns(Endpoint endpoint) {
    return Findings.of(
        PRIVATE_DNS_OFF,
        EndpointClaims.isInterface(endpoint)
            .and(Ternary.isTrue(endpoint.privateDns()).not())
            .and(Ternary.of(!isS3())),
        endpoint.paths().apply("PrivateDnsEnabled"),
        () ->
            "expected PrivateDnsEnabled: true on %s, found false, CloudFormation's default, so that %s leads to public addresses, and no way there; set it to true"
                .formatted(endpoint.name(), flow.request().purpose().host()),
        () -> Symptoms.lostInPublic(flow));
  }

  private Optional<Verdict> withoutRoute(Endpoint endpoint) {
    return endpoint.routeTables().isEmpty()
        ? DeadEndpoints.withoutRouteTables(endpoint)
            .map(verdict -> said(verdict, Symptoms.lostInPublic(flow)))
        : Findings.of(
            S3_ROUTE_MISSING,
            EndpointClaims.isGateway(endpoint)
                .and(EndpointClaims.hasRouteIn(endpoint, flow.from().routeTable()).not()),
            isMain() ? flow.at(flow.from().path()) : endpoint.paths().apply("RouteTableIds"),
            () -> isMain() ? associate(endpoint) : addTable(endpoint),
            () -> Symptoms.lostInPublic(flow));
  }

  /** Whether the subnet has its VPC's main table, which no template can name. */
  private boolean isMain() {
    return flow.from().routeTable().equals(RouteTable.main(flow.from().vpc()));
  }

  private String associate(Endpoint endpoint) {
    return "expected subnet %s associated with a route table of %s, found none, so that it has the main one of VPC %s; associate it with %s by an AWS::EC2::SubnetRouteTableAssociation"
        .formatted(
            flow.from().id(), endpoint.name(), flow.vpc().id(), Texts.list(endpoint.routeTables()));
  }

  private String addTable(Endpoint endpoint) {
    return "expected %s, the route table of a subnet that images are pulled in, among the route tables of %s, found %s; add it"
        .formatted(flow.from().routeTable(), endpoint.name(), Texts.list(endpoint.routeTables()));
  }

  private static Verdict said(Verdict verdict, String awsText) {
    return verdict instanceof Verdict.Cannot(var check, var path, String text, String none)
        ? new Verdict.Cannot(check, path, text, awsText)
        : verdict;
  }

  private Optional<Verdict> notForLayers(Endpoint endpoint) {
    return Findings.of(
        S3_INTERFACE,
        EndpointClaims.isInterface(endpoint).and(Ternary.of(isForLayers())),
        endpoint.paths().apply("VpcEndpointType"),
        () ->
            "expected a gateway endpoint for S3, found %s, an interface endpoint, which ECR cannot use for image layers; set VpcEndpointType: Gateway and RouteTableIds"
                .formatted(endpoint.name()),
        () -> Symptoms.lostInPublic(flow));
  }

  private boolean isS3() {
    return flow.request() instanceof Request.ToService call && call.service().equals(Service.S3);
  }

  private boolean isForLayers() {
    return flow.request() instanceof Request.ToService call && call.isForLayers();
  }

  private Step none(Request.ToService call) {
    String name = call.service().name();
    String ours =
        Service.OF_A_PULL.contains(call.service())
            ? "add one, as a PrivateEcrAccess does unless ExistingServices names %s".formatted(name)
            : "add one, with PrivateEcrAccess: AdditionalServices: [%s]".formatted(name);
    return new Step(
        StepKind.WAY,
        new Verdict.Cannot(
            NO_ENDPOINT,
            call.path(),
            "expected an endpoint for %s in VPC %s, found none, and %s; %s"
                .formatted(name, flow.vpc().id(), found, ours),
            Symptoms.lostInPublic(flow)));
  }

  private Step none(Request.ToOtherRegion call) {
    String own = flow.network().region();
    return new Step(
        StepKind.WAY,
        new Verdict.Cannot(
            CALLED_ELSEWHERE,
            call.path(),
            "expected %s of %s, which endpoints here reach, found %s, and %s; name %s there, or add a NAT gateway"
                .formatted(call.service(), own, call.purpose().host(), found, own),
            Symptoms.lostInPublic(flow)));
  }

  private Step none(Request.ToRegistry call) {
    String host = call.purpose().host();
    if (call.image().registry() instanceof Registry.Internet && !PublicRegistries.has(host)) {
      return new Step(
          StepKind.WAY,
          new Verdict.CannotTell(
              REGISTRY_UNKNOWN, call.path(), "where the registry " + host + " stands"));
    }
    return new Step(
        StepKind.WAY,
        new Verdict.Cannot(
            PUBLIC_IMAGE,
            call.path(),
            "expected an image in private ECR of %s, which endpoints reach, found %s on %s, and %s; %s"
                .formatted(
                    flow.network().region(),
                    call.image().text(),
                    host,
                    found,
                    remedy(call.image().registry())),
            Symptoms.lostInPublic(flow)));
  }

  private Step none(Request.ToInternet call) {
    return new Step(
        StepKind.WAY,
        new Verdict.Cannot(
            PUBLIC_CALL,
            call.path(),
            "expected a way to %s at %s, which is on the internet, found %s; %s"
                .formatted(call.call().label(), call.call().host(), found, call.call().wayOut()),
            Symptoms.lostInPublic(flow)));
  }

  private static String remedy(Registry registry) {
    return switch (registry) {
      case Registry.PrivateEcr ecr ->
          "replicate the repository into this region, or add a NAT gateway";
      case Registry.FipsEcr fips ->
          "name ECR's usual host, since no endpoint serves its FIPS hosts, or add a NAT gateway";
      case Registry.DualStackEcr dual -> "name ECR's usual host, or add a NAT gateway";
      case Registry.Internet internet -> "copy it into private ECR, or add a NAT gateway";
      case Registry.ForeignLayers foreign ->
          "push the image with its base layers (--allow-nondistributable-artifacts), or add a NAT"
              + " gateway";
      case Registry.Unknown unknown -> "name one in private ECR, or add a NAT gateway";
    };
  }
}
