package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Resolved;
import ecraccess.reach.model.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tasks of ECS: what starts them, and from where their images are pulled. */
final class EcsWorkloads {
  private static final String CLUSTER = "AWS::ECS::Cluster";

  private final Scenario scenario;
  private final PropertyReader settings;
  private final Ec2Fleet machines;
  private final TaskDemandsReader loads;
  private final LaunchTypes launches;
  private final EcsInstances instances;

  EcsWorkloads(
      Scenario scenario, PropertyReader settings, Ec2Fleet machines, TaskDemandsReader loads) {
    this.scenario = scenario;
    this.settings = settings;
    this.machines = machines;
    this.loads = loads;
    this.launches = new LaunchTypes(scenario, settings);
    this.instances = new EcsInstances(scenario, settings, machines, launches);
  }

  Stream<Workload> all() {
    return TaskStart.all(scenario, settings).flatMap(this::of);
  }

  private Stream<Workload> of(TaskStart start) {
    Known<Optional<String>> controller =
        settings.text(start.settings(), "DeploymentController", "Type");
    if (controller.equals(Known.is(Optional.of("EXTERNAL")))) {
      return Stream.empty();
    }
    Optional<Resource> cluster =
        start.clusters().stream()
            .flatMap(place -> settings.named(place, CLUSTER, "ClusterName").stream())
            .findFirst();
    Optional<String> doubt =
        settings
            .doubt(start.path(), start.settings().conditions())
            .or(() -> settings.doubt(start.clusters()))
            .or(controller::missing);
    if (doubt.isPresent()) {
      return Stream.of(open(start, new LaunchType.Open(start.place(), doubt.get()), cluster));
    }
    return launches.of(start, cluster).stream().flatMap(launch -> of(start, launch, cluster));
  }

  private Stream<Workload> of(TaskStart start, LaunchType launch, Optional<Resource> cluster) {
    return switch (launch) {
      case LaunchType.Fargate fargate -> Stream.of(fargate(start, cluster));
      case LaunchType.Open open -> Stream.of(open(start, open, cluster));
      case LaunchType.Cluster all ->
          onInstances(start, instances.ofCluster(cluster, start), cluster);
      case LaunchType.Provider(Resource provider) ->
          onInstances(start, List.of(instances.ofProvider(provider)), cluster);
    };
  }

  /** A task on Fargate pulls through its own interface. */
  private Workload fargate(TaskStart start, Optional<Resource> cluster) {
    TaskDemands load = load(start, cluster);
    Optional<Resolved> role = loads.executionRole(start.settings(), start.definition());
    String what = "Fargate tasks";
    List<Branch> networks = networks(start).toList();
    Optional<String> doubt = settings.doubt(networks);
    if (networks.size() != 1 || doubt.isPresent()) {
      Ec2Instance unknown =
          Ec2Instance.unknown(
              start.name(), doubt.orElse("the network configuration of " + start.name()));
      return workload(start, what, unknown, load).under(role);
    }
    Branch network = networks.getFirst();
    return workload(
            start,
            what,
            new Ec2Instance(
                start.name(),
                machines.subnets(network, "Subnets", start.name()),
                settings.ids(network, "SecurityGroups", "the security groups of " + start.name()),
                settings.text(network, "AssignPublicIp").map(Optional.of("ENABLED")::equals)),
            load)
        .withAssignPublicIp(network.path().member("AssignPublicIp"))
        .under(role);
  }

  /** Services, task sets and rules spell it differently. */
  private static Stream<Branch> networks(TaskStart start) {
    return Stream.of("AwsvpcConfiguration", "AwsVpcConfiguration")
        .flatMap(name -> start.settings().at("NetworkConfiguration", name));
  }

  private Workload open(TaskStart start, LaunchType.Open open, Optional<Resource> cluster) {
    return workload(
        start,
        "tasks",
        Ec2Instance.unknown(start.name(), open.missing()),
        load(start, cluster).doubted(open.missing()));
  }

  /** The agent on an instance pulls, through the instance's interface. */
  private Stream<Workload> onInstances(
      TaskStart start, List<Ec2Instance> places, Optional<Resource> cluster) {
    TaskDemands called = loads.ofStarting(start.place(), start.settings(), cluster);
    // What runs in a task with an interface of its own calls through that one.
    boolean ownInterface = start.settings().member("NetworkConfiguration").findAny().isPresent();
    TaskDemands load =
        loads
            .named(start.settings(), start.definition())
            .and(ownInterface ? called.doubted("") : called)
            .and(TaskDemands.of(TemplateTasks.ofInstances(start.place())));
    return places.stream()
        .map(instance ->
            workload(
                start,
                instance.name().equals(start.name())
                    ? "ECS tasks on EC2 instances"
                    : "ECS tasks on EC2 instances of " + instance.name(),
                instance,
                load));
  }

  private TaskDemands load(TaskStart start, Optional<Resource> cluster) {
    return loads
        .named(start.settings(), start.definition())
        .and(loads.ofStarting(start.place(), start.settings(), cluster))
        .and(
            start
                .service()
                .map(service -> loads.ofStarting(start.place(), service, cluster))
                .orElse(TaskDemands.UNKNOWN));
  }

  private static Workload workload(
      TaskStart start, String what, Ec2Instance machine, TaskDemands load) {
    return machine.workload(start.name(), start.path(), what, load.images(), load.demands());
  }
}
