package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The compute environments of AWS Batch. The job definitions of a template are taken to run in its
 * compute environment of the same kind; where there are several, nobody can tell in which.
 */
final class BatchWorkloads {
  private final Scenario scenario;
  private final PropertyReader settings;
  private final Ec2Fleet machines;
  private final BatchJobs jobs;

  BatchWorkloads(
      Scenario scenario, PropertyReader settings, Ec2Fleet machines, TaskDemandsReader loads) {
    this.scenario = scenario;
    this.settings = settings;
    this.machines = machines;
    this.jobs = new BatchJobs(scenario, settings, loads);
  }

  Stream<Workload> all() {
    return environments().flatMap(environment -> of(environment, scenario.properties(environment)));
  }

  private Stream<Resource> environments() {
    return settings.all("AWS::Batch::ComputeEnvironment");
  }

  private Stream<Workload> of(Resource environment, Branch properties) {
    String name = environment.logicalId();
    boolean only = environments().filter(other -> sameKind(other, environment)).count() == 1;
    return switch (kind(environment)) {
      case Known.Is<BatchJobs.Kind>(BatchJobs.Kind kind) when kind == BatchJobs.Kind.FARGATE ->
          fargate(environment, only);
      case Known.Is<BatchJobs.Kind>(BatchJobs.Kind kind) when kind == BatchJobs.Kind.EKS ->
          Stream.of(
              workload(
                  environment,
                  "EKS nodes of AWS Batch",
                  instances(name, properties),
                  TaskDemands.of(TemplateTasks.ofNodes(place(environment, properties)))));
      case Known.Is<BatchJobs.Kind> ec2 ->
          Stream.of(
              workload(
                  environment,
                  "Batch jobs on EC2 instances",
                  instances(name, properties),
                  jobs.of(BatchJobs.Kind.EC2, only)
                      .and(
                          TaskDemands.of(
                              TemplateTasks.ofInstances(place(environment, properties))))));
      case Known.Unknown<BatchJobs.Kind>(String missing) ->
          Stream.of(
              workload(
                  environment,
                  "Batch jobs",
                  Ec2Instance.unknown(name, missing),
                  TaskDemands.UNKNOWN));
    };
  }

  private static Branch place(Resource environment, Branch properties) {
    return new Branch(environment.path(), properties.value(), properties.conditions());
  }

  private boolean sameKind(Resource one, Resource other) {
    Known<BatchJobs.Kind> kind = kind(one);
    return kind.value().isEmpty() || kind(other).value().isEmpty() || kind.equals(kind(other));
  }

  private Known<BatchJobs.Kind> kind(Resource environment) {
    Branch properties = scenario.properties(environment);
    Optional<String> doubt = settings.doubt(environment.path(), properties.conditions());
    if (doubt.isPresent()) {
      return Known.unknown(doubt.get());
    }
    List<Branch> kubernetes = properties.member("EksConfiguration").toList();
    if (!kubernetes.isEmpty()) {
      return settings
          .doubt(kubernetes)
          .<Known<BatchJobs.Kind>>map(Known::unknown)
          .orElseGet(() -> Known.is(BatchJobs.Kind.EKS));
    }
    String missing =
        "the compute resources of "
            + environment.logicalId()
            + ", which the template does not show";
    return switch (settings.text(properties, "ComputeResources", "Type")) {
      case Known.Is<Optional<String>>(Optional<String> type) ->
          switch (type.orElse("")) {
            case "FARGATE", "FARGATE_SPOT" -> Known.is(BatchJobs.Kind.FARGATE);
            case "EC2", "SPOT" -> Known.is(BatchJobs.Kind.EC2);
            default -> Known.unknown(missing);
          };
      case Known.Unknown<Optional<String>>(String open) -> Known.unknown(open);
    };
  }

  /** Whether a job gets a public IP address, its definition says. */
  private Stream<Workload> fargate(Resource environment, boolean only) {
    String name = environment.logicalId();
    Branch resources = resources(scenario.properties(environment));
    List<Id> subnets = machines.subnets(resources, "Subnets", name);
    List<Id> groups = settings.ids(resources, "SecurityGroupIds", "the security groups of " + name);
    return jobs.byPublicIp(BatchJobs.Kind.FARGATE, only)
        .map(job ->
            workload(
                environment,
                "Batch jobs on Fargate",
                new Ec2Instance(name, subnets, groups, job.publicIp()),
                job.load()));
  }

  private Ec2Instance instances(String name, Branch properties) {
    Branch resources = resources(properties);
    List<Id> groups = settings.ids(resources, "SecurityGroupIds", "the security groups of " + name);
    LaunchTemplates.Interface first =
        resources.member("LaunchTemplate").findAny().isPresent()
            ? launch(name, resources)
            : LaunchTemplates.Interface.UNSAID;
    return new Ec2Instance(
        name,
        machines.subnets(resources, "Subnets", name),
        Stream.concat(groups.stream(), first.groups().stream()).distinct().toList(),
        first.publicIp(),
        first.proxy());
  }

  private LaunchTemplates.Interface launch(String name, Branch resources) {
    List<Branch> templates = resources.member("LaunchTemplate").toList();
    boolean several =
        templates.size() != 1 || templates.getFirst().member("Overrides").findAny().isPresent();
    return several
        ? LaunchTemplates.Interface.unknown(name, "the launch template of " + name)
        : machines
            .templates()
            .specified(name, templates.getFirst(), "LaunchTemplateId", "LaunchTemplateName");
  }

  private static Branch resources(Branch properties) {
    return properties
        .member("ComputeResources")
        .findFirst()
        .orElse(new Branch(properties.path(), new Json.Null(), properties.conditions()));
  }

  private static Workload workload(
      Resource environment, String what, Ec2Instance machine, TaskDemands load) {
    return machine
        .workload(environment, what, load.images(), load.demands())
        .with(load.conduct(Workload.PullScope.EVERYTHING));
  }
}
