package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import java.util.stream.Stream;

/** What EC2 instances and EKS nodes call, whatever they run. */
final class PlatformNeeds {
  private PlatformNeeds() {}

  static Stream<Need> of(Resource resource) {
    return type(resource)
        .flatMap(type ->
            switch (type) {
              case "AWS::ECS::CapacityProvider" -> capacityProvider(Branch.of(resource));
              case "AWS::Batch::ComputeEnvironment" -> computeEnvironment(Branch.of(resource));
              case "AWS::EKS::Cluster", "AWS::EKS::Nodegroup", "AWS::EKS::FargateProfile" ->
                  eks(new Branch(resource.path(), resource.value(), Branch.Conditions.OPEN));
              default -> Stream.empty();
            });
  }

  private static Stream<String> type(Resource resource) {
    return resource.value() instanceof Json.Obj body
            && body.get("Type").orElse(null) instanceof Json.Str(String type)
        ? Stream.of(type)
        : Stream.empty();
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
