package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Containers that are started together: an ECS task definition, an AWS Batch job definition, or the
 * container of an Express service.
 *
 * @param logsBy who makes its containers log to CloudWatch unless they are told otherwise
 * @param unseen places of containers of which nothing is to be seen
 * @param fileSystems the EFS file systems it mounts
 * @param executeCommand what turns on ECS Exec for it; ECS has that in its services instead
 */
record Task(
    Optional<String> logsBy,
    List<Container> containers,
    List<Branch> unseen,
    List<Branch> fileSystems,
    List<Branch> executeCommand) {
  static final String DEFINITION = "AWS::ECS::TaskDefinition";
  static final String JOB_DEFINITION = "AWS::Batch::JobDefinition";
  static final String EXPRESS_SERVICE = "AWS::ECS::ExpressGatewayService";

  Task {
    containers = List.copyOf(containers);
    unseen = List.copyOf(unseen);
    fileSystems = List.copyOf(fileSystems);
    executeCommand = List.copyOf(executeCommand);
  }

  /**
   * The task that the resource defines.
   *
   * @param properties of the resource
   */
  static Optional<Task> read(Resource resource, Branch properties) {
    return switch (resource.type()) {
      case DEFINITION -> Optional.of(definition(properties));
      case JOB_DEFINITION -> Optional.of(job(properties));
      case EXPRESS_SERVICE -> Optional.of(express(properties));
      default -> Optional.empty();
    };
  }

  private static Task express(Branch properties) {
    List<Branch> containers = properties.member("PrimaryContainer").toList();
    return new Task(
        Optional.of("Express services"),
        containers.stream().map(Container::read).toList(),
        containers.stream().filter(Task::isUnseen).toList(),
        List.of(),
        List.of());
  }

  /** Of containers that a function or an include stands for, or puts something into. */
  private static boolean isUnseen(Branch place) {
    return !(place.value() instanceof Json.Obj container)
        || Intrinsic.of(container).isPresent()
        || container.has("Fn::Transform");
  }

  /** The containers of a list that nothing is to be seen of, or the list. */
  private static Stream<Branch> unseen(Branch around, String list) {
    return Stream.concat(
        around.member(list).filter(place -> !(place.value() instanceof Json.Arr)),
        around.items(list).filter(Task::isUnseen));
  }

  private static Task definition(Branch properties) {
    return new Task(
        Optional.empty(),
        properties.items("ContainerDefinitions").map(Container::read).toList(),
        unseen(properties, "ContainerDefinitions").toList(),
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
        Optional.of("AWS Batch"),
        Stream.concat(single.stream(), tasks.stream().flatMap(task -> task.items("Containers")))
            .map(Container::read)
            .toList(),
        Stream.concat(
                single.stream().filter(Task::isUnseen),
                tasks.stream().flatMap(task -> unseen(task, "Containers")))
            .toList(),
        all.stream().flatMap(place -> fileSystems(place, "EfsVolumeConfiguration")).toList(),
        all.stream().flatMap(place -> place.member("EnableExecuteCommand")).toList());
  }

  private static Stream<Branch> fileSystems(Branch place, String name) {
    return place.items("Volumes").flatMap(volume -> volume.member(name));
  }
}
