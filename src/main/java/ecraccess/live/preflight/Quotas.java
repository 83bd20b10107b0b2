package ecraccess.live.preflight;

import ecraccess.core.aws.Limits;
import ecraccess.live.lookup.NetworkRequest;
import ecraccess.live.network.VpcSnapshot;
import java.util.ArrayList;
import java.util.List;

/** How many endpoints there will be. */
record Quotas(NetworkRequest request, VpcSnapshot facts) {

  /** Quotas are adjustable, and only EC2 knows an account's own. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    long interfaces =
        VpcSnapshot.all(facts.endpoints())
                .filter(endpoint -> !endpoint.type().equals("Gateway") && !request.owns(endpoint))
                .count()
            + request.interfaces().count();
    if (interfaces > Limits.INTERFACE_ENDPOINTS_PER_VPC) {
      notes.add(
          quota(
              interfaces,
              "interface endpoints in " + request.vpc(),
              Limits.INTERFACE_ENDPOINTS_PER_VPC));
    }
    long own =
        VpcSnapshot.all(facts.endpoints())
            .filter(endpoint -> endpoint.type().equals("Gateway") && request.owns(endpoint))
            .count();
    long gateways = facts.gateways().value().orElse(0) - own + request.gateways().count();
    if (gateways > Limits.GATEWAY_ENDPOINTS_PER_REGION) {
      notes.add(
          quota(
              gateways,
              "gateway endpoints in " + request.region(),
              Limits.GATEWAY_ENDPOINTS_PER_REGION));
    }
    return notes;
  }

  private static String quota(long number, String what, int limit) {
    return "%d %s are more than the quota of %d, unless the account's has been raised"
        .formatted(number, what, limit);
  }
}
