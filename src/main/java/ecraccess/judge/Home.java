package ecraccess.judge;

import ecraccess.network.Endpoint;
import ecraccess.network.Id;
import java.util.Optional;

/** Whether what an endpoint names is of the endpoint's own VPC. */
record Home(Endpoint endpoint) {

  /** EC2's words for this are not known. */
  Optional<Verdict> of(String property, String kind, Id thing, Id vpc) {
    return Finding.of(
        vpc.is(endpoint.vpc()).not(),
        endpoint.paths().apply(property),
        () ->
            "expected %s of VPC %s, where the endpoint is, found %s of VPC %s; name one of the endpoint's VPC"
                .formatted(kind, endpoint.vpc(), thing, vpc));
  }
}
