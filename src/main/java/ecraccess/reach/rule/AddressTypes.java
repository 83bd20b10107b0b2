package ecraccess.reach.rule;

import ecraccess.core.logic.Ternary;
import ecraccess.reach.flow.EndpointClaims;
import ecraccess.reach.model.Addresses;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Verdict;
import java.util.Optional;
import java.util.stream.Stream;

/** Interfaces whose kind of addresses their subnets do not have. */
record AddressTypes(Network network) {
  static final Check ADDRESS_TYPE =
      Check.of(
          "ip-address-type",
          "Endpoint with addresses that its subnets do not have",
          "EC2 refuses an IPv4 endpoint in a subnet with IPv6 only, a dual-stack endpoint in a "
              + "subnet without both, and an IPv6 endpoint in a subnet that has IPv4.",
          "Set `IpAddressType` to what all subnets have, or name other subnets.",
          "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html");

  /** Every refusal that is proved, and every doubt about what was asked for. */
  Stream<Verdict> findings() {
    return network.endpoints().stream()
        .filter(endpoint -> EndpointClaims.isInterface(endpoint).isYes())
        .flatMap(endpoint ->
            endpoint.ipAddressType().value().stream()
                .flatMap(type ->
                    endpoint.subnets().stream()
                        .map(network::subnet)
                        .flatMap(subnet -> finding(endpoint, type, subnet).stream())));
  }

  private static Optional<Verdict> finding(Endpoint endpoint, String type, Subnet subnet) {
    Ternary hasIpv4 = hasIpv4(subnet);
    Ternary hasIpv6 = Ternary.isTrue(subnet.hasIpv6());
    return switch (type) {
      // Whether subnets that nobody sees have IPv4 is no question: nearly all have.
      case "ipv4" -> refusal(Ternary.of(hasIpv4.isNo()), endpoint, subnet, "IPv4 addresses");
      case "dualstack" ->
          refusal(hasIpv4.and(hasIpv6).not(), endpoint, subnet, "IPv4 and IPv6 addresses");
      case "ipv6" -> refusal(hasIpv4, endpoint, subnet, "IPv6 addresses only");
      default -> Optional.empty();
    };
  }

  private static Ternary hasIpv4(Subnet subnet) {
    return subnet.isIpv6Only()
        ? Ternary.NO
        : subnet.block() instanceof Addresses.Open open
            ? Ternary.open(open.missing())
            : Ternary.YES;
  }

  private static Optional<Verdict> refusal(
      Ternary wrong, Endpoint endpoint, Subnet subnet, String expected) {
    return Findings.of(
        ADDRESS_TYPE,
        wrong,
        endpoint.paths().apply("IpAddressType"),
        () ->
            "expected subnets with %s for the interfaces of %s, found %s, which has %s; set IpAddressType to what all of them have, or name others"
                .formatted(
                    expected,
                    endpoint.name(),
                    subnet.id(),
                    subnet.isIpv6Only()
                        ? "IPv6 only"
                        : Ternary.isTrue(subnet.hasIpv6()).isYes() ? "both" : "IPv4 only"));
  }
}
