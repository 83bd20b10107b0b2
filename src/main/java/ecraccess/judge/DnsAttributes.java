package ecraccess.judge;

import ecraccess.logic.Claim;
import ecraccess.network.Endpoint;
import ecraccess.network.Network;
import ecraccess.network.Vpc;
import ecraccess.service.Service;
import java.util.stream.Stream;

/** The attributes of VPCs that names and private DNS hang on. */
record DnsAttributes(Network network) {

  /** Whether Amazon's resolver answers in the VPC. */
  Verdict support(Vpc vpc) {
    return Finding.of(
            Claim.isTrue(vpc.dnsSupport()).not(),
            vpc.property("EnableDnsSupport"),
            () ->
                "expected EnableDnsSupport: true, found false, so that nothing in VPC %s resolves a name; remove it or set it to true"
                    .formatted(vpc.id()),
            () -> hasPrivateDns(vpc) ? refused(vpc) : noSuchHost())
        .orElseGet(() -> new Verdict.Can("Amazon's resolver"));
  }

  /** Whether endpoints in the VPC may have private DNS. */
  Verdict hostnames(Vpc vpc) {
    return Finding.of(
            Claim.isTrue(vpc.dnsHostnames()).not(),
            vpc.property("EnableDnsHostnames"),
            () ->
                "expected EnableDnsHostnames: true on VPC %s, which private DNS of endpoints needs, found false, the default; set it to true"
                    .formatted(vpc.id()),
            () -> refused(vpc))
        .orElseGet(() -> new Verdict.Can("DNS host names in " + vpc.id()));
  }

  /** What EC2 says to endpoints with private DNS. */
  Stream<Verdict> findings() {
    return network.endpoints().stream().flatMap(this::findings);
  }

  private Stream<Verdict> findings(Endpoint endpoint) {
    Claim asks = Endpoints.isInterface(endpoint).and(Claim.isTrue(endpoint.privateDns()));
    Vpc vpc = network.vpc(endpoint.vpc());
    return asks.isNo()
        ? Stream.of()
        : Stream.of(support(vpc), hostnames(vpc))
            .filter(verdict -> !(verdict instanceof Verdict.Can))
            .map(verdict -> asks.isYes() ? verdict : Ways.soften(verdict, asks.missing()));
  }

  private boolean hasPrivateDns(Vpc vpc) {
    return network.endpoints().stream()
        .anyMatch(endpoint ->
            Endpoints.isIn(endpoint, vpc).isYes()
                && Endpoints.isInterface(endpoint).isYes()
                && Claim.isTrue(endpoint.privateDns()).isYes());
  }

  private static String refused(Vpc vpc) {
    return Symptoms.text(Symptom.DNS_ATTRIBUTES, "vpc", vpc.id().toString());
  }

  private String noSuchHost() {
    return Symptoms.text(Symptom.NO_SUCH_HOST, "host", Hosts.of(Service.ECR_API, network.region()));
  }
}
