package ecraccess.customresource;

import ecraccess.json.Json;
import ecraccess.json.Path;
import ecraccess.template.Found;
import ecraccess.template.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the resource's properties, after CloudFormation has resolved every function in them.
 * CloudFormation turns booleans and numbers into strings on the way; either form counts.
 */
final class PropertiesReader {
  private static final Path PROPERTIES = Path.of("ResourceProperties");

  private final Json.Obj properties;
  private final List<String> problems = new ArrayList<>();

  private PropertiesReader(Json.Obj properties) {
    this.properties = properties;
  }

  /** What was read. */
  sealed interface Reading {
    record Done(NetworkProperties properties) implements Reading {}

    record Wrong(List<String> problems) implements Reading {}
  }

  static Reading read(Json.Obj properties) {
    PropertiesReader reader = new PropertiesReader(properties);
    NetworkProperties read = reader.read();
    return reader.problems.isEmpty()
        ? new Reading.Done(read)
        : new Reading.Wrong(List.copyOf(reader.problems));
  }

  private NetworkProperties read() {
    return new NetworkProperties(
        vpcId(),
        list("SubnetIds").orElse(List.of()),
        services(),
        list("SecurityGroupIds"),
        list("RouteTableIds"),
        flag("PrivateDnsEnabled"),
        flag("Preflight"));
  }

  private String vpcId() {
    Json value = properties.get("VpcId").orElse(new Json.Null());
    if (value instanceof Json.Str(String text) && !text.isBlank()) {
      return text;
    }
    problem(PROPERTIES.member("VpcId"), "the ID of a VPC", "VpcId");
    return "";
  }

  private List<String> services() {
    List<String> services = list("Services").orElse(List.of());
    if (services.isEmpty() && problems.stream().noneMatch(text -> text.contains(".Services"))) {
      problem(PROPERTIES.member("Services"), "a list of at least one service", "Services");
    }
    return services;
  }

  private Optional<List<String>> list(String name) {
    Optional<Json> value = properties.get(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof Json.Arr(List<Json> elements))) {
      problem(PROPERTIES.member(name), "a list of strings", name);
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (Json element : elements) {
      if (element instanceof Json.Str(String text) && !text.isBlank()) {
        texts.add(text);
      } else {
        problem(
            PROPERTIES.member(name).element(texts.size()), "a string that is not empty", element);
        return Optional.empty();
      }
    }
    return Optional.of(texts);
  }

  /** True unless it is said to be false: the macro always writes both. */
  private boolean flag(String name) {
    return switch (properties.get(name).orElse(new Json.Bool(true))) {
      case Json.Bool(boolean value) -> value;
      case Json.Str(String text) when text.equalsIgnoreCase("true") -> true;
      case Json.Str(String text) when text.equalsIgnoreCase("false") -> false;
      case Json other -> {
        problem(PROPERTIES.member(name), "true or false", other);
        yield true;
      }
    };
  }

  private void problem(Path path, String expected, String name) {
    String found = properties.get(name).map(Found::describe).orElse("nothing");
    add(path, expected, found);
  }

  private void problem(Path path, String expected, Json found) {
    add(path, expected, Found.describe(found));
  }

  private void add(Path path, String expected, String found) {
    problems.add(new Problem(path, "expected " + expected + ", found " + found).toString());
  }
}
