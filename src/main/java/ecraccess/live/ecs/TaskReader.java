package ecraccess.live.ecs;

import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Workload;
import ecraccess.reach.template.Survey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Reads a task definition by way of a template that has it and a service that starts it. */
final class TaskReader {
  private static final String CONTAINERS = "containerDefinitions";
  private static final String DEFINITION = "TaskDefinition";
  private static final String WAY_OUT =
      "; give what \"aws ecs describe-task-definition\" prints, or \"register-task-definition"
          + " --cli-input-json\" takes";

  private final Json definition;
  private final String name;
  private final String region;
  private final List<Json> containers;

  TaskReader(Json document, String otherwise, String region) {
    this.definition = member(document, "taskDefinition").orElse(document);
    this.name = text(definition, "family").map(this::withRevision).orElse(otherwise);
    this.region = region;
    this.containers = items(CONTAINERS);
  }

  private String withRevision(String family) {
    return member(definition, "revision")
        .map(revision ->
            revision instanceof Json.Num(String number) ? family + ":" + number : family)
        .orElse(family);
  }

  TaskReading read() {
    if (containers.isEmpty()) {
      return new TaskReading.Failed(
          "expected a task definition with %s, found none%s".formatted(CONTAINERS, WAY_OUT));
    }
    return IntStream.range(0, containers.size())
        .filter(i -> text(containers.get(i), "image").filter(it -> !it.isBlank()).isEmpty())
        .mapToObj(i ->
            (TaskReading)
                new TaskReading.Failed(
                    "%s: expected the name of an image, found none%s"
                        .formatted(JsonPath.of(CONTAINERS).element(i).member("image"), WAY_OUT)))
        .findFirst()
        .orElseGet(() -> new TaskReading.Done(surveyed()));
  }

  private TaskDefinition surveyed() {
    Workload workload =
        Survey.of(
                template(),
                new Survey.Context(
                    region, "", new Json.Obj(Map.of()), UnaryOperator.identity(), Map.of()))
            .getFirst()
            .workloads()
            .getFirst();
    return new TaskDefinition(
        name,
        workload.images().stream()
            .map(image -> new Image(shown(image.path()), image.text(), image.registry()))
            .toList(),
        workload.demands().stream().map(this::shown).toList());
  }

  private Template template() {
    Map<String, Json> service = new LinkedHashMap<>();
    service.put(DEFINITION, Json.Obj.of("Ref", new Json.Str(DEFINITION)));
    service.put("LaunchType", new Json.Str(mayRunOnFargate() ? "FARGATE" : "EC2"));
    Map<String, Json> resources = new LinkedHashMap<>();
    resources.put(
        DEFINITION, resource("AWS::ECS::TaskDefinition", CloudFormationForm.of(definition)));
    resources.put("Service", resource("AWS::ECS::Service", new Json.Obj(service)));
    return new Template(Json.Obj.of(Template.RESOURCES, new Json.Obj(resources)));
  }

  private static Json resource(String type, Json properties) {
    return Json.Obj.of("Type", new Json.Str(type)).with("Properties", properties);
  }

  /** What is required comes first; where nothing is, ECS tells what it finds the tasks fit for. */
  private boolean mayRunOnFargate() {
    List<Json> required = items("requiresCompatibilities");
    List<Json> fit = required.isEmpty() ? items("compatibilities") : required;
    return fit.isEmpty() || fit.contains(new Json.Str("FARGATE"));
  }

  /** A reason starts with its place. */
  private Workload.Demand shown(Workload.Demand demand) {
    JsonPath path = shown(demand.path());
    return new Workload.Demand(
        demand.service(),
        path + demand.reason().substring(demand.path().toString().length()),
        path,
        demand.certain(),
        demand.target());
  }

  /** The place in the definition, its containers by their names. */
  private JsonPath shown(JsonPath inTemplate) {
    List<JsonPath.Step> steps = inTemplate.steps();
    JsonPath shown = JsonPath.of(name);
    // Resources, logical ID, Properties; what the service asks for is asked for by all of it.
    int start = steps.get(1).equals(new JsonPath.Step.Member(DEFINITION)) ? 3 : steps.size();
    for (int i = start; i < steps.size(); i++) {
      shown = shown.then(i == start + 1 ? named(steps.get(start), steps.get(i)) : steps.get(i));
    }
    return shown;
  }

  private JsonPath.Step named(JsonPath.Step list, JsonPath.Step item) {
    return list.equals(new JsonPath.Step.Member("ContainerDefinitions"))
            && item instanceof JsonPath.Step.Element(int index)
        ? text(containers.get(index), "name")
            .<JsonPath.Step>map(JsonPath.Step.Member::new)
            .orElse(item)
        : item;
  }

  private List<Json> items(String list) {
    return member(definition, list).orElse(null) instanceof Json.Arr(List<Json> elements)
        ? elements
        : List.of();
  }

  private static Optional<Json> member(Json value, String name) {
    return value instanceof Json.Obj object ? object.get(name) : Optional.empty();
  }

  private static Optional<String> text(Json value, String name) {
    return member(value, name).orElse(null) instanceof Json.Str(String text)
        ? Optional.of(text)
        : Optional.empty();
  }
}
