package ecraccess.reach.flow;

import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Verdict;
import java.util.Optional;

/** Whether what an endpoint names is of the endpoint's own VPC. */
public record SameVpc(Endpoint endpoint) {
  public static final Check FOREIGN_VPC =
      Check.of(
          "foreign-vpc",
          "Subnet, security group or route table of another VPC",
          "EC2 gives an endpoint nothing of another VPC than its own.",
          "Name a subnet, group or route table of the endpoint's VPC.",
          "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html");

  /** EC2's words for this are not known. */
  public Optional<Verdict> of(String property, String kind, Id thing, Id vpc) {
    return Findings.of(
        FOREIGN_VPC,
        vpc.is(endpoint.vpc()).not(),
        endpoint.paths().apply(property),
        () ->
            "expected %s of VPC %s, where the endpoint is, found %s of VPC %s; name one of the endpoint's VPC"
                .formatted(kind, endpoint.vpc(), thing, vpc));
  }
}
