package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.reach.model.Workload;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * EC2 instances that run containers and that no cluster of the template has: hosts that start
 * Docker by themselves, nodes and container instances of clusters made elsewhere. What they pull is
 * not read.
 */
final class HostWorkloads {
  private final Scenario scenario;
  private final PropertyReader settings;
  private final Ec2Fleet machines;

  HostWorkloads(Scenario scenario, PropertyReader settings, Ec2Fleet machines) {
    this.scenario = scenario;
    this.settings = settings;
    this.machines = machines;
  }

  Stream<Workload> all() {
    Set<Resource> joined = new HashSet<>();
    Stream.of("AWS::ECS::Cluster", "AWS::EKS::Cluster")
        .flatMap(settings::all)
        .flatMap(machines::joining)
        .forEach(joined::add);
    return machines.all().filter(machine -> !joined.contains(machine)).flatMap(this::of);
  }

  private Stream<Workload> of(Resource machine) {
    return switch (HostScript.of(machines.scripts(machine))) {
      case NONE -> Stream.empty();
      case DOCKER -> Stream.of(workload(machine, "Docker host"));
      case KUBERNETES ->
          Stream.of(
              machines
                  .of(machine)
                  .workload(
                      machine,
                      "EKS nodes",
                      TaskDemands.UNKNOWN.images(),
                      TaskDemands.of(PlatformNeeds.eks(place(machine))).demands()));
      // Of an instance of a cluster that is shown otherwise, the cluster's services tell.
      case ECS ->
          settings.all("AWS::ECS::Cluster").findAny().isPresent()
              ? Stream.empty()
              : Stream.of(workload(machine, "ECS container instances"));
    };
  }

  private Workload workload(Resource machine, String what) {
    String missing = "what %s pulls, which is not read".formatted(machine.logicalId());
    TaskDemands load = TaskDemands.pullingUnknown(machine.path(), "images", missing);
    return machines.of(machine).workload(machine, what, load.images(), load.demands());
  }

  private Branch place(Resource machine) {
    return new Branch(machine.path(), machine.value(), scenario.properties(machine).conditions());
  }
}
