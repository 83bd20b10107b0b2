package ecraccess.reach.template;

import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import java.util.stream.Stream;

/** What EC2 instances, EKS nodes and Airflow call, whatever they run. */
final class PlatformNeeds {
  private PlatformNeeds() {}

  static Stream<Need> of(Resource resource) {
    return switch (resource.type()) {
      case "AWS::ECS::CapacityProvider" -> capacityProvider(Branch.of(resource));
      case "AWS::Batch::ComputeEnvironment" -> computeEnvironment(Branch.of(resource));
      case "AWS::EKS::Cluster", "AWS::EKS::Nodegroup", "AWS::EKS::FargateProfile" ->
          eks(whole(resource));
      case "AWS::MWAA::Environment" -> airflow(whole(resource));
      default -> Stream.empty();
    };
  }

  private static Branch whole(Resource resource) {
    return new Branch(resource.path(), resource.value(), Branch.Conditions.OPEN);
  }

  /**
   * What Airflow calls: what the sample network without internet access has endpoints for. Older
   * samples had those of ECR too, so these may be called.
   *
   * @see <a href="https://docs.aws.amazon.com/mwaa/latest/userguide/vpc-create.html">Create the VPC
   *     network</a>
   */
  static Stream<Need> airflow(Branch environment) {
    return Stream.concat(
        Need.of(
            environment,
            "runs Airflow, which calls it",
            Service.S3,
            Needs.LOGS,
            Needs.MONITORING,
            Needs.SQS),
        Need.possible(
            environment,
            "runs Airflow, which may call it",
            Needs.KMS,
            Service.ECR_API,
            Service.ECR_DKR));
  }

  private static Stream<Need> capacityProvider(Branch properties) {
    return properties
        .member("AutoScalingGroupProvider")
        .flatMap(group -> Need.of(group, "runs tasks on EC2 instances", EcsNeeds.ofInstances()));
  }

  /** With an {@code EksConfiguration} its instances are nodes of a cluster made elsewhere. */
  private static Stream<Need> computeEnvironment(Branch properties) {
    return properties.mayLack("EksConfiguration")
        ? properties
            .at("ComputeResources", "Type")
            .flatMap(type ->
                Need.when(
                    type.is("EC2", "SPOT"),
                    type,
                    "runs jobs on EC2 instances",
                    "may run jobs on EC2 instances",
                    EcsNeeds.ofInstances()))
        : Stream.empty();
  }

  /** Pods start without a role of their own, and then call no STS. */
  static Stream<Need> eks(Branch resource) {
    return Stream.concat(
        Need.of(resource, "runs Kubernetes nodes, which call EC2", Needs.EC2),
        Need.possible(resource, "runs Kubernetes pods, which get their roles from STS", Needs.STS));
  }
}
