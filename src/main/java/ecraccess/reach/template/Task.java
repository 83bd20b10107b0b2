package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Containers that are started together: an ECS task definition or an AWS Batch job definition.
 *
 * @param ofBatch whether AWS Batch starts it, whose containers log to CloudWatch unless told
 *     otherwise
 * @param fileSystems the EFS file systems it mounts
 * @param executeCommand what turns on ECS Exec for it; ECS has that in its services instead
 */
record Task(
    boolean ofBatch,
    List<Container> containers,
    List<Branch> fileSystems,
    List<Branch> executeCommand) {
  static final String DEFINITION = "AWS::ECS::TaskDefinition";
  private static final String JOB_DEFINITION = "AWS::Batch::JobDefinition";

  Task {
    containers = List.copyOf(containers);
    fileSystems = List.copyOf(fileSystems);
    executeCommand = List.copyOf(executeCommand);
  }

  /**
   * The task that the resource defines.
   *
   * @param properties of the resource
   */
  static Optional<Task> read(Resource resource, Branch properties) {
    if (resource.isOfType(DEFINITION)) {
      return Optional.of(definition(properties));
    }
    return resource.isOfType(JOB_DEFINITION) ? Optional.of(job(properties)) : Optional.empty();
  }

  private static Task definition(Branch properties) {
    return new Task(
        false,
        properties.items("ContainerDefinitions").map(Container::read).toList(),
        fileSystems(properties, "EFSVolumeConfiguration").toList(),
        List.of());
  }

  /** A job is one container, a task of several, or several nodes of either. */
  private static Task job(Branch properties) {
    List<Branch> nodes =
        Stream.concat(
                Stream.of(properties),
                properties
                    .member("NodeProperties")
                    .flatMap(node -> node.items("NodeRangeProperties")))
            .toList();
    List<Branch> single =
        nodes.stream()
            .flatMap(
                node -> Stream.concat(node.member("ContainerProperties"), node.member("Container")))
            .toList();
    List<Branch> tasks =
        nodes.stream()
            .flatMap(node -> node.member("EcsProperties"))
            .flatMap(ecs -> ecs.items("TaskProperties"))
            .toList();
    List<Branch> all = Stream.concat(single.stream(), tasks.stream()).toList();
    return new Task(
        true,
        Stream.concat(single.stream(), tasks.stream().flatMap(task -> task.items("Containers")))
            .map(Container::read)
            .toList(),
        all.stream().flatMap(place -> fileSystems(place, "EfsVolumeConfiguration")).toList(),
        all.stream().flatMap(place -> place.member("EnableExecuteCommand")).toList());
  }

  private static Stream<Branch> fileSystems(Branch place, String name) {
    return place.items("Volumes").flatMap(volume -> volume.member(name));
  }
}
