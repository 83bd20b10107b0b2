package ecraccess.reach.template;

import ecraccess.core.cfn.Resource;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Workload;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Task definitions and job definitions that nothing in the template starts: a function, a pipeline
 * or another stack may. They are taken to run where ECR has its endpoints; where it has none, in
 * the subnets of what the template starts.
 */
final class UnstartedTasks {
  private final Scenario scenario;
  private final PropertyReader settings;
  private final TaskDemandsReader loads;

  UnstartedTasks(Scenario scenario, PropertyReader settings, TaskDemandsReader loads) {
    this.scenario = scenario;
    this.settings = settings;
    this.loads = loads;
  }

  /**
   * One for each definition and place.
   *
   * @param started what the template starts
   */
  List<Workload> all(List<Endpoint> endpoints, List<Workload> started) {
    List<Resource> definitions = definitions();
    if (definitions.isEmpty()) {
      return List.of();
    }
    List<List<Id>> places =
        AnyTask.beside(endpoints).stream().map(Workload::subnets).distinct().toList();
    List<List<Id>> otherwise = places.isEmpty() ? besides(started) : places;
    return definitions.stream()
        .flatMap(definition ->
            otherwise.isEmpty()
                ? Stream.of(workload(definition, List.of(nowhere(definition))))
                : otherwise.stream().map(subnets -> workload(definition, subnets)))
        .toList();
  }

  private List<Resource> definitions() {
    Set<String> started = new HashSet<>();
    TaskStart.all(scenario, settings)
        .flatMap(start -> start.settings().member(start.definition()))
        .flatMap(place -> loads.definition(place).stream())
        .forEach(definition -> started.add(definition.logicalId()));
    boolean hasEnvironments = settings.all("AWS::Batch::ComputeEnvironment").findAny().isPresent();
    return Stream.concat(
            settings
                .all(Task.DEFINITION)
                .filter(definition -> !started.contains(definition.logicalId())),
            hasEnvironments ? Stream.<Resource>empty() : settings.all(Task.JOB_DEFINITION))
        .toList();
  }

  private static List<List<Id>> besides(List<Workload> started) {
    List<Id> all =
        started.stream().flatMap(workload -> workload.subnets().stream()).distinct().toList();
    return all.isEmpty() ? List.of() : List.of(all);
  }

  private static Id nowhere(Resource definition) {
    String what = "where tasks of " + definition.logicalId() + " are started";
    return new Id.Open("the subnets of " + definition.logicalId(), what);
  }

  private Workload workload(Resource definition, List<Id> subnets) {
    TaskDemands load = loads.of(definition);
    return new Workload(
            definition.logicalId(),
            definition.path(),
            definition.isOfType(Task.DEFINITION) ? "tasks started elsewhere" : "jobs run elsewhere",
            subnets,
            Optional.empty(),
            Known.unknown("whether tasks get public IP addresses"),
            load.images(),
            load.demands())
        .with(load.conduct(Workload.PullScope.EVERYTHING));
  }
}
