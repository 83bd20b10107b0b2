package ecraccess.reach.template;

import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is called because of how tasks of ECS are started. */
final class EcsNeeds {
  private final Scenario scenario;
  private final PropertyReader settings;
  private final TemplateTasks tasks;
  private final LaunchTypes launches;

  EcsNeeds(Scenario scenario, PropertyReader settings, TemplateTasks tasks) {
    this.scenario = scenario;
    this.settings = settings;
    this.tasks = tasks;
    this.launches = new LaunchTypes(scenario, settings);
  }

  /** What the ECS agent on an EC2 instance calls. */
  static Service[] ofInstances() {
    return new Service[] {Needs.ECS_AGENT, Needs.ECS_TELEMETRY, Needs.ECS};
  }

  Stream<Need> of(Resource resource) {
    return Stream.concat(
        TaskStart.of(resource, scenario, settings).flatMap(this::of), byDefault(resource));
  }

  private Stream<Need> of(TaskStart start) {
    Optional<Resource> cluster = start.cluster(settings);
    Stream<Need> instances =
        start.leavesItToTaskSets(settings).value().filter(leaves -> leaves).isPresent()
            ? Stream.empty()
            : launches.of(start, cluster).stream().flatMap(EcsNeeds::instances);
    return Stream.of(
            tasks.ofSessions(start.settings(), cluster),
            tasks.ofStarting(start.settings()),
            instances)
        .flatMap(needs -> needs);
  }

  /** Tasks that no template shows may be started in a cluster that it shows. */
  private Stream<Need> byDefault(Resource resource) {
    return resource.isOfType("AWS::ECS::Cluster")
            || resource.isOfType("AWS::ECS::ClusterCapacityProviderAssociations")
        ? launches.defaults(resource).orElse(List.of()).stream().flatMap(EcsNeeds::instances)
        : Stream.empty();
  }

  private static Stream<Need> instances(LaunchType launch) {
    return switch (launch) {
      case LaunchType.Fargate fargate -> Stream.empty();
      case LaunchType.Provider some -> onProvider(some.place());
      case LaunchType.Unseen unseen -> onProvider(unseen.place());
      case LaunchType.Cluster all ->
          switch (all.by()) {
            case LAUNCH_TYPE, CAPACITY_PROVIDER ->
                Need.of(all.place(), "runs tasks on EC2 instances", ofInstances());
            case DEFAULT -> unnamed(all.place());
          };
      case LaunchType.Open open ->
          switch (open.by()) {
            case LAUNCH_TYPE -> perhaps(open.place(), "EC2 instances");
            case CAPACITY_PROVIDER ->
                perhaps(open.place(), "a capacity provider other than Fargate");
            case DEFAULT -> unnamed(open.place());
          };
    };
  }

  private static Stream<Need> onProvider(Branch place) {
    return Need.of(place, "runs tasks on a capacity provider other than Fargate", ofInstances());
  }

  private static Stream<Need> perhaps(Branch place, String what) {
    return Need.possible(
        place, "may run tasks on %s, the template does not tell".formatted(what), ofInstances());
  }

  private static Stream<Need> unnamed(Branch place) {
    return Need.possible(
        place,
        "names neither LaunchType nor CapacityProviderStrategy, so its tasks may run on EC2"
            + " instances",
        ofInstances());
  }

  static Stream<Need> serviceConnect(Branch enabled) {
    return Need.when(
        enabled.isTrue(),
        enabled,
        "turns on Service Connect",
        "may turn on Service Connect",
        Needs.ECS_AGENT);
  }

  /** What a session in a task calls. */
  static Stream<Need> sessions(EcsCluster cluster) {
    return Stream.concat(
        cluster.sessionKeys().stream()
            .flatMap(key -> Need.of(key, "encrypts ECS Exec sessions", Needs.KMS)),
        cluster.sessionLogGroups().stream()
            .flatMap(group -> Need.of(group, "logs ECS Exec sessions", Needs.LOGS)));
  }
}
