package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.logic.Known;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Resolved;
import ecraccess.reach.model.Workload.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what the tasks of a world pull and call. */
final class TaskDemandsReader {
  private final Scenario scenario;
  private final PropertyReader settings;
  private final ImageReader images;
  private final ResolvedReader resolved;
  private final UpstreamImages upstream;
  private final MountTargets mountTargets;

  /** With places as they are written, for showing. */
  private final TemplateTasks written;

  /** With every text evaluated. */
  private final TemplateTasks settled;

  TaskDemandsReader(Scenario scenario, PropertyReader settings) {
    this.scenario = scenario;
    this.settings = settings;
    images = new ImageReader(scenario);
    resolved = new ResolvedReader(scenario);
    upstream = new UpstreamImages(scenario, settings);
    mountTargets = new MountTargets(scenario, settings);
    Map<String, Json> resources = new LinkedHashMap<>();
    scenario.resources().forEach(resource -> resources.put(resource.logicalId(), resource.value()));
    Template template = new Template(Json.Obj.of(Template.RESOURCES, new Json.Obj(resources)));
    Branch anywhere = new Branch(JsonPath.ROOT, new Json.Null(), Branch.Conditions.OPEN);
    Optional<String> region = images.ownRegion(anywhere).value();
    written = new TemplateTasks(template, scenario::properties, region);
    settled = new TemplateTasks(template, r -> settings.settled(scenario.properties(r)), region);
  }

  /** Of the task definition that is named there; what it pulls is open where it is not shown. */
  TaskDemands named(Branch starter, String property) {
    List<Branch> places = starter.member(property).toList();
    Optional<String> doubt =
        places.size() > 1 ? Optional.of("which task definition is used") : Optional.empty();
    return places.stream()
        .map(place -> {
          TaskDemands load = definition(place).map(this::of).orElseGet(() -> unseen(place));
          return settings.doubt(place).or(() -> doubt).map(load::doubted).orElse(load);
        })
        .reduce(TaskDemands::and)
        .orElseGet(() ->
            TaskDemands.pullingUnknown(
                starter.path(), "images", "the task definition at " + starter.path()));
  }

  private static TaskDemands unseen(Branch place) {
    String definition = "task definition " + PropertyReader.show(place);
    return TaskDemands.pullingUnknown(
        place.path(),
        "images of " + definition,
        "the images of " + definition + ", which is not in the template");
  }

  /** The task definition that the place leads to, by reference, ARN or family. */
  Optional<Resource> definition(Branch place) {
    return settings.named(place, Task.DEFINITION, "Family").or(() -> ofFamily(place));
  }

  /** By {@code [ARN of a task definition /] FAMILY [:REVISION]}. */
  private Optional<Resource> ofFamily(Branch place) {
    return scenario
        .text(place)
        .value()
        .map(text -> text.substring(text.lastIndexOf('/') + 1).split(":", 2)[0])
        .flatMap(family ->
            settings
                .all(Task.DEFINITION)
                .filter(resource ->
                    settings
                        .text(scenario.properties(resource), "Family")
                        .equals(Known.is(Optional.of(family))))
                .findFirst());
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
            Stream.concat(
                    written
                        .images(definition)
                        .map(this::image)
                        .flatMap(image ->
                            Stream.concat(Stream.of(image), upstream.of(image, definition))),
                    written.unseen(definition).map(this::unseenImage))
                .toList(),
            withoutFallback(
                settled.ofTask(definition).map(need -> checked(need, conditions)).toList()),
            settled.ofSessions(definition).map(need -> checked(need, conditions)).toList());
    return settings.doubt(definition.path(), conditions).map(load::doubted).orElse(load);
  }

  private Image image(Branch place) {
    Image image = images.read(place);
    return settings.doubt(place).map(missing -> TaskDemands.doubted(image, missing)).orElse(image);
  }

  private Image unseenImage(Branch place) {
    Json written = place.value();
    boolean included = written instanceof Json.Obj members && members.has("Fn::Transform");
    return new Image(
        place.path(),
        "image of a container",
        new Image.Registry.Unknown(
            included
                ? "what Fn::Transform adds at " + place.path()
                : "the containers at " + place.path()));
  }

  /** Because of how tasks are started: see {@link TemplateTasks#ofStarting}. */
  TaskDemands ofStarting(Branch starter, Optional<Resource> cluster) {
    Branch known = settings.settled(starter);
    return new TaskDemands(
        List.of(),
        settled.ofStarting(known).map(need -> checked(need, starter.conditions())).toList(),
        settled
            .ofSessions(known, cluster)
            .map(need -> checked(need, starter.conditions()))
            .toList());
  }

  private Need checked(Need need, Branch.Conditions conditions) {
    Need named = named(need, conditions);
    return settings.doubt(need.path(), conditions).isPresent() ? named.doubted() : named;
  }

  /** The mount helper asks the API of EFS only where no name leads to a mount target. */
  private static List<Need> withoutFallback(List<Need> needs) {
    return needs.stream().anyMatch(need -> need.target().mount().isPresent())
        ? needs.stream()
            .filter(need -> need.target().mount().isPresent() || !need.service().equals(Needs.EFS))
            .toList()
        : needs;
  }

  /** With what the functions name in what is asked for. */
  private Need named(Need need, Branch.Conditions conditions) {
    List<Branch> places =
        need.target().resources().stream()
            .map(it -> new Branch(need.path(), it.value(), conditions))
            .toList();
    return need.with(
        new Target(
            need.target().otherRegion(),
            places.stream().map(place -> resolved.of(place, place.value())).toList(),
            need.target().mount().map(mount -> mountTargets.of(mount, places.getFirst()))));
  }
}
