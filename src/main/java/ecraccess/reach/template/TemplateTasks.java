package ecraccess.reach.template;

import ecraccess.core.aws.Service;
import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.logic.Answer;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Workload.Mount;
import ecraccess.reach.model.Workload.Target;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the tasks of a template pull and call, each asked for by itself. */
public final class TemplateTasks {
  private final TaskNeeds tasks;
  private final Function<Resource, Branch> properties;

  /**
   * The tasks of a template.
   *
   * @param template without the resources that do not exist
   * @param properties reads a resource's properties, as far as conditions and functions are decided
   * @param region of the deployment; empty where it is not known
   */
  public TemplateTasks(
      Template template, Function<Resource, Branch> properties, Optional<String> region) {
    this.tasks = new TaskNeeds(new SecretStores(template), new ForeignRegion(region));
    this.properties = properties;
  }

  /** The images of a task definition or job definition; nothing of anything else. */
  public Stream<Branch> images(Resource definition) {
    return task(definition).stream()
        .flatMap(task -> task.containers().stream())
        .flatMap(container -> container.images().stream());
  }

  /** The places of a definition's containers of which nothing is to be seen. */
  public Stream<Branch> unseen(Resource definition) {
    return task(definition).stream().flatMap(task -> task.unseen().stream());
  }

  /** What sessions in a task of the definition call. */
  public Stream<Need> ofSessions(Resource definition) {
    return task(definition).stream().flatMap(tasks::ofSessions);
  }

  /** What a task of the definition calls by itself, wherever it runs. */
  public Stream<Need> ofTask(Resource definition) {
    return task(definition).stream().flatMap(tasks::of);
  }

  /**
   * What is called because of how tasks are started.
   *
   * @param starter its settings: those of a service, a task set, a schedule
   */
  public Stream<Need> ofStarting(Branch starter) {
    EcsService service = EcsService.read(starter);
    return Stream.of(
            service.serviceConnect().stream().flatMap(EcsNeeds::serviceConnect),
            service.logging().stream().flatMap(tasks::logging))
        .flatMap(needs -> needs);
  }

  /** What sessions call that can be opened in tasks so started; they start without them. */
  public Stream<Need> ofSessions(Branch starter, Optional<Resource> cluster) {
    EcsService service = EcsService.read(starter);
    return service.executeCommand().stream()
        .flatMap(setting -> exec(setting, service.executeCommand().size(), cluster));
  }

  /** A setting that is one of several counts as open. */
  private Stream<Need> exec(Branch setting, int settings, Optional<Resource> cluster) {
    if (setting.isTrue() == Answer.NO) {
      return Stream.empty();
    }
    boolean certain = setting.isTrue() == Answer.YES && settings == 1;
    return Stream.concat(
            TaskNeeds.executeCommand(setting),
            cluster.map(properties).map(EcsCluster::read).stream().flatMap(EcsNeeds::sessions))
        .map(need -> certain ? need : need.doubted());
  }

  /** What the ECS agent calls on the instances that the place speaks of. */
  public static Stream<Need> ofInstances(Branch place) {
    return Need.of(place, "runs tasks on EC2 instances", EcsNeeds.ofInstances());
  }

  /** What Kubernetes nodes call. */
  public static Stream<Need> ofNodes(Branch place) {
    return PlatformNeeds.eks(place);
  }

  /** What makes calls the same request. */
  private record Called(
      Service service, Optional<Known<String>> otherRegion, Optional<Mount> mount) {}

  /**
   * One need for each service of each region: the first of the certain ones, or else of all, with
   * all that is asked for as certainly.
   */
  public static List<Need> eachServiceOnce(Stream<Need> needs) {
    Map<Called, Need> first = new LinkedHashMap<>();
    needs.forEach(need ->
        first.merge(
            new Called(need.service(), need.target().otherRegion(), need.target().mount()),
            need,
            TemplateTasks::joined));
    return first.values().stream()
        .sorted(Comparator.comparingInt(need -> Needs.ORDER.indexOf(need.service())))
        .toList();
  }

  private static Need joined(Need old, Need next) {
    if (old.certain() != next.certain()) {
      return old.certain() ? old : next;
    }
    return old.with(
        new Target(
            old.target().otherRegion(),
            Stream.concat(old.target().resources().stream(), next.target().resources().stream())
                .distinct()
                .toList(),
            old.target().mount()));
  }

  private Optional<Task> task(Resource definition) {
    return Task.read(definition, properties.apply(definition));
  }
}
