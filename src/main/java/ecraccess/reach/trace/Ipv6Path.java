package ecraccess.reach.trace;

import ecraccess.core.logic.Known;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.flow.EndpointClaims;
import ecraccess.reach.flow.Flow;
import ecraccess.reach.flow.PathChoice;
import ecraccess.reach.flow.Request;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.model.Image.Registry;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Trace.Step;
import ecraccess.reach.verdict.Trace.StepKind;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * The way from a subnet that has IPv6 addresses only. ECR's usual hosts and the layers' bucket have
 * IPv4 addresses only (ECR User Guide, dual-stack endpoints), and so has what a gateway endpoint
 * routes.
 */
record Ipv6Path(Flow flow) {
  public static final Check IPV6_ONLY =
      Check.of(
          "ipv6-only-subnet",
          "Subnet without IPv4 addresses",
          "ECR's usual hosts and the bucket of the layers have IPv4 addresses only, and gateway "
              + "endpoints of S3 route to them.",
          "Pull in a subnet that has a `CidrBlock`.",
          "https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html");

  /**
   * What becomes of the way that the request would take over IPv4.
   *
   * @param steps of that way
   */
  List<Step> steps(List<Step> steps) {
    Optional<String> missing = mayWork();
    return missing
        .map(unknown ->
            PathChoice.either(
                StepKind.WAY,
                new Verdict.CannotTell(IPV6_ONLY, flow.at(flow.from().path()), unknown),
                List.of(UnknownPath.steps(flow, unknown), steps)))
        .orElseGet(() -> List.of(new Step(StepKind.WAY, refused())));
  }

  private Optional<String> mayWork() {
    Ternary dns64 = Ternary.isTrue(flow.from().dns64());
    if (!dns64.isNo()) {
      return Optional.of("what DNS64 and NAT64 make of hosts with IPv4 addresses only");
    }
    return switch (flow.request()) {
      case Request.ToService call -> call.service().isGateway() ? Optional.empty() : byName(call);
      case Request.ToOtherRegion call ->
          Optional.of("whether " + call.purpose().host() + " is called over IPv6");
      case Request.ToMountTarget call ->
          Optional.of(
              "whether the mount targets of %s have IPv6 addresses"
                  .formatted(call.mount().fileSystem()));
      case Request.ToRegistry call ->
          call.image().registry() instanceof Registry.DualStackEcr
                  || call.image().registry() instanceof Registry.Internet
              ? Optional.of("whether " + call.purpose().host() + " is called over IPv6")
              : Optional.empty();
      case Request.ToInternet call ->
          Optional.of("whether " + call.purpose().host() + " is called over IPv6");
    };
  }

  /** Interfaces may have IPv6 addresses, which private DNS answers with. */
  private Optional<String> byName(Request.ToService call) {
    return EndpointClaims.of(flow.network(), call.service()).stream()
        .filter(endpoint -> !EndpointClaims.isIn(endpoint, flow.vpc()).isNo())
        .filter(endpoint -> !EndpointClaims.takesTheNames(endpoint).isNo())
        .filter(endpoint -> !endpoint.ipAddressType().equals(Known.is("ipv4")))
        .findFirst()
        .map(endpoint ->
            "what %s answers over IPv6 for %s".formatted(endpoint.name(), call.purpose().host()));
  }

  private Verdict refused() {
    return new Verdict.Cannot(
        IPV6_ONLY,
        flow.at(flow.from().path()),
        "expected IPv4 addresses in subnet %s, where images are pulled, found IPv6 only, over which neither ECR's usual hosts nor a gateway endpoint can be called; give it a CidrBlock, or pull elsewhere"
            .formatted(flow.from().id()),
        Symptoms.lostInPublic(flow));
  }
}
