package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What starts ECS tasks: a service, a task set, the target of a rule, a schedule or a pipe, a state
 * of a state machine.
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

  static final List<String> STATE_MACHINES =
      List.of("AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine");

  private static final List<String> TYPES =
      List.of(
          "AWS::ECS::Service",
          "AWS::ECS::TaskSet",
          "AWS::Events::Rule",
          "AWS::Scheduler::Schedule",
          "AWS::Pipes::Pipe",
          STATE_MACHINES.getFirst(),
          STATE_MACHINES.getLast());

  /** All in a scenario. */
  static Stream<TaskStart> all(Scenario scenario, PropertyReader settings) {
    return TYPES.stream()
        .flatMap(settings::all)
        .flatMap(resource -> of(resource, scenario, settings));
  }

  /** What the resource starts: nothing, or several tasks. */
  static Stream<TaskStart> of(Resource resource, Scenario scenario, PropertyReader settings) {
    Branch properties = scenario.properties(resource);
    return switch (resource.type()) {
      case "AWS::ECS::Service" -> Stream.of(service(resource, properties));
      case "AWS::ECS::TaskSet" -> Stream.of(taskSet(resource, properties, scenario, settings));
      case "AWS::Events::Rule" ->
          properties.items("Targets").flatMap(target -> target(resource, target));
      case "AWS::Scheduler::Schedule" ->
          properties.member("Target").flatMap(target -> target(resource, target));
      case "AWS::Pipes::Pipe" ->
          properties
              .at("TargetParameters", "EcsTaskParameters")
              .map(parameters ->
                  started(
                      resource,
                      parameters,
                      properties.member("Target").toList(),
                      "TaskDefinitionArn"));
      case "AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine" ->
          StateMachineTasks.all(properties)
              .map(parameters ->
                  started(
                      resource,
                      parameters,
                      parameters.member("Cluster").toList(),
                      "TaskDefinition"));
      default -> Stream.empty();
    };
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
            started(resource, settings, target.member("Arn").toList(), "TaskDefinitionArn"));
  }

  private static TaskStart started(
      Resource resource, Branch settings, List<Branch> clusters, String definition) {
    return new TaskStart(
        resource.logicalId(), settings.path(), settings, Optional.empty(), clusters, definition);
  }

  /** The cluster, where it is in the template. */
  Optional<Resource> cluster(PropertyReader properties) {
    return clusters.stream()
        .flatMap(place -> properties.named(place, "AWS::ECS::Cluster", "ClusterName").stream())
        .findFirst();
  }

  /** Whether it is a service whose tasks are started by task sets only. */
  Known<Boolean> leavesItToTaskSets(PropertyReader properties) {
    return properties
        .text(settings, "DeploymentController", "Type")
        .map(Optional.of("EXTERNAL")::equals);
  }

  /** The place that the reasons of its demands start with. */
  Branch place() {
    return new Branch(path, settings.value(), settings.conditions());
  }
}
