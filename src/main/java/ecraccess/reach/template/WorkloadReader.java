package ecraccess.reach.template;

import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Workload;
import java.util.List;
import java.util.stream.Stream;

/** Finds what pulls images in a template. */
final class WorkloadReader {
  /**
   * What is missing to tell whether an instance has a public IP address, where it leaves that to
   * the subnet that it starts in.
   */
  static final String SUBNETS_SETTING = "the subnet's setting";

  private WorkloadReader() {}

  /**
   * What pulls images in a world.
   *
   * @param endpoints of the same world: where nothing pulls, whatever may be started beside those
   *     of ECR
   */
  static List<Workload> of(Scenario scenario, List<Endpoint> endpoints) {
    PropertyReader settings = new PropertyReader(scenario);
    Ec2Fleet machines = new Ec2Fleet(scenario, settings);
    TaskDemandsReader loads = new TaskDemandsReader(scenario, settings);
    List<Workload> started =
        Stream.of(
                new EcsWorkloads(scenario, settings, machines, loads).all(),
                new BatchWorkloads(scenario, settings, machines, loads).all(),
                new EksWorkloads(scenario, settings, machines).all(),
                new AirflowWorkloads(scenario, settings, machines).all(),
                new HostWorkloads(scenario, settings, machines).all())
            .flatMap(all -> all)
            .toList();
    List<Workload> shown =
        Stream.concat(
                started.stream(),
                new UnstartedTasks(scenario, settings, loads).all(endpoints, started).stream())
            .toList();
    return shown.isEmpty() ? AnyTask.beside(endpoints) : shown;
  }
}
