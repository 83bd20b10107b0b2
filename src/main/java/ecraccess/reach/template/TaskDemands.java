package ecraccess.reach.template;

import ecraccess.reach.model.Image;
import ecraccess.reach.model.Workload.Demand;
import java.util.List;
import java.util.stream.Stream;

/** What tasks pull and call. */
record TaskDemands(List<Image> images, List<Need> needs) {
  /** Of tasks that nothing is known of. */
  static final TaskDemands UNKNOWN = new TaskDemands(List.of(), List.of());

  TaskDemands {
    images = List.copyOf(images);
    needs = List.copyOf(needs);
  }

  static TaskDemands of(Stream<Need> needs) {
    return new TaskDemands(List.of(), needs.toList());
  }

  TaskDemands and(TaskDemands other) {
    return new TaskDemands(
        Stream.concat(images.stream(), other.images.stream()).toList(),
        Stream.concat(needs.stream(), other.needs.stream()).toList());
  }

  /** The same where it is open whether these tasks run at all. */
  TaskDemands doubted(String missing) {
    return new TaskDemands(
        images.stream().map(image -> doubted(image, missing)).toList(),
        needs.stream().map(Need::doubted).toList());
  }

  static Image doubted(Image image, String missing) {
    return new Image(image.path(), image.text(), new Image.Registry.Unknown(missing));
  }

  /** One demand for each service. */
  List<Demand> demands() {
    return TemplateTasks.eachServiceOnce(needs.stream()).stream()
        .map(need ->
            new Demand(need.service(), need.reason(), need.path(), need.certain(), need.target()))
        .toList();
  }
}
