package ecraccess.acceptance.verdict;

import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.macro.shorthand.Shorthand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A template in which nothing is wrong.
 *
 * @param expected what can be said of it: {@code can} where the VPC is in the template
 * @param missing what a doubt has to name; empty where there is none
 */
record Healthy(
    String name, Json.Obj template, String region, Judged.Kind expected, Optional<String> missing) {
  private static final Path ALL = Path.of("src/test/resources/verdict");
  private static final Path FOLDER = ALL.resolve("healthy");

  /** All of them as they are written. */
  static List<Healthy> written() {
    return Text.files(FOLDER).stream().map(Healthy::read).toList();
  }

  /** One of that name, be it one in which faults are faults wherever a task may run, or not. */
  static Healthy named(String name) {
    Path file = FOLDER.resolve(name + ".yaml");
    return read(Files.exists(file) ? file : ALL.resolve("stand-in").resolve(name + ".yaml"));
  }

  /** All of them, those with a shorthand also with what it stands for in its place. */
  static List<Healthy> all() {
    return written().stream()
        .flatMap(healthy ->
            healthy.hasShorthand() ? Stream.of(healthy, healthy.expanded()) : Stream.of(healthy))
        .toList();
  }

  private static Healthy read(Path file) {
    Json.Obj whole = Text.file(file);
    Json.Obj told = (Json.Obj) Tree.at(whole, JsonPath.of("Metadata", "Verdict")).orElseThrow();
    return new Healthy(
        file.getFileName().toString().replace(".yaml", ""),
        whole.without("Transform").without("Metadata"),
        text(told, "Region").orElse("eu-west-1"),
        Judged.Kind.of(text(told, "Expected").orElseThrow()),
        text(told, "Missing"));
  }

  private static Optional<String> text(Json.Obj told, String name) {
    return told.get(name).map(value -> ((Json.Str) value).value());
  }

  boolean hasShorthand() {
    return new Template(template)
        .resources().stream().anyMatch(resource -> resource.isOfType(Shorthand.TYPE));
  }

  private Healthy expanded() {
    return new Healthy(
        name + ", expanded",
        Judged.expanded(template, Judged.deployment(template, region)),
        region,
        expected,
        missing);
  }

  @Override
  public String toString() {
    return name;
  }
}
