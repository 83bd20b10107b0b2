package ecraccess.reach.rule;

import ecraccess.core.logic.Ternary;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.SecurityGroup;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.model.Workload;
import ecraccess.reach.verdict.Check;
import ecraccess.reach.verdict.Findings;
import ecraccess.reach.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what runs with a security group of another VPC than its subnets. */
record WorkloadVpc(Network network) {
  static final Check GROUP_OF_ANOTHER_VPC =
      Check.of(
          "workload-group-vpc",
          "Security group of another VPC than the subnets",
          "An interface and its security groups are of one VPC. ECS and EC2 refuse to start "
              + "anything else.",
          "Name a security group of the VPC that the subnets are in.",
          "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html");

  Stream<Verdict> findings() {
    return network.workloads().stream().flatMap(workload -> finding(workload).stream());
  }

  /** The first proof; what nobody knows of a group is said where its rules are asked for. */
  private Optional<Verdict> finding(Workload workload) {
    List<Subnet> subnets = workload.subnets().stream().map(network::subnet).toList();
    return workload.groups().orElse(List.of()).stream()
        .map(network::securityGroup)
        .flatMap(group -> subnets.stream().flatMap(subnet -> of(workload, group, subnet).stream()))
        .filter(Verdict.Cannot.class::isInstance)
        .findFirst();
  }

  private static Optional<Verdict> of(Workload workload, SecurityGroup group, Subnet subnet) {
    Id of = subnet.vpc();
    Ternary same = group.vpc().is(of);
    return Findings.of(
        GROUP_OF_ANOTHER_VPC,
        same.not(),
        workload.path(),
        () ->
            "expected security groups of VPC %s, where subnet %s of %s is, found %s of VPC %s; name one of that VPC"
                .formatted(of, subnet.id(), workload.name(), group.id(), group.vpc()));
  }
}
