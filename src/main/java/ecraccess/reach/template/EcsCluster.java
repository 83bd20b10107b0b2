package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import java.util.List;

/**
 * What an ECS cluster says of sessions in its tasks.
 *
 * @param sessionKeys what encrypts ECS Exec sessions
 * @param sessionLogGroups where ECS Exec sessions are logged, besides the task's own log
 */
record EcsCluster(List<Branch> sessionKeys, List<Branch> sessionLogGroups) {
  EcsCluster {
    sessionKeys = List.copyOf(sessionKeys);
    sessionLogGroups = List.copyOf(sessionLogGroups);
  }

  static EcsCluster read(Branch properties) {
    List<Branch> exec = properties.at("Configuration", "ExecuteCommandConfiguration").toList();
    return new EcsCluster(
        exec.stream().flatMap(place -> place.member("KmsKeyId")).toList(),
        exec.stream()
            .flatMap(place -> place.at("LogConfiguration", "CloudWatchLogGroupName"))
            .toList());
  }
}
