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
import java.util.List;
import java.util.stream.Collectors;

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

  static List<Workload> pullers(String template, Endpoint... endpoints) {
    return WorkloadReader.of(of(template), List.of(endpoints));
  }

  /**
   * A line for each puller: what it is, where it stands, with which groups and public addresses.
   */
  static String places(String template) {
    return pullers(template).stream().map(Given::place).collect(Collectors.joining("\n"));
  }

  private static String place(Workload puller) {
    return "%s: %s in %s with %s, public: %s"
        .formatted(
            puller.name(),
            puller.what(),
            puller.subnets(),
            puller.groups().orElse(List.of()),
            puller
                .publicIp()
                .map(String::valueOf)
                .value()
                .or(puller.publicIp()::missing)
                .orElseThrow());
  }

  /** A line for each image that anything pulls: its text and where it comes from. */
  static String images(String template) {
    return pullers(template).stream()
        .flatMap(puller -> puller.images().stream())
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
          case Image.Registry.Unknown(String missing) -> "?" + missing;
        };
  }

  /** The demands of the only puller, those that are not certain with a question mark. */
  static String demands(String template) {
    List<Workload> pullers = pullers(template);
    if (pullers.size() != 1) {
      throw new AssertionError("expected one puller, found " + pullers);
    }
    return pullers.getFirst().demands().stream()
        .map(demand -> demand.service() + (demand.certain() ? "" : "?"))
        .collect(Collectors.joining(" "));
  }

  /** The only place of that name in the resource called {@code R}. */
  static Branch place(Scenario world, String property) {
    return world
        .properties(world.resource("R").orElseThrow())
        .member(property)
        .findFirst()
        .orElse(new Branch(JsonPath.ROOT, new Json.Null(), Branch.Conditions.OPEN));
  }
}
