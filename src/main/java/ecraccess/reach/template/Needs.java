package ecraccess.reach.template;

import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Template;
import ecraccess.core.cfn.eval.Assumptions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells which services the tasks of a template need through endpoints. What the template leaves
 * open counts as needed: a missing endpoint stops a task, one too many costs money only and is
 * named with its reason.
 */
public final class Needs {
  static final Service LOGS = new Service("logs");
  static final Service SECRETS_MANAGER = new Service("secretsmanager");
  static final Service SSM = new Service("ssm");
  static final Service KMS = new Service("kms");
  static final Service SSM_MESSAGES = new Service("ssmmessages");
  static final Service ECS_AGENT = new Service("ecs-agent");
  static final Service ECS_TELEMETRY = new Service("ecs-telemetry");
  static final Service ECS = new Service("ecs");
  static final Service EFS = new Service("elasticfilesystem");
  static final Service FIREHOSE = new Service("kinesis-firehose");
  static final Service KINESIS = new Service("kinesis-streams");
  static final Service EC2 = new Service("ec2");
  static final Service STS = new Service("sts");
  static final Service MONITORING = new Service("monitoring");
  static final Service SQS = new Service("sqs");

  /** The order of the answer, which does not change when a template is rearranged. */
  static final List<Service> ORDER =
      List.of(
          LOGS,
          SECRETS_MANAGER,
          SSM,
          KMS,
          SSM_MESSAGES,
          ECS_AGENT,
          ECS_TELEMETRY,
          ECS,
          EFS,
          FIREHOSE,
          KINESIS,
          EC2,
          STS,
          MONITORING,
          SQS);

  private Needs() {}

  /**
   * What the template's tasks need, each service once, with the first place in the template that
   * needs it. The services of the pull itself are not among them.
   */
  public static List<Need> of(Template template, Survey.Context context) {
    Scenario scenario = new Scenario(template, context, Assumptions.NOTHING);
    TemplateTasks tasks = new TemplateTasks(template, Branch::of, Optional.empty());
    EcsNeeds ecs = new EcsNeeds(scenario, new PropertyReader(scenario), tasks);
    Map<Service, Need> first = new LinkedHashMap<>();
    template.resources().stream()
        .flatMap(resource ->
            Stream.of(
                    tasks.ofTask(resource),
                    tasks.ofSessions(resource),
                    ecs.of(resource),
                    PlatformNeeds.of(resource))
                .flatMap(needs -> needs))
        .filter(need -> !Service.OF_A_PULL.contains(need.service()))
        .forEach(need -> first.putIfAbsent(need.service(), need));
    return first.values().stream()
        .sorted(Comparator.comparingInt(need -> ORDER.indexOf(need.service())))
        .toList();
  }
}
