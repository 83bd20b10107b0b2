package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Resolved;
import ecraccess.reach.model.Workload.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the tasks of a world pull and call. */
final class TaskDemandsReader {
  private final Scenario scenario;
  private final PropertyReader settings;
  private final ImageReader images;
  private final ResolvedReader resolved;

  /** With places as they are written, for showing. */
  private final TemplateTasks written;

  /** With every text evaluated. */
  private final TemplateTasks settled;

  TaskDemandsReader(Scenario scenario, PropertyReader settings) {
    this.scenario = scenario;
    this.settings = settings;
    images = new ImageReader(scenario);
    resolved = new ResolvedReader(scenario);
    Map<String, Json> resources = new LinkedHashMap<>();
    scenario.resources().forEach(resource -> resources.put(resource.logicalId(), resource.value()));
    Template template = new Template(Json.Obj.of(Template.RESOURCES, new Json.Obj(resources)));
    Branch anywhere = new Branch(JsonPath.ROOT, new Json.Null(), Branch.Conditions.OPEN);
    Optional<String> region = images.ownRegion(anywhere).value();
    written = new TemplateTasks(template, scenario::properties, region);
    settled = new TemplateTasks(template, r -> settings.settled(scenario.properties(r)), region);
  }

  /** Of the task definition that is named there; unknown where it is not in the template. */
  TaskDemands named(Branch starter, String property) {
    List<Branch> places = starter.member(property).toList();
    Optional<String> doubt =
        places.size() > 1 ? Optional.of("which task definition is used") : Optional.empty();
    return places.stream()
        .map(place -> {
          TaskDemands load =
              settings
                  .referred(place, "AWS::ECS::TaskDefinition")
                  .map(this::of)
                  .orElse(TaskDemands.UNKNOWN);
          return settings.doubt(place).or(() -> doubt).map(load::doubted).orElse(load);
        })
        .reduce(TaskDemands.UNKNOWN, TaskDemands::and);
  }

  /** The role under which tasks of the definition pull, where it is certain which that is. */
  Optional<Resolved> executionRole(Branch starter, String property) {
    List<Branch> places = starter.member(property).toList();
    List<Branch> roles =
        places.stream()
            .flatMap(place -> settings.referred(place, "AWS::ECS::TaskDefinition").stream())
            .flatMap(definition -> scenario.properties(definition).member("ExecutionRoleArn"))
            .toList();
    return places.size() == 1 && roles.size() == 1 && settings.doubt(roles).isEmpty()
        ? Optional.of(resolved.of(roles.getFirst(), scenario.resolved(roles.getFirst().value())))
        : Optional.empty();
  }

  /** Of a task definition or job definition. */
  TaskDemands of(Resource definition) {
    Branch.Conditions conditions = scenario.properties(definition).conditions();
    TaskDemands load =
        new TaskDemands(
            written.images(definition).map(this::image).toList(),
            settled.ofTask(definition).map(need -> checked(need, conditions)).toList());
    return settings.doubt(definition.path(), conditions).map(load::doubted).orElse(load);
  }

  private Image image(Branch place) {
    Image image = images.read(place);
    return settings.doubt(place).map(missing -> TaskDemands.doubted(image, missing)).orElse(image);
  }

  /** Because of how tasks are started: see {@link TemplateTasks#ofStarting}. */
  TaskDemands ofStarting(Branch place, Branch starter, Optional<Resource> cluster) {
    return TaskDemands.of(
        settled
            .ofStarting(place, settings.settled(starter), cluster)
            .map(need -> checked(need, starter.conditions())));
  }

  private Need checked(Need need, Branch.Conditions conditions) {
    Need named = named(need, conditions);
    return settings.doubt(need.path(), conditions).isPresent() ? named.doubted() : named;
  }

  /** With what the functions name in what is asked for. */
  private Need named(Need need, Branch.Conditions conditions) {
    return need.with(
        new Target(
            need.target().otherRegion(),
            need.target().resources().stream()
                .map(it -> resolved.of(new Branch(need.path(), it.value(), conditions), it.value()))
                .toList()));
  }
}
