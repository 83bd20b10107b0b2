package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import java.util.List;
import java.util.Optional;

/**
 * An ECS cluster, or what associates one with capacity providers.
 *
 * @param providers the capacity providers of tasks that name none
 * @param sessionKeys what encrypts ECS Exec sessions
 * @param sessionLogGroups where ECS Exec sessions are logged, besides the task's own log
 */
record EcsCluster(List<Branch> providers, List<Branch> sessionKeys, List<Branch> sessionLogGroups) {
  EcsCluster {
    providers = List.copyOf(providers);
    sessionKeys = List.copyOf(sessionKeys);
    sessionLogGroups = List.copyOf(sessionLogGroups);
  }

  static Optional<EcsCluster> read(Resource resource) {
    return resource.isOfType("AWS::ECS::Cluster")
            || resource.isOfType("AWS::ECS::ClusterCapacityProviderAssociations")
        ? Optional.of(read(Branch.of(resource)))
        : Optional.empty();
  }

  static EcsCluster read(Branch properties) {
    List<Branch> exec = properties.at("Configuration", "ExecuteCommandConfiguration").toList();
    return new EcsCluster(
        EcsService.providers(properties, "DefaultCapacityProviderStrategy").toList(),
        exec.stream().flatMap(place -> place.member("KmsKeyId")).toList(),
        exec.stream()
            .flatMap(place -> place.at("LogConfiguration", "CloudWatchLogGroupName"))
            .toList());
  }
}
