package ecraccess.reach.template;

import ecraccess.core.aws.Service;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Workload;
import ecraccess.reach.model.Workload.Demand;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What tasks pull and call.
 *
 * @param needs what they call to start
 * @param later what they call only once they run
 */
record TaskDemands(List<Image> images, List<Need> needs, List<Need> later) {
  /** Of tasks that nothing is known of. */
  static final TaskDemands UNKNOWN = new TaskDemands(List.of(), List.of(), List.of());

  TaskDemands {
    images = List.copyOf(images);
    needs = List.copyOf(needs);
    later = List.copyOf(later);
  }

  static TaskDemands of(Stream<Need> needs) {
    return new TaskDemands(List.of(), needs.toList(), List.of());
  }

  TaskDemands and(TaskDemands other) {
    return new TaskDemands(
        Stream.concat(images.stream(), other.images.stream()).toList(),
        Stream.concat(needs.stream(), other.needs.stream()).toList(),
        Stream.concat(later.stream(), other.later.stream()).toList());
  }

  /** The same where it is open whether these tasks run at all. */
  TaskDemands doubted(String missing) {
    return new TaskDemands(
        images.stream().map(image -> doubted(image, missing)).toList(),
        needs.stream().map(Need::doubted).toList(),
        later.stream().map(Need::doubted).toList());
  }

  /** The same without what calls those services to start. */
  TaskDemands without(Set<Service> services) {
    return new TaskDemands(
        images, needs.stream().filter(need -> !services.contains(need.service())).toList(), later);
  }

  /** Something is pulled of which only that place is known. */
  static TaskDemands pullingUnknown(JsonPath path, String text, String missing) {
    return new TaskDemands(
        List.of(new Image(path, text, new Image.Registry.Unknown(missing))), List.of(), List.of());
  }

  static Image doubted(Image image, String missing) {
    return new Image(image.path(), image.text(), new Image.Registry.Unknown(missing));
  }

  /** One demand for each service. */
  List<Demand> demands() {
    return demands(needs);
  }

  /** How a workload with these demands behaves. */
  Workload.Conduct conduct(Workload.PullScope pull) {
    return new Workload.Conduct(pull, demands(later), List.of());
  }

  private static List<Demand> demands(List<Need> needs) {
    return TemplateTasks.eachServiceOnce(needs.stream()).stream()
        .map(need ->
            new Demand(need.service(), need.reason(), need.path(), need.certain(), need.target()))
        .toList();
  }
}
