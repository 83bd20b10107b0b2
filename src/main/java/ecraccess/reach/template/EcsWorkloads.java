package ecraccess.reach.template;

import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Resolved;
import ecraccess.reach.model.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The tasks of ECS: what starts them, and from where their images are pulled. */
final class EcsWorkloads {
  /**
   * Linux platforms on which an interface of Fargate's own, which is not in the VPC, gets the
   * registry's token and the secrets. Version 1.0.0 is left out: Windows has one of that number.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html">Amazon
   *     ECR interface VPC endpoints</a>
   */
  private static final Set<String> BEFORE_1_4 = Set.of("1.1.0", "1.2.0", "1.3.0");

  /** What that interface calls. */
  private static final Set<Service> BY_FARGATE = Set.of(Needs.SECRETS_MANAGER, Needs.SSM);

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
    return Stream.of(
            TaskStart.all(scenario, settings).flatMap(this::of),
            settings.all(Task.EXPRESS_SERVICE).map(this::express),
            TaskStart.STATE_MACHINES.stream().flatMap(settings::all).flatMap(this::unread))
        .flatMap(workloads -> workloads);
  }

  private Stream<Workload> unread(Resource machine) {
    return StateMachineTasks.unread(scenario.properties(machine)).stream()
        .map(place -> {
          String missing = "the definition of %s, which is no JSON".formatted(machine.logicalId());
          TaskDemands load = TaskDemands.pullingUnknown(place.path(), "images", missing);
          return Ec2Instance.unknown(machine.logicalId(), missing)
              .workload(machine, "tasks", load.images(), load.demands());
        });
  }

  /** Express services run on Fargate; whether their tasks get public addresses ECS decides. */
  private Workload express(Resource service) {
    Branch properties = scenario.properties(service);
    String name = service.logicalId();
    TaskDemands load = loads.of(service);
    Optional<String> doubt = settings.doubt(service.path(), properties.conditions());
    List<Branch> networks = properties.member("NetworkConfiguration").toList();
    Ec2Instance machine =
        networks.size() == 1 && doubt.isEmpty()
            ? new Ec2Instance(
                name,
                machines.subnets(networks.getFirst(), "Subnets", name),
                settings.ids(
                    networks.getFirst(), "SecurityGroups", "the security groups of " + name),
                Known.unknown("whether ECS gives tasks of " + name + " public IP addresses"))
            : Ec2Instance.unknown(name, doubt.orElse("the network configuration of " + name));
    return machine.workload(service, "Express tasks on Fargate", load.images(), load.demands());
  }

  private Stream<Workload> of(TaskStart start) {
    Known<Boolean> leaves = start.leavesItToTaskSets(settings);
    if (leaves.equals(Known.is(true))) {
      return Stream.empty();
    }
    Optional<Resource> cluster = start.cluster(settings);
    Optional<String> doubt =
        settings
            .doubt(start.path(), start.settings().conditions())
            .or(() -> settings.doubt(start.clusters()))
            .or(leaves::missing);
    if (doubt.isPresent()) {
      return Stream.of(open(start, doubt.get(), cluster));
    }
    return launches.of(start, cluster).stream().flatMap(launch -> of(start, launch, cluster));
  }

  private Stream<Workload> of(TaskStart start, LaunchType launch, Optional<Resource> cluster) {
    return switch (launch) {
      case LaunchType.Fargate fargate -> Stream.of(fargate(start, cluster));
      case LaunchType.Open open -> Stream.of(open(start, open.missing(), cluster));
      case LaunchType.Unseen unseen -> Stream.of(open(start, unseen.missing(), cluster));
      case LaunchType.Cluster all ->
          onInstances(start, instances.ofCluster(cluster, start), cluster);
      case LaunchType.Provider some ->
          onInstances(start, List.of(instances.ofProvider(some.provider())), cluster);
    };
  }

  /** A task on Fargate pulls through its own interface. */
  private Workload fargate(TaskStart start, Optional<Resource> cluster) {
    boolean old = isBefore14(start);
    TaskDemands all = load(start, cluster);
    TaskDemands load = old ? all.without(BY_FARGATE) : all;
    Workload.PullScope pull =
        old ? Workload.PullScope.WITHOUT_TOKEN : Workload.PullScope.EVERYTHING;
    Optional<Resolved> role = loads.executionRole(start.settings(), start.definition());
    String what = "Fargate tasks";
    List<Branch> networks = networks(start).toList();
    Optional<String> doubt = settings.doubt(networks);
    if (networks.size() != 1 || doubt.isPresent()) {
      Ec2Instance unknown =
          Ec2Instance.unknown(
              start.name(), doubt.orElse("the network configuration of " + start.name()));
      return workload(start, what, unknown, load, pull).under(role);
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
            load,
            pull)
        .withAssignPublicIp(network.path().member("AssignPublicIp"))
        .under(role);
  }

  private boolean isBefore14(TaskStart start) {
    return settings
        .text(start.settings(), "PlatformVersion")
        .value()
        .flatMap(version -> version)
        .filter(BEFORE_1_4::contains)
        .isPresent();
  }

  /** Services, task sets and rules spell it differently. */
  private static Stream<Branch> networks(TaskStart start) {
    return Stream.of("AwsvpcConfiguration", "AwsVpcConfiguration")
        .flatMap(name -> start.settings().at("NetworkConfiguration", name));
  }

  private Workload open(TaskStart start, String missing, Optional<Resource> cluster) {
    return workload(
        start,
        "tasks",
        Ec2Instance.unknown(start.name(), missing),
        load(start, cluster).doubted(missing));
  }

  /** The agent on an instance pulls, through the instance's interface. */
  private Stream<Workload> onInstances(
      TaskStart start, List<Ec2Instance> places, Optional<Resource> cluster) {
    TaskDemands called = loads.ofStarting(start.settings(), cluster);
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
        .and(loads.ofStarting(start.settings(), cluster))
        .and(
            start
                .service()
                .map(service -> loads.ofStarting(service, cluster))
                .orElse(TaskDemands.UNKNOWN));
  }

  private static Workload workload(
      TaskStart start, String what, Ec2Instance machine, TaskDemands load) {
    return workload(start, what, machine, load, Workload.PullScope.EVERYTHING);
  }

  private static Workload workload(
      TaskStart start,
      String what,
      Ec2Instance machine,
      TaskDemands load,
      Workload.PullScope pull) {
    return machine
        .workload(start.name(), start.path(), what, load.images(), load.demands())
        .with(load.conduct(pull));
  }
}
