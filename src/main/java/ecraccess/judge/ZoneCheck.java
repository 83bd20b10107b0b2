package ecraccess.judge;

import ecraccess.logic.Claim;
import ecraccess.json.Path;
import ecraccess.network.Endpoint;
import ecraccess.network.Id;
import ecraccess.network.Network;
import ecraccess.network.Subnet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds two subnets of one zone: EC2 gives an endpoint one subnet of a zone. */
record ZoneCheck(Network network) {

  Stream<Verdict> findings() {
    return network.endpoints().stream()
        .filter(endpoint -> !endpoint.onePerZone())
        .flatMap(endpoint -> findings(endpoint, Endpoints.isInterface(endpoint)));
  }

  private Stream<Verdict> findings(Endpoint endpoint, Claim isInterface) {
    List<Verdict> findings = new ArrayList<>();
    for (int i = 1; i < endpoint.subnets().size() && !isInterface.isNo(); i++) {
      Subnet subnet = network.subnet(endpoint.subnets().get(i));
      Path path = endpoint.paths().apply("SubnetIds").element(i);
      List<Verdict> found =
          endpoint.subnets().subList(0, i).stream()
              .map(network::subnet)
              .flatMap(earlier ->
                  Finding.of(
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

  private static Claim inOneZone(Subnet one, Subnet other) {
    return one.id().is(other.id()).isYes()
        ? Claim.YES
        : one.zone().is(other.zone());
  }

  private static String text(Endpoint endpoint, Path path, Id earlier, Id later) {
    return "expected one subnet of each zone, found %s; %s"
        .formatted(
            earlier.equals(later) ? later + " twice" : later + " in the zone of " + earlier,
            Endpoints.isGenerated(endpoint) && !isOverride(path)
                ? "remove one, or add Preflight: true, which picks one subnet of each zone"
                : "remove one");
  }

  /** An override stays as it is, whatever the look-up picks. */
  private static boolean isOverride(Path path) {
    return path.steps().contains(new Path.Step.Member("Overrides"));
  }
}
