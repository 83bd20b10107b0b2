package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Intrinsic;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The nodes and pods of EKS. What pods pull, no template shows. */
final class EksWorkloads {
  private static final String CLUSTER = "AWS::EKS::Cluster";

  private final Scenario scenario;
  private final PropertyReader settings;
  private final Ec2Fleet machines;

  EksWorkloads(Scenario scenario, PropertyReader settings, Ec2Fleet machines) {
    this.scenario = scenario;
    this.settings = settings;
    this.machines = machines;
  }

  Stream<Workload> all() {
    return Stream.of(
            settings.all("AWS::EKS::Nodegroup").map(this::nodes),
            settings.all("AWS::EKS::FargateProfile").map(this::pods),
            settings.all(CLUSTER).flatMap(this::autoMode),
            settings
                .all(CLUSTER)
                .flatMap(cluster ->
                    machines
                        .joining(cluster)
                        .map(group ->
                            workload(group, "EKS nodes", machines.of(group), certain(group))
                                .with(conduct(Optional.of(cluster))))))
        .flatMap(workloads -> workloads)
        .distinct();
  }

  /**
   * Nodes of EKS Auto Mode have the cluster's subnets and its security group.
   *
   * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/auto-networking.html">VPC
   *     networking and load balancing in EKS Auto Mode</a>
   */
  private Stream<Workload> autoMode(Resource cluster) {
    Branch properties = scenario.properties(cluster);
    Known<Optional<String>> enabled = settings.text(properties, "ComputeConfig", "Enabled");
    if (enabled.value().filter(on -> !on.filter(EksWorkloads::isTrue).isPresent()).isPresent()) {
      return Stream.empty();
    }
    String name = cluster.logicalId();
    Optional<String> doubt =
        settings.doubt(cluster.path(), properties.conditions()).or(enabled::missing);
    List<Branch> networks = properties.member("ResourcesVpcConfig").toList();
    Ec2Instance machine =
        networks.size() == 1 && doubt.isEmpty()
            ? new Ec2Instance(
                name,
                machines.subnets(networks.getFirst(), "SubnetIds", name),
                List.of(group(cluster)),
                Known.is(false))
            : Ec2Instance.unknown(name, doubt.orElse("the subnets of " + name));
    TaskDemands load = doubt.map(certain(cluster)::doubted).orElse(certain(cluster));
    return Stream.of(
        workload(cluster, "EKS Auto Mode nodes", machine, load)
            .with(conduct(Optional.of(cluster))));
  }

  private static boolean isTrue(String text) {
    return text.equalsIgnoreCase("true");
  }

  private static Id group(Resource cluster) {
    return new Id.Created(cluster.logicalId() + ".ClusterSecurityGroupId");
  }

  /**
   * Nodes and pods register at the Kubernetes API, which is on the internet unless the cluster has
   * a private endpoint: by default it has none.
   *
   * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html">Cluster
   *     API server endpoint</a>
   */
  private Workload.Conduct conduct(Optional<Resource> cluster) {
    return Workload.Conduct.PLAIN.calling(
        cluster.flatMap(this::publicApi).map(List::of).orElse(List.of()));
  }

  private Optional<Workload.PublicCall> publicApi(Resource cluster) {
    Branch properties = scenario.properties(cluster);
    Known<Optional<String>> isPrivate =
        settings.text(properties, "ResourcesVpcConfig", "EndpointPrivateAccess");
    boolean open =
        isPrivate.missing().isPresent()
            || properties.member("ResourcesVpcConfig").noneMatch(EksWorkloads::isWritten)
            || settings.doubt(cluster.path(), properties.conditions()).isPresent();
    if (!open && isPrivate.value().flatMap(it -> it).filter(EksWorkloads::isTrue).isPresent()) {
      return Optional.empty();
    }
    String name = cluster.logicalId();
    JsonPath place =
        properties
            .at("ResourcesVpcConfig", "EndpointPrivateAccess")
            .findFirst()
            .or(() -> properties.member("ResourcesVpcConfig").findFirst())
            .map(Branch::path)
            .orElse(cluster.path());
    return Optional.of(
        new Workload.PublicCall(
            "the Kubernetes API of " + name,
            "*.eks.amazonaws.com",
            place + " leaves the private endpoint off, so nodes register over the internet",
            place,
            "set EndpointPrivateAccess: true, or add a NAT gateway",
            !open));
  }

  private static boolean isWritten(Branch place) {
    return place.value() instanceof Json.Obj && Intrinsic.of(place.value()).isEmpty();
  }

  private Workload nodes(Resource group) {
    Branch properties = scenario.properties(group);
    String name = group.logicalId();
    Optional<String> doubt = settings.doubt(group.path(), properties.conditions());
    if (doubt.isPresent()) {
      return workload(group, "EKS nodes", Ec2Instance.unknown(name, doubt.get()), certain(group));
    }
    LaunchTemplates.Interface first = launch(name, properties);
    return workload(
            group,
            "EKS nodes",
            new Ec2Instance(
                name,
                machines.subnets(properties, "Subnets", name),
                first.groups().isEmpty() ? clusterGroup(properties) : first.groups(),
                first.publicIp(),
                first.proxy()),
            certain(group))
        .with(conduct(cluster(properties)));
  }

  private LaunchTemplates.Interface launch(String name, Branch properties) {
    List<Branch> templates = properties.member("LaunchTemplate").toList();
    return switch (templates.size()) {
      case 0 -> LaunchTemplates.Interface.UNSAID;
      case 1 -> machines.templates().specified(name, templates.getFirst(), "Id", "Name");
      default -> LaunchTemplates.Interface.unknown(name, "the launch template of " + name);
    };
  }

  /** Pods on Fargate get no public IP address. */
  private Workload pods(Resource profile) {
    Branch properties = scenario.properties(profile);
    String name = profile.logicalId();
    Optional<String> doubt = settings.doubt(profile.path(), properties.conditions());
    Ec2Instance machine =
        doubt
            .map(missing -> Ec2Instance.unknown(name, missing))
            .orElseGet(() ->
                new Ec2Instance(
                    name, podSubnets(properties, name), clusterGroup(properties), Known.is(false)));
    return workload(profile, "EKS pods on Fargate", machine, certain(profile).doubted(""))
        .with(conduct(cluster(properties)));
  }

  /** Those of the cluster where the profile names none. */
  private List<Id> podSubnets(Branch properties, String name) {
    Optional<Branch> ofCluster =
        cluster(properties)
            .flatMap(found -> scenario.properties(found).member("ResourcesVpcConfig").findFirst());
    return properties.member("Subnets").findAny().isPresent() || ofCluster.isEmpty()
        ? machines.subnets(properties, "Subnets", name)
        : machines.subnets(ofCluster.get(), "SubnetIds", name);
  }

  /** What EKS gives to all that it starts. */
  private List<Id> clusterGroup(Branch properties) {
    Optional<Resource> found = cluster(properties);
    if (found.isPresent()) {
      return List.of(group(found.get()));
    }
    String what =
        properties
            .member("ClusterName")
            .findFirst()
            .map(place -> "the cluster security group of " + PropertyReader.show(place))
            .orElse("the cluster security group");
    return List.of(new Id.Open(what, what + ", which is not in the template"));
  }

  private Optional<Resource> cluster(Branch properties) {
    List<Branch> names = properties.member("ClusterName").toList();
    return names.size() == 1 && settings.doubt(names).isEmpty()
        ? settings.named(names.getFirst(), CLUSTER, "Name")
        : Optional.empty();
  }

  private TaskDemands certain(Resource resource) {
    Branch properties = scenario.properties(resource);
    return TaskDemands.of(
        TemplateTasks.ofNodes(
            new Branch(resource.path(), properties.value(), properties.conditions())));
  }

  private static Workload workload(
      Resource resource, String what, Ec2Instance machine, TaskDemands load) {
    return machine.workload(resource, what, List.of(), load.demands());
  }
}
