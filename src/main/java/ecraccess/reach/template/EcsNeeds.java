package ecraccess.reach.template;

import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Outline;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.logic.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What ECS itself calls from where the tasks run. */
final class EcsNeeds {
  private final TaskNeeds tasks;
  private final Map<String, Resource> resources = new HashMap<>();

  /** Whether a session can be opened in any task. */
  private final boolean executesCommands;

  /** Whether a cluster says what its tasks run on if they do not. */
  private final boolean hasDefaultProviders;

  EcsNeeds(Template template, TaskNeeds tasks) {
    this.tasks = tasks;
    List<Resource> all = template.resources();
    all.forEach(resource -> resources.put(resource.logicalId(), resource));
    executesCommands =
        all.stream()
            .flatMap(resource -> EcsService.read(resource).stream())
            .flatMap(service -> service.executeCommand().stream())
            .anyMatch(place -> place.isTrue() != Answer.NO);
    hasDefaultProviders =
        all.stream()
            .flatMap(resource -> EcsCluster.read(resource).stream())
            .anyMatch(cluster -> !cluster.providers().isEmpty());
  }

  /** What the ECS agent on an EC2 instance calls. */
  static Service[] ofInstances() {
    return new Service[] {Needs.ECS_AGENT, Needs.ECS_TELEMETRY, Needs.ECS};
  }

  Stream<Need> of(Resource resource) {
    return Stream.concat(
        EcsService.read(resource).stream().flatMap(this::service),
        EcsCluster.read(resource).stream().flatMap(this::cluster));
  }

  private Stream<Need> service(EcsService service) {
    return Stream.of(
            service.executeCommand().stream().flatMap(TaskNeeds::executeCommand),
            service.launchTypes().stream().flatMap(EcsNeeds::launchType),
            service.providers().stream().flatMap(this::provider),
            mayFallBackToInstances(service)
                ? Need.possible(
                    service.place(),
                    "names neither LaunchType nor CapacityProviderStrategy, so its tasks may run on"
                        + " EC2 instances",
                    ofInstances())
                : Stream.<Need>empty(),
            service.serviceConnect().stream().flatMap(EcsNeeds::serviceConnect),
            service.logging().stream().flatMap(tasks::logging))
        .flatMap(needs -> needs);
  }

  private static Stream<Need> launchType(Branch type) {
    return Need.when(
        type.is("EC2"),
        type,
        "runs tasks on EC2 instances",
        "may run tasks on EC2 instances, the template does not tell",
        ofInstances());
  }

  private Stream<Need> provider(Branch provider) {
    return Need.when(
        isInstances(provider),
        provider,
        "runs tasks on a capacity provider other than Fargate",
        "may run tasks on a capacity provider other than Fargate, the template does not tell",
        ofInstances());
  }

  private Answer isInstances(Branch provider) {
    boolean ofTemplate =
        resource(provider).filter(r -> r.isOfType("AWS::ECS::CapacityProvider")).isPresent();
    return ofTemplate
        ? Answer.YES
        : switch (provider.is("FARGATE", "FARGATE_SPOT")) {
          case YES -> Answer.NO;
          case MAYBE -> Answer.MAYBE;
          case NO -> Answer.YES;
        };
  }

  /** ECS then takes the cluster's default strategy, and EC2 instances if there is none. */
  private boolean mayFallBackToInstances(EcsService service) {
    return service.startsTasks()
        && service.launchTypes().isEmpty()
        && service.providers().isEmpty()
        && !hasDefaultProviders
        && !service.taskDefinitions().stream().allMatch(this::excludesInstances);
  }

  private boolean excludesInstances(Branch taskDefinition) {
    List<Branch> compatibilities =
        resource(taskDefinition).stream()
            .flatMap(resource -> Branch.of(resource).items("RequiresCompatibilities"))
            .toList();
    return !compatibilities.isEmpty()
        && compatibilities.stream().allMatch(place -> place.is("EC2") == Answer.NO);
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

  private Stream<Need> cluster(EcsCluster cluster) {
    return Stream.concat(
        executesCommands ? sessions(cluster) : Stream.empty(),
        cluster.providers().stream().flatMap(this::provider));
  }

  private Optional<Resource> resource(Branch reference) {
    return Outline.of(reference.value()).lead().map(resources::get);
  }
}
