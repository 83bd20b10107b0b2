package ecraccess.reach.rule;

import ecraccess.core.aws.Hosts;
import ecraccess.core.aws.Service;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.flow.EndpointClaims;
import ecraccess.reach.flow.PathChoice;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.Vpc;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Symptom;
import ecraccess.reach.verdict.Verdict;
import java.util.stream.Stream;

/** The attributes of VPCs that names and private DNS hang on. */
public record DnsAttributes(Network network) {
  public static final Check DNS_SUPPORT =
      Check.of(
              "dns-support-off",
              "DNS support is off in the VPC",
              "Without `EnableDnsSupport` nothing in the VPC resolves a name, and EC2 refuses"
                  + " endpoints with private DNS.",
              "Set `EnableDnsSupport: true`, which is the default.",
              "https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html")
          .saidAs(Symptom.DNS_ATTRIBUTES, Symptom.NO_SUCH_HOST);

  public static final Check DNS_HOSTNAMES =
      Check.of(
              "dns-hostnames-off",
              "DNS host names are off in the VPC",
              "Private DNS of endpoints needs `EnableDnsHostnames`, which is off by default. "
                  + "EC2 refuses the endpoint.",
              "Set `EnableDnsHostnames: true`.",
              "https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html")
          .saidAs(Symptom.DNS_ATTRIBUTES);

  /** Whether Amazon's resolver answers in the VPC. */
  public Verdict support(Vpc vpc) {
    return Findings.of(
            DNS_SUPPORT,
            Ternary.isTrue(vpc.dnsSupport()).not(),
            vpc.property("EnableDnsSupport"),
            () ->
                "expected EnableDnsSupport: true, found false, so that nothing in VPC %s resolves a name; remove it or set it to true"
                    .formatted(vpc.id()),
            () -> hasPrivateDns(vpc) ? refused(vpc) : noSuchHost())
        .orElseGet(() -> new Verdict.Can("Amazon's resolver"));
  }

  /** Whether endpoints in the VPC may have private DNS. */
  public Verdict hostnames(Vpc vpc) {
    return Findings.of(
            DNS_HOSTNAMES,
            Ternary.isTrue(vpc.dnsHostnames()).not(),
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
    Ternary asks = EndpointClaims.isInterface(endpoint).and(Ternary.isTrue(endpoint.privateDns()));
    Vpc vpc = network.vpc(endpoint.vpc());
    return asks.isNo()
        ? Stream.of()
        : Stream.of(support(vpc), hostnames(vpc))
            .filter(verdict -> !(verdict instanceof Verdict.Can))
            .map(verdict -> asks.isYes() ? verdict : PathChoice.soften(verdict, asks.missing()));
  }

  private boolean hasPrivateDns(Vpc vpc) {
    return network.endpoints().stream()
        .anyMatch(endpoint ->
            EndpointClaims.isIn(endpoint, vpc).isYes()
                && EndpointClaims.isInterface(endpoint).isYes()
                && Ternary.isTrue(endpoint.privateDns()).isYes());
  }

  private static String refused(Vpc vpc) {
    return Symptoms.text(Symptom.DNS_ATTRIBUTES, "vpc", vpc.id().toString());
  }

  private String noSuchHost() {
    return Symptoms.text(Symptom.NO_SUCH_HOST, "host", Hosts.of(Service.ECR_API, network.region()));
  }
}
