package ecraccess.survey;

import ecraccess.json.Path;
import ecraccess.template.Place;
import ecraccess.template.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What starts ECS tasks: a service, a task set, a rule's or a schedule's target.
 *
 * @param name of the resource
 * @param path where it is written
 * @param settings what it says of its tasks
 * @param service the settings of the service that a task set belongs to
 * @param clusters what may be the cluster
 * @param definition the property that names the task definition
 */
record TaskStart(
    String name,
    Path path,
    Place settings,
    Optional<Place> service,
    List<Place> clusters,
    String definition) {
  TaskStart {
    clusters = List.copyOf(clusters);
  }

  /** All in a world. */
  static Stream<TaskStart> all(World world, Settings settings) {
    return Stream.of(
            settings.all("AWS::ECS::Service").map(r -> service(r, world.properties(r))),
            settings
                .all("AWS::ECS::TaskSet")
                .map(r -> taskSet(r, world.properties(r), world, settings)),
            settings
                .all("AWS::Events::Rule")
                .flatMap(
                    r -> world.properties(r).items("Targets").flatMap(target -> target(r, target))),
            settings
                .all("AWS::Scheduler::Schedule")
                .flatMap(
                    r -> world.properties(r).member("Target").flatMap(target -> target(r, target))))
        .flatMap(starts -> starts);
  }

  private static TaskStart service(Resource resource, Place properties) {
    return new TaskStart(
        resource.logicalId(),
        resource.path(),
        properties,
        Optional.empty(),
        properties.member("Cluster").toList(),
        "TaskDefinition");
  }

  private static TaskStart taskSet(
      Resource resource, Place properties, World world, Settings settings) {
    return new TaskStart(
        resource.logicalId(),
        resource.path(),
        properties,
        properties
            .member("Service")
            .flatMap(service -> settings.referred(service, "AWS::ECS::Service").stream())
            .map(world::properties)
            .findFirst(),
        properties.member("Cluster").toList(),
        "TaskDefinition");
  }

  private static Stream<TaskStart> target(Resource resource, Place target) {
    return target
        .member("EcsParameters")
        .map(settings ->
            new TaskStart(
                resource.logicalId(),
                settings.path(),
                settings,
                Optional.empty(),
                target.member("Arn").toList(),
                "TaskDefinitionArn"));
  }

  /** The place that the reasons of its demands start with. */
  Place place() {
    return new Place(path, settings.value(), settings.conditions());
  }
}
