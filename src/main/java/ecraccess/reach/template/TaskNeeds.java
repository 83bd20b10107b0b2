package ecraccess.reach.template;

import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Branch;
import ecraccess.core.json.Json;
import ecraccess.core.logic.Answer;
import ecraccess.reach.model.Resolved;
import ecraccess.reach.model.Workload.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the containers of a task call before and while they run. */
final class TaskNeeds {
  private final SecretStores stores;
  private final ForeignRegion region;

  TaskNeeds(SecretStores stores, ForeignRegion region) {
    this.stores = stores;
    this.region = region;
  }

  Stream<Need> of(Task task) {
    // A file system is mounted through its own interfaces; the mount helper may ask the API.
    return Stream.of(
            task.containers().stream().flatMap(container -> container(container, task.logsBy())),
            task.fileSystems().stream().flatMap(TaskNeeds::fileSystem))
        .flatMap(needs -> needs);
  }

  private static Stream<Need> fileSystem(Branch place) {
    String clause = "mounts an EFS file system";
    return Stream.concat(
        Need.possible(place, clause, Needs.EFS),
        Stream.of("FilesystemId", "FileSystemId")
            .flatMap(place::member)
            .flatMap(id ->
                Need.of(place, clause, Needs.EFS).map(need -> need.with(MountTargets.unread(id)))));
  }

  /** What sessions in a task call, which starts without them. */
  Stream<Need> ofSessions(Task task) {
    return task.executeCommand().stream().flatMap(TaskNeeds::executeCommand);
  }

  static Stream<Need> executeCommand(Branch place) {
    return Need.when(
        place.isTrue(), place, "turns on ECS Exec", "may turn on ECS Exec", Needs.SSM_MESSAGES);
  }

  private Stream<Need> container(Container container, Optional<String> logsBy) {
    return Stream.of(
            container.logging().stream().flatMap(this::logging),
            logsBy.filter(by -> container.mayLackLogging()).stream()
                .flatMap(by ->
                    Need.of(
                        container.place(),
                        "uses the awslogs driver, the default of " + by,
                        Needs.LOGS))
                .map(need -> container.logging().isEmpty() ? need : need.doubted()),
            container.secrets().stream().flatMap(this::secret),
            container.credentials().stream().flatMap(this::credentials),
            container.files().stream().flatMap(TaskNeeds::file))
        .flatMap(needs -> needs);
  }

  /** Of any {@code LogConfiguration}, a container's or Service Connect's. */
  Stream<Need> logging(Logging logging) {
    boolean doubtful =
        logging.mayUseAnotherDriver()
            || !logging.addresses().isEmpty()
            || logging.regions().size() > 1;
    Target target =
        new Target(
            logging.regions().stream().findFirst().flatMap(region::named),
            logging.groups().stream().map(group -> Resolved.of(group.value())).toList());
    return Stream.concat(
        writing(logging)
            .map(need -> need.with(target))
            .map(need -> doubtful ? need.doubted() : need),
        logging.secrets().stream().flatMap(this::secret));
  }

  private static Stream<Need> writing(Logging logging) {
    return Stream.of(
            logging.drivers().stream()
                .flatMap(driver ->
                    Need.when(
                        driver.is("awslogs"),
                        logging.place(),
                        "uses the awslogs driver",
                        "may use the awslogs driver, the template does not tell",
                        Needs.LOGS)),
            logging.drivers().stream()
                .filter(driver -> driver.is("awsfirelens") != Answer.NO)
                .flatMap(driver ->
                    logging.outputs().stream()
                        .flatMap(TaskNeeds::output)
                        .map(need -> driver.isOpen() ? need.doubted() : need)))
        .flatMap(needs -> needs);
  }

  /**
   * By the names of Fluent Bit's and Fluentd's plugins. A name that is not written out could be any
   * of some forty, most of them not of AWS, so it says nothing.
   */
  private static Stream<Need> output(Branch name) {
    if (!(name.value() instanceof Json.Str(String plugin))) {
      return Stream.empty();
    }
    String clause = "makes FireLens write to ";
    return switch (plugin) {
      case "cloudwatch", "cloudwatch_logs" -> Need.of(name, clause + "CloudWatch Logs", Needs.LOGS);
      case "firehose", "kinesis_firehose" -> Need.of(name, clause + "Firehose", Needs.FIREHOSE);
      case "kinesis", "kinesis_streams" -> Need.of(name, clause + "Kinesis", Needs.KINESIS);
      default -> Stream.empty();
    };
  }

  private Stream<Need> secret(Branch valueFrom) {
    Stream<Need> store =
        switch (stores.of(valueFrom)) {
          case SECRETS_MANAGER ->
              Need.of(valueFrom, "reads a secret of Secrets Manager", Needs.SECRETS_MANAGER);
          case PARAMETER_STORE ->
              Need.of(valueFrom, "reads a parameter of Systems Manager", Needs.SSM);
          case EITHER ->
              Need.possible(
                  valueFrom,
                  "may name a secret of Secrets Manager or a parameter of Systems Manager, the"
                      + " template does not tell",
                  Needs.SECRETS_MANAGER,
                  Needs.SSM);
          case NONE -> Stream.empty();
        };
    return Stream.concat(store.map(need -> need.with(target(valueFrom))), key(valueFrom));
  }

  private Target target(Branch arn) {
    return new Target(region.ofArn(arn), List.of(Resolved.of(arn.value())));
  }

  /** Whoever knows the bucket's region: it is taken to be the deployment's own. */
  private static Stream<Need> file(Branch arn) {
    return Need.of(arn, "is fetched from S3 before the container starts", Service.S3)
        .map(need -> need.with(new Target(Optional.empty(), List.of(Resolved.of(arn.value())))));
  }

  private Stream<Need> credentials(Branch parameter) {
    return Stream.concat(
        Need.of(
                parameter,
                "reads a registry's password from Secrets Manager",
                Needs.SECRETS_MANAGER)
            .map(need -> need.with(target(parameter))),
        key(parameter));
  }

  /** Whether the task or the store itself asks for the key, nobody documents. */
  private Stream<Need> key(Branch valueFrom) {
    return stores
        .keys(valueFrom)
        .flatMap(key -> Need.possible(key, "encrypts a secret that a task reads", Needs.KMS));
  }
}
