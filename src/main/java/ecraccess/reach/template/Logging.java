package ecraccess.reach.template;

import ecraccess.core.cfn.Branch;
import java.util.List;
import java.util.stream.Stream;

/**
 * A {@code LogConfiguration}.
 *
 * @param drivers what its {@code LogDriver} may be
 * @param outputs what FireLens may be told to write to: the output plugin's name
 * @param regions the regions that it may be told to write to
 * @param groups the log groups that it may be told to write to
 * @param addresses hosts that it may be told to call in place of the service's own
 * @param secrets where options come from that are kept secret
 */
record Logging(
    Branch place,
    List<Branch> drivers,
    List<Branch> outputs,
    List<Branch> regions,
    List<Branch> groups,
    List<Branch> addresses,
    List<Branch> secrets) {
  private static final String DRIVER = "LogDriver";

  Logging {
    drivers = List.copyOf(drivers);
    outputs = List.copyOf(outputs);
    regions = List.copyOf(regions);
    groups = List.copyOf(groups);
    addresses = List.copyOf(addresses);
    secrets = List.copyOf(secrets);
  }

  static Logging read(Branch place) {
    return new Logging(
        place,
        place.member(DRIVER).toList(),
        // Fluent Bit's word for the plugin, and Fluentd's.
        options(place, "Name", "@type"),
        options(place, "awslogs-region", "region"),
        options(place, "awslogs-group", "log_group_name"),
        options(place, "awslogs-endpoint", "endpoint"),
        place.items("SecretOptions").flatMap(secret -> secret.member("ValueFrom")).toList());
  }

  /** Whether a condition decides between drivers. */
  boolean mayUseAnotherDriver() {
    return drivers.size() > 1 || place.mayLack(DRIVER);
  }

  private static List<Branch> options(Branch place, String... names) {
    return Stream.of(names).flatMap(name -> place.at("Options", name)).toList();
  }
}
