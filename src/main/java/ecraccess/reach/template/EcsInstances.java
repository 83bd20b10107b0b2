package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the EC2 instances that an ECS cluster's tasks are placed on. */
final class EcsInstances {
  private final Scenario scenario;
  private final PropertyReader settings;
  private final Ec2Fleet machines;
  private final LaunchTypes launches;

  EcsInstances(
      Scenario scenario, PropertyReader settings, Ec2Fleet machines, LaunchTypes launches) {
    this.scenario = scenario;
    this.settings = settings;
    this.machines = machines;
    this.launches = launches;
  }

  /** All that may run a task of the cluster: unknown ones where none is in the template. */
  List<Ec2Instance> ofCluster(Optional<Resource> cluster, TaskStart start) {
    List<Ec2Instance> shown =
        cluster.stream()
            .flatMap(found -> Stream.concat(machines.joining(found), groups(found)))
            .distinct()
            .map(machines::of)
            .toList();
    return shown.isEmpty() ? List.of(Ec2Instance.unknown(start.name(), missing(start))) : shown;
  }

  private static String missing(TaskStart start) {
    return start.clusters().stream()
        .findFirst()
        .map(place -> "the instances of cluster " + PropertyReader.show(place))
        .orElse("the instances of the default cluster")
        .concat(", which the template does not show");
  }

  /** The Auto Scaling groups behind the cluster's capacity providers. */
  private Stream<Resource> groups(Resource cluster) {
    return Stream.concat(Stream.of(cluster), launches.associations(cluster))
        .flatMap(resource -> scenario.properties(resource).items("CapacityProviders"))
        .flatMap(place -> settings.named(place, "AWS::ECS::CapacityProvider", "Name").stream())
        .flatMap(provider -> group(provider).stream());
  }

  private Optional<Resource> group(Resource provider) {
    return scenario
        .properties(provider)
        .at("AutoScalingGroupProvider", "AutoScalingGroupArn")
        .flatMap(place -> settings.named(place, Ec2Fleet.GROUP, "AutoScalingGroupName").stream())
        .findFirst();
  }

  /** The instances of a capacity provider. */
  Ec2Instance ofProvider(Resource provider) {
    String name = provider.logicalId();
    Optional<String> doubt =
        settings.doubt(provider.path(), scenario.properties(provider).conditions());
    if (doubt.isPresent()) {
      return Ec2Instance.unknown(name, doubt.get());
    }
    Optional<Branch> managed =
        scenario
            .properties(provider)
            .at("ManagedInstancesProvider", "InstanceLaunchTemplate", "NetworkConfiguration")
            .findFirst();
    return group(provider)
        .map(machines::of)
        .or(() -> managed.map(place -> machines.managed(name, place)))
        .orElseGet(() ->
            Ec2Instance.unknown(
                name,
                "the instances of capacity provider "
                    + name
                    + ", which the template does not show"));
  }
}
