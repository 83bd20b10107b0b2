package ecraccess.survey;

import ecraccess.logic.Known;
import ecraccess.network.Puller;
import ecraccess.template.Place;
import ecraccess.template.Resource;
import ecraccess.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The tasks of ECS: what starts them, and from where their images are pulled. */
final class EcsPullers {
  private static final String CLUSTER = "AWS::ECS::Cluster";

  private final World world;
  private final Settings settings;
  private final Machines machines;
  private final Loads loads;
  private final Launches launches;
  private final EcsInstances instances;

  EcsPullers(World world, Settings settings, Machines machines, Loads loads) {
    this.world = world;
    this.settings = settings;
    this.machines = machines;
    this.loads = loads;
    this.launches = new Launches(world, settings);
    this.instances = new EcsInstances(world, settings, machines, launches);
  }

  Stream<Puller> all() {
    return TaskStart.all(world, settings).flatMap(this::of);
  }

  private Stream<Puller> of(TaskStart start) {
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
      return Stream.of(open(start, new Launch.Open(start.place(), doubt.get()), cluster));
    }
    return launches.of(start, cluster).stream().flatMap(launch -> of(start, launch, cluster));
  }

  private Stream<Puller> of(TaskStart start, Launch launch, Optional<Resource> cluster) {
    return switch (launch) {
      case Launch.Fargate fargate -> Stream.of(fargate(start, cluster));
      case Launch.Open open -> Stream.of(open(start, open, cluster));
      case Launch.Cluster all -> onInstances(start, instances.ofCluster(cluster, start), cluster);
      case Launch.Provider(Resource provider) ->
          onInstances(start, List.of(instances.ofProvider(provider)), cluster);
    };
  }

  /** A task on Fargate pulls through its own interface. */
  private Puller fargate(TaskStart start, Optional<Resource> cluster) {
    Load load = load(start, cluster);
    String what = "Fargate tasks";
    List<Place> networks = networks(start).toList();
    Optional<String> doubt = settings.doubt(networks);
    if (networks.size() != 1 || doubt.isPresent()) {
      Machine unknown =
          Machine.unknown(
              start.name(), doubt.orElse("the network configuration of " + start.name()));
      return puller(start, what, unknown, load);
    }
    Place network = networks.getFirst();
    return puller(
        start,
        what,
        new Machine(
            start.name(),
            machines.subnets(network, "Subnets", start.name()),
            settings.ids(network, "SecurityGroups", "the security groups of " + start.name()),
            settings.text(network, "AssignPublicIp").map(Optional.of("ENABLED")::equals)),
        load);
  }

  /** Services, task sets and rules spell it differently. */
  private static Stream<Place> networks(TaskStart start) {
    return Stream.of("AwsvpcConfiguration", "AwsVpcConfiguration")
        .flatMap(name -> start.settings().at("NetworkConfiguration", name));
  }

  private Puller open(TaskStart start, Launch.Open open, Optional<Resource> cluster) {
    return puller(
        start,
        "tasks",
        Machine.unknown(start.name(), open.missing()),
        load(start, cluster).doubted(open.missing()));
  }

  /** The agent on an instance pulls, through the instance's interface. */
  private Stream<Puller> onInstances(
      TaskStart start, List<Machine> places, Optional<Resource> cluster) {
    Load called = loads.ofStarting(start.place(), start.settings(), cluster);
    // What runs in a task with an interface of its own calls through that one.
    boolean ownInterface = start.settings().member("NetworkConfiguration").findAny().isPresent();
    Load load =
        loads
            .named(start.settings(), start.definition())
            .and(ownInterface ? called.doubted("") : called)
            .and(Load.of(Workload.ofInstances(start.place())));
    return places.stream()
        .map(instance ->
            puller(
                start,
                instance.name().equals(start.name())
                    ? "ECS tasks on EC2 instances"
                    : "ECS tasks on EC2 instances of " + instance.name(),
                instance,
                load));
  }

  private Load load(TaskStart start, Optional<Resource> cluster) {
    return loads
        .named(start.settings(), start.definition())
        .and(loads.ofStarting(start.place(), start.settings(), cluster))
        .and(
            start
                .service()
                .map(service -> loads.ofStarting(start.place(), service, cluster))
                .orElse(Load.UNKNOWN));
  }

  private static Puller puller(TaskStart start, String what, Machine machine, Load load) {
    return machine.puller(start.name(), start.path(), what, load.images(), load.demands());
  }
}
