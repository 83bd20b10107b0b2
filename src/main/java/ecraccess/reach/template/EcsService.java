package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.logic.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What starts tasks: an ECS service or a task set.
 *
 * @param startsTasks whether it does so itself; a service whose deployments are made elsewhere
 *     leaves it to its task sets
 * @param providers the capacity providers of its strategy
 * @param serviceConnect what turns on Service Connect
 * @param logging of Service Connect's own container
 */
record EcsService(
    Branch place,
    boolean startsTasks,
    List<Branch> taskDefinitions,
    List<Branch> launchTypes,
    List<Branch> providers,
    List<Branch> executeCommand,
    List<Branch> serviceConnect,
    List<Logging> logging) {
  EcsService {
    taskDefinitions = List.copyOf(taskDefinitions);
    launchTypes = List.copyOf(launchTypes);
    providers = List.copyOf(providers);
    executeCommand = List.copyOf(executeCommand);
    serviceConnect = List.copyOf(serviceConnect);
    logging = List.copyOf(logging);
  }

  static Optional<EcsService> read(Resource resource) {
    return resource.isOfType("AWS::ECS::Service") || resource.isOfType("AWS::ECS::TaskSet")
        ? Optional.of(
            read(
                new Branch(resource.path(), resource.value(), Branch.Conditions.OPEN),
                Branch.of(resource)))
        : Optional.empty();
  }

  /**
   * What starts tasks by these settings.
   *
   * @param place what they belong to
   */
  static EcsService read(Branch place, Branch properties) {
    return new EcsService(
        place,
        properties
            .at("DeploymentController", "Type")
            .allMatch(type -> type.is("EXTERNAL") == Answer.NO),
        properties.member("TaskDefinition").toList(),
        properties.member("LaunchType").toList(),
        providers(properties, "CapacityProviderStrategy").toList(),
        properties.member("EnableExecuteCommand").toList(),
        properties.at("ServiceConnectConfiguration", "Enabled").toList(),
        properties
            .at("ServiceConnectConfiguration", "LogConfiguration")
            .map(Logging::read)
            .toList());
  }

  /** The capacity providers of a strategy, a service's or a cluster's. */
  static Stream<Branch> providers(Branch properties, String strategy) {
    return properties.items(strategy).flatMap(item -> item.member("CapacityProvider"));
  }
}
