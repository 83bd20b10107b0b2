package ecraccess.survey;

import ecraccess.logic.Known;
import ecraccess.network.Id;
import ecraccess.network.Puller;
import ecraccess.template.Place;
import ecraccess.template.Resource;
import ecraccess.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The nodes and pods of EKS. What pods pull, no template shows. */
final class EksPullers {
  private static final String CLUSTER = "AWS::EKS::Cluster";

  private final World world;
  private final Settings settings;
  private final Machines machines;

  EksPullers(World world, Settings settings, Machines machines) {
    this.world = world;
    this.settings = settings;
    this.machines = machines;
  }

  Stream<Puller> all() {
    return Stream.of(
            settings.all("AWS::EKS::Nodegroup").map(this::nodes),
            settings.all("AWS::EKS::FargateProfile").map(this::pods),
            settings
                .all(CLUSTER)
                .flatMap(machines::joining)
                .distinct()
                .map(group -> puller(group, "EKS nodes", machines.of(group), certain(group))))
        .flatMap(pullers -> pullers);
  }

  private Puller nodes(Resource group) {
    Place properties = world.properties(group);
    String name = group.logicalId();
    Optional<String> doubt = settings.doubt(group.path(), properties.conditions());
    if (doubt.isPresent()) {
      return puller(group, "EKS nodes", Machine.unknown(name, doubt.get()), certain(group));
    }
    LaunchTemplates.Interface first = launch(name, properties);
    return puller(
        group,
        "EKS nodes",
        new Machine(
            name,
            machines.subnets(properties, "Subnets", name),
            first.groups().isEmpty() ? clusterGroup(properties) : first.groups(),
            first.publicIp()),
        certain(group));
  }

  private LaunchTemplates.Interface launch(String name, Place properties) {
    List<Place> templates = properties.member("LaunchTemplate").toList();
    return switch (templates.size()) {
      case 0 -> LaunchTemplates.Interface.UNSAID;
      case 1 -> machines.templates().specified(name, templates.getFirst(), "Id", "Name");
      default -> LaunchTemplates.Interface.unknown(name, "the launch template of " + name);
    };
  }

  /** Pods on Fargate get no public IP address. */
  private Puller pods(Resource profile) {
    Place properties = world.properties(profile);
    String name = profile.logicalId();
    Optional<String> doubt = settings.doubt(profile.path(), properties.conditions());
    Machine machine =
        doubt
            .map(missing -> Machine.unknown(name, missing))
            .orElseGet(() ->
                new Machine(
                    name, podSubnets(properties, name), clusterGroup(properties), Known.is(false)));
    return puller(profile, "EKS pods on Fargate", machine, certain(profile).doubted(""));
  }

  /** Those of the cluster where the profile names none. */
  private List<Id> podSubnets(Place properties, String name) {
    Optional<Place> ofCluster =
        cluster(properties)
            .flatMap(found -> world.properties(found).member("ResourcesVpcConfig").findFirst());
    return properties.member("Subnets").findAny().isPresent() || ofCluster.isEmpty()
        ? machines.subnets(properties, "Subnets", name)
        : machines.subnets(ofCluster.get(), "SubnetIds", name);
  }

  /** What EKS gives to all that it starts. */
  private List<Id> clusterGroup(Place properties) {
    Optional<Resource> found = cluster(properties);
    if (found.isPresent()) {
      return List.of(new Id.Created(found.get().logicalId() + ".ClusterSecurityGroupId"));
    }
    String what =
        properties
            .member("ClusterName")
            .findFirst()
            .map(place -> "the cluster security group of " + Settings.show(place))
            .orElse("the cluster security group");
    return List.of(new Id.Open(what, what + ", which is not in the template"));
  }

  private Optional<Resource> cluster(Place properties) {
    List<Place> names = properties.member("ClusterName").toList();
    return names.size() == 1 && settings.doubt(names).isEmpty()
        ? settings.named(names.getFirst(), CLUSTER, "Name")
        : Optional.empty();
  }

  private Load certain(Resource resource) {
    Place properties = world.properties(resource);
    return Load.of(
        Workload.ofNodes(new Place(resource.path(), properties.value(), properties.conditions())));
  }

  private static Puller puller(Resource resource, String what, Machine machine, Load load) {
    return machine.puller(resource, what, List.of(), load.demands());
  }
}
