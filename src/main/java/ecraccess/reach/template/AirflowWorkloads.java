package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Environments of Amazon Managed Workflows for Apache Airflow, whose schedulers and workers run in
 * the user's subnets.
 */
final class AirflowWorkloads {
  private final Scenario scenario;
  private final PropertyReader settings;
  private final Ec2Fleet machines;

  AirflowWorkloads(Scenario scenario, PropertyReader settings, Ec2Fleet machines) {
    this.scenario = scenario;
    this.settings = settings;
    this.machines = machines;
  }

  Stream<Workload> all() {
    return settings.all("AWS::MWAA::Environment").map(this::of);
  }

  private Workload of(Resource environment) {
    Branch properties = scenario.properties(environment);
    String name = environment.logicalId();
    Branch place = new Branch(environment.path(), properties.value(), properties.conditions());
    TaskDemands load = TaskDemands.of(PlatformNeeds.airflow(place));
    return machine(environment, properties, name)
        .workload(environment, "Airflow on MWAA", List.of(), load.demands())
        .with(load.conduct(Workload.PullScope.NOTHING));
  }

  private Ec2Instance machine(Resource environment, Branch properties, String name) {
    Optional<String> doubt = settings.doubt(environment.path(), properties.conditions());
    List<Branch> networks = properties.member("NetworkConfiguration").toList();
    return networks.size() == 1 && doubt.isEmpty()
        ? new Ec2Instance(
            name,
            machines.subnets(networks.getFirst(), "SubnetIds", name),
            settings.ids(networks.getFirst(), "SecurityGroupIds", "the security groups of " + name),
            Known.is(false))
        : Ec2Instance.unknown(name, doubt.orElse("the network configuration of " + name));
  }
}
