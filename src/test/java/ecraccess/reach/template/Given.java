package ecraccess.reach.template;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.core.cfn.Branch;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Image;
import ecraccess.reach.model.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Short ways to ask what pulls images in a template. */
final class Given {
  private Given() {}

  /** The world of a template whose conditions nobody has decided. */
  static Scenario of(String template) {
    return switch (SourceFile.parse("template.yaml", template)) {
      case SourceReading.Done(SourceFile file) -> of(new Template(file.json()));
      case SourceReading.Failed failed -> throw new AssertionError(failed);
    };
  }

  static Scenario of(Template template) {
    return new Scenario(template);
  }

  static List<Workload> workloads(String template, Endpoint... endpoints) {
    return WorkloadReader.of(of(template), List.of(endpoints));
  }

  /**
   * A line for each workload: what it is, where it stands, with which groups and public addresses.
   */
  static String places(String template) {
    return shown(template).map(Given::place).collect(Collectors.joining("\n"));
  }

  /** The same for what stands for tasks that are started elsewhere. */
  static String standIns(String template, Endpoint... endpoints) {
    return workloads(template, endpoints).stream()
        .filter(Workload::isStandIn)
        .map(Given::place)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<Workload> shown(String template) {
    return workloads(template).stream().filter(workload -> !workload.isStandIn());
  }

  private static String place(Workload workload) {
    return "%s: %s in %s with %s, public: %s"
        .formatted(
            workload.name(),
            workload.what(),
            workload.subnets(),
            workload.groups().orElse(List.of()),
            workload
                .publicIp()
                .map(String::valueOf)
                .value()
                .or(workload.publicIp()::missing)
                .orElseThrow());
  }

  /** A line for each image that anything pulls: its text and where it comes from. */
  static String images(String template) {
    return shown(template)
        .flatMap(workload -> workload.images().stream())
        .map(Given::image)
        .collect(Collectors.joining("\n"));
  }

  static String image(Image image) {
    return image.text()
        + " from "
        + switch (image.registry()) {
          case Image.Registry.PrivateEcr(var region, var repository) ->
              "ECR in " + region.value().or(region::missing).orElseThrow();
          case Image.Registry.FipsEcr fips -> "ECR's FIPS host";
          case Image.Registry.DualStackEcr dual -> "ECR's dual-stack host";
          case Image.Registry.Internet(String host) -> host;
          case Image.Registry.ForeignLayers(String host) -> host + " perhaps";
          case Image.Registry.Unknown(String missing) -> "?" + missing;
        };
  }

  /** The demands of the only workload, those that are not certain with a question mark. */
  static String demands(String template) {
    List<Workload> workloads = shown(template).toList();
    if (workloads.size() != 1) {
      throw new AssertionError("expected one puller, found " + workloads);
    }
    Workload only = workloads.getFirst();
    return Stream.concat(only.demands().stream(), only.conduct().later().stream())
        .sorted(Comparator.comparingInt(demand -> Needs.ORDER.indexOf(demand.service())))
        .map(demand -> demand.service() + (demand.certain() ? "" : "?"))
        .collect(Collectors.joining(" "));
  }

  /** The only place of that name in the resource called {@code R}. */
  static Branch place(Scenario scenario, String property) {
    return scenario
        .properties(scenario.resource("R").orElseThrow())
        .member(property)
        .findFirst()
        .orElse(new Branch(JsonPath.ROOT, new Json.Null(), Branch.Conditions.OPEN));
  }
}
