package ecraccess.survey;

import ecraccess.network.Image;
import ecraccess.network.Puller.Demand;
import ecraccess.workload.Need;
import ecraccess.workload.Workload;
import java.util.List;
import java.util.stream.Stream;

/** What tasks pull and call. */
record Load(List<Image> images, List<Need> needs) {
  /** Of tasks that nothing is known of. */
  static final Load UNKNOWN = new Load(List.of(), List.of());

  Load {
    images = List.copyOf(images);
    needs = List.copyOf(needs);
  }

  static Load of(Stream<Need> needs) {
    return new Load(List.of(), needs.toList());
  }

  Load and(Load other) {
    return new Load(
        Stream.concat(images.stream(), other.images.stream()).toList(),
        Stream.concat(needs.stream(), other.needs.stream()).toList());
  }

  /** The same where it is open whether these tasks run at all. */
  Load doubted(String missing) {
    return new Load(
        images.stream().map(image -> doubted(image, missing)).toList(),
        needs.stream().map(Need::doubted).toList());
  }

  static Image doubted(Image image, String missing) {
    return new Image(image.path(), image.text(), new Image.Registry.Unknown(missing));
  }

  /** One demand for each service. */
  List<Demand> demands() {
    return Workload.eachServiceOnce(needs.stream()).stream()
        .map(need -> new Demand(need.service(), need.reason(), need.path(), need.certain()))
        .toList();
  }
}
