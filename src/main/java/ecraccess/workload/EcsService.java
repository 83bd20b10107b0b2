package ecraccess.workload;

import ecraccess.logic.Answer;
import ecraccess.template.Place;
import ecraccess.template.Resource;
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
    Place place,
    boolean startsTasks,
    List<Place> taskDefinitions,
    List<Place> launchTypes,
    List<Place> providers,
    List<Place> executeCommand,
    List<Place> serviceConnect,
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
                new Place(resource.path(), resource.value(), Place.Conditions.OPEN),
                Place.of(resource)))
        : Optional.empty();
  }

  /**
   * What starts tasks by these settings.
   *
   * @param place what they belong to
   */
  static EcsService read(Place place, Place properties) {
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
  static Stream<Place> providers(Place properties, String strategy) {
    return properties.items(strategy).flatMap(item -> item.member("CapacityProvider"));
  }
}
