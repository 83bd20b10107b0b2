package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
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
            settings
                .all(CLUSTER)
                .flatMap(machines::joining)
                .distinct()
                .map(group -> workload(group, "EKS nodes", machines.of(group), certain(group))))
        .flatMap(workloads -> workloads);
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
        certain(group));
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
    return workload(profile, "EKS pods on Fargate", machine, certain(profile).doubted(""));
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
      return List.of(new Id.Created(found.get().logicalId() + ".ClusterSecurityGroupId"));
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
