package ecraccess.survey;

import ecraccess.json.Json;
import ecraccess.logic.Known;
import ecraccess.network.Id;
import ecraccess.network.Puller;
import ecraccess.template.Place;
import ecraccess.template.Resource;
import ecraccess.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The compute environments of AWS Batch. The job definitions of a template are taken to run in its
 * compute environment of the same kind; where there are several, nobody can tell in which.
 */
final class BatchPullers {
  private final World world;
  private final Settings settings;
  private final Machines machines;
  private final BatchJobs jobs;

  BatchPullers(World world, Settings settings, Machines machines, Loads loads) {
    this.world = world;
    this.settings = settings;
    this.machines = machines;
    this.jobs = new BatchJobs(world, settings, loads);
  }

  Stream<Puller> all() {
    return environments().flatMap(environment -> of(environment, world.properties(environment)));
  }

  private Stream<Resource> environments() {
    return settings.all("AWS::Batch::ComputeEnvironment");
  }

  private Stream<Puller> of(Resource environment, Place properties) {
    String name = environment.logicalId();
    boolean only = environments().filter(other -> sameKind(other, environment)).count() == 1;
    return switch (kind(environment)) {
      case Known.Is<BatchJobs.Kind>(BatchJobs.Kind kind) when kind == BatchJobs.Kind.FARGATE ->
          fargate(environment, only);
      case Known.Is<BatchJobs.Kind>(BatchJobs.Kind kind) when kind == BatchJobs.Kind.EKS ->
          Stream.of(
              puller(
                  environment,
                  "EKS nodes of AWS Batch",
                  instances(name, properties),
                  Load.of(Workload.ofNodes(place(environment, properties)))));
      case Known.Is<BatchJobs.Kind> ec2 ->
          Stream.of(
              puller(
                  environment,
                  "Batch jobs on EC2 instances",
                  instances(name, properties),
                  jobs.of(BatchJobs.Kind.EC2, only)
                      .and(Load.of(Workload.ofInstances(place(environment, properties))))));
      case Known.Unknown<BatchJobs.Kind>(String missing) ->
          Stream.of(
              puller(environment, "Batch jobs", Machine.unknown(name, missing), Load.UNKNOWN));
    };
  }

  private static Place place(Resource environment, Place properties) {
    return new Place(environment.path(), properties.value(), properties.conditions());
  }

  private boolean sameKind(Resource one, Resource other) {
    Known<BatchJobs.Kind> kind = kind(one);
    return kind.value().isEmpty() || kind(other).value().isEmpty() || kind.equals(kind(other));
  }

  private Known<BatchJobs.Kind> kind(Resource environment) {
    Place properties = world.properties(environment);
    Optional<String> doubt = settings.doubt(environment.path(), properties.conditions());
    if (doubt.isPresent()) {
      return Known.unknown(doubt.get());
    }
    List<Place> kubernetes = properties.member("EksConfiguration").toList();
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
  private Stream<Puller> fargate(Resource environment, boolean only) {
    String name = environment.logicalId();
    Place resources = resources(world.properties(environment));
    List<Id> subnets = machines.subnets(resources, "Subnets", name);
    List<Id> groups = settings.ids(resources, "SecurityGroupIds", "the security groups of " + name);
    return jobs.byPublicIp(BatchJobs.Kind.FARGATE, only)
        .map(job ->
            puller(
                environment,
                "Batch jobs on Fargate",
                new Machine(name, subnets, groups, job.publicIp()),
                job.load()));
  }

  private Machine instances(String name, Place properties) {
    Place resources = resources(properties);
    List<Id> groups = settings.ids(resources, "SecurityGroupIds", "the security groups of " + name);
    LaunchTemplates.Interface first =
        resources.member("LaunchTemplate").findAny().isPresent()
            ? launch(name, resources)
            : LaunchTemplates.Interface.UNSAID;
    return new Machine(
        name,
        machines.subnets(resources, "Subnets", name),
        Stream.concat(groups.stream(), first.groups().stream()).distinct().toList(),
        first.publicIp());
  }

  private LaunchTemplates.Interface launch(String name, Place resources) {
    List<Place> templates = resources.member("LaunchTemplate").toList();
    boolean several =
        templates.size() != 1 || templates.getFirst().member("Overrides").findAny().isPresent();
    return several
        ? LaunchTemplates.Interface.unknown(name, "the launch template of " + name)
        : machines
            .templates()
            .specified(name, templates.getFirst(), "LaunchTemplateId", "LaunchTemplateName");
  }

  private static Place resources(Place properties) {
    return properties
        .member("ComputeResources")
        .findFirst()
        .orElse(new Place(properties.path(), new Json.Null(), properties.conditions()));
  }

  private static Puller puller(Resource environment, String what, Machine machine, Load load) {
    return machine.puller(environment, what, load.images(), load.demands());
  }
}
