package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.logic.Answer;
import ecraccess.core.logic.Known;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The job definitions of AWS Batch, by what they run on. */
final class BatchJobs {
  private final Scenario scenario;
  private final PropertyReader settings;
  private final TaskDemandsReader loads;

  BatchJobs(Scenario scenario, PropertyReader settings, TaskDemandsReader loads) {
    this.scenario = scenario;
    this.settings = settings;
    this.loads = loads;
  }

  /** What jobs run on. */
  enum Kind {
    FARGATE,
    EC2,
    EKS
  }

  /** Jobs that are alike in their network. */
  record Jobs(Known<Boolean> publicIp, TaskDemands load) {}

  /**
   * What jobs of that kind pull and call.
   *
   * @param only whether they have only one compute environment to run in
   */
  TaskDemands of(Kind kind, boolean only) {
    return definitions()
        .map(definition -> load(definition, kind, only))
        .reduce(TaskDemands.UNKNOWN, TaskDemands::and);
  }

  /** The same, apart where some get a public IP address and others do not. */
  Stream<Jobs> byPublicIp(Kind kind, boolean only) {
    Map<Known<Boolean>, TaskDemands> all = new LinkedHashMap<>();
    definitions()
        .filter(definition -> runsOn(definition, kind) != Answer.NO)
        .forEach(definition ->
            all.merge(publicIp(definition), load(definition, kind, only), TaskDemands::and));
    return all.isEmpty()
        ? Stream.of(new Jobs(Known.unknown("the job definitions"), TaskDemands.UNKNOWN))
        : all.entrySet().stream().map(entry -> new Jobs(entry.getKey(), entry.getValue()));
  }

  private Stream<Resource> definitions() {
    return settings.all("AWS::Batch::JobDefinition");
  }

  private TaskDemands load(Resource definition, Kind kind, boolean only) {
    String where = "which compute environment runs jobs of " + definition.logicalId();
    return switch (runsOn(definition, kind)) {
      case YES -> only ? loads.of(definition) : loads.of(definition).doubted(where);
      case MAYBE -> loads.of(definition).doubted(where);
      case NO -> TaskDemands.UNKNOWN;
    };
  }

  private Answer runsOn(Resource definition, Kind kind) {
    Branch properties = scenario.properties(definition);
    Answer kubernetes = Answer.of(properties.member("EksProperties").findAny().isPresent());
    Answer fargate =
        properties.items("PlatformCapabilities").findAny().isPresent()
            ? properties
                .items("PlatformCapabilities")
                .map(this::isFargate)
                .reduce(Answer.NO, Answer::or)
            : isOpen(properties, "PlatformCapabilities");
    return switch (kind) {
      case EKS -> kubernetes;
      case FARGATE -> kubernetes.not().and(fargate);
      case EC2 -> kubernetes.not().and(fargate.not());
    };
  }

  private Answer isFargate(Branch capability) {
    Answer fargate = scenario.text(capability).test("FARGATE"::equals);
    return settings.doubt(capability).isPresent() ? fargate.and(Answer.MAYBE) : fargate;
  }

  /** Without the list a job is for EC2 instances. */
  private static Answer isOpen(Branch properties, String list) {
    return properties.member(list).anyMatch(Branch::isOpen) ? Answer.MAYBE : Answer.NO;
  }

  private Known<Boolean> publicIp(Resource definition) {
    Branch properties = scenario.properties(definition);
    List<Branch> networks =
        Stream.concat(
                properties.member("ContainerProperties"),
                properties.member("EcsProperties").flatMap(ecs -> ecs.items("TaskProperties")))
            .flatMap(place -> place.member("NetworkConfiguration"))
            .toList();
    return networks.isEmpty()
        ? Known.is(false)
        : settings.text(networks.getFirst(), "AssignPublicIp").map(Optional.of("ENABLED")::equals);
  }
}
