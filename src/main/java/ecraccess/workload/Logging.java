package ecraccess.workload;

import ecraccess.template.Place;
import java.util.List;
import java.util.stream.Stream;

/**
 * A {@code LogConfiguration}.
 *
 * @param drivers what its {@code LogDriver} may be
 * @param outputs what FireLens may be told to write to: the output plugin's name
 * @param secrets where options come from that are kept secret
 */
record Logging(Place place, List<Place> drivers, List<Place> outputs, List<Place> secrets) {
  Logging {
    drivers = List.copyOf(drivers);
    outputs = List.copyOf(outputs);
    secrets = List.copyOf(secrets);
  }

  static Logging read(Place place) {
    return new Logging(
        place,
        place.member("LogDriver").toList(),
        // Fluent Bit's word for the plugin, and Fluentd's.
        Stream.of("Name", "@type").flatMap(name -> place.at("Options", name)).toList(),
        place.items("SecretOptions").flatMap(secret -> secret.member("ValueFrom")).toList());
  }
}
