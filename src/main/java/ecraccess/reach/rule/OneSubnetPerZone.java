package ecraccess.reach.rule;

import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Ternary;
import ecraccess.reach.flow.EndpointClaims;
import ecraccess.reach.flow.Symptoms;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Symptom;
import ecraccess.reach.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds two subnets of one zone: EC2 gives an endpoint one subnet of a zone. */
record OneSubnetPerZone(Network network) {
  public static final Check ONE_SUBNET_PER_ZONE =
      Check.of(
              "one-subnet-per-zone",
              "Two subnets of one Availability Zone",
              "An interface endpoint has one network interface in each zone. EC2 refuses a "
                  + "second subnet of a zone.",
              "Name one subnet of each zone, or let the look-up choose with `Preflight: "
                  + "true`.",
              "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html")
          .saidAs(Symptom.DUPLICATE_SUBNETS_IN_SAME_ZONE);

  Stream<Verdict> findings() {
    return network.endpoints().stream()
        .filter(endpoint -> !endpoint.onePerZone())
        .flatMap(endpoint -> findings(endpoint, EndpointClaims.isInterface(endpoint)));
  }

  private Stream<Verdict> findings(Endpoint endpoint, Ternary isInterface) {
    List<Verdict> findings = new ArrayList<>();
    for (int i = 1; i < endpoint.subnets().size() && !isInterface.isNo(); i++) {
      Subnet subnet = network.subnet(endpoint.subnets().get(i));
      JsonPath path = endpoint.paths().apply("SubnetIds").element(i);
      List<Verdict> found =
          endpoint.subnets().subList(0, i).stream()
              .map(network::subnet)
              .flatMap(earlier ->
                  Findings.of(
                      ONE_SUBNET_PER_ZONE,
                      isInterface.and(inOneZone(earlier, subnet)),
                      path,
                      () -> text(endpoint, path, earlier.id(), subnet.id()),
                      () ->
                          Symptoms.text(
                              Symptom.DUPLICATE_SUBNETS_IN_SAME_ZONE,
                              "subnet",
                              subnet.id().toString()))
                      .stream())
              .toList();
      // One proof is enough, and one doubt.
      found.stream().reduce(Verdict::and).ifPresent(findings::add);
    }
    return findings.stream();
  }

  private static Ternary inOneZone(Subnet one, Subnet other) {
    return one.id().is(other.id()).isYes() ? Ternary.YES : one.zone().is(other.zone());
  }

  private static String text(Endpoint endpoint, JsonPath path, Id earlier, Id later) {
    return "expected one subnet of each zone, found %s; %s"
        .formatted(
            earlier.equals(later) ? later + " twice" : later + " in the zone of " + earlier,
            EndpointClaims.isGenerated(endpoint) && !isOverride(path)
                ? "remove one, or add Preflight: true, which picks one subnet of each zone"
                : "remove one");
  }

  /** An override stays as it is, whatever the look-up picks. */
  private static boolean isOverride(JsonPath path) {
    return path.steps().contains(new JsonPath.Step.Member("Overrides"));
  }
}
