package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.JsonPath;
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
    JsonPath path,
    Branch settings,
    Optional<Branch> service,
    List<Branch> clusters,
    String definition) {
  TaskStart {
    clusters = List.copyOf(clusters);
  }

  /** All in a world. */
  static Stream<TaskStart> all(Scenario scenario, PropertyReader settings) {
    return Stream.of(
            settings.all("AWS::ECS::Service").map(r -> service(r, scenario.properties(r))),
            settings
                .all("AWS::ECS::TaskSet")
                .map(r -> taskSet(r, scenario.properties(r), scenario, settings)),
            settings
                .all("AWS::Events::Rule")
                .flatMap(r ->
                    scenario.properties(r).items("Targets").flatMap(target -> target(r, target))),
            settings
                .all("AWS::Scheduler::Schedule")
                .flatMap(r ->
                    scenario.properties(r).member("Target").flatMap(target -> target(r, target))))
        .flatMap(starts -> starts);
  }

  private static TaskStart service(Resource resource, Branch properties) {
    return new TaskStart(
        resource.logicalId(),
        resource.path(),
        properties,
        Optional.empty(),
        properties.member("Cluster").toList(),
        "TaskDefinition");
  }

  private static TaskStart taskSet(
      Resource resource, Branch properties, Scenario scenario, PropertyReader settings) {
    return new TaskStart(
        resource.logicalId(),
        resource.path(),
        properties,
        properties
            .member("Service")
            .flatMap(service -> settings.referred(service, "AWS::ECS::Service").stream())
            .map(scenario::properties)
            .findFirst(),
        properties.member("Cluster").toList(),
        "TaskDefinition");
  }

  private static Stream<TaskStart> target(Resource resource, Branch target) {
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
  Branch place() {
    return new Branch(path, settings.value(), settings.conditions());
  }
}
