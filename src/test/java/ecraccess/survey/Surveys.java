package ecraccess.survey;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.json.Json;
import ecraccess.network.Endpoint;
import ecraccess.network.Id;
import ecraccess.network.Network;
import ecraccess.network.SecurityGroup;
import ecraccess.network.Subnet;
import ecraccess.network.Vpc;
import ecraccess.source.Reading;
import ecraccess.source.SourceFile;
import ecraccess.template.Template;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Short ways to ask what a template tells. */
final class Surveys {
  static final String REGION = "eu-west-1";

  private Surveys() {}

  static Template template(String text) {
    return switch (SourceFile.parse("template.yaml", text)) {
      case Reading.Done(SourceFile file) -> new Template(file.json());
      case Reading.Failed failed -> throw new AssertionError(failed);
    };
  }

  static Survey.Context context(Json.Obj parameterValues) {
    return new Survey.Context(
        REGION, "111122223333", parameterValues, UnaryOperator.identity(), Map.of());
  }

  static List<Network> networks(String text) {
    return networks(text, "{}");
  }

  /** The networks of a template, where parameters have values. */
  static List<Network> networks(String text, String parameterValues) {
    return Survey.of(template(text), context(values(parameterValues)));
  }

  /** Values of parameters: {@code {Name: value}}. */
  static Json.Obj values(String flow) {
    return template("# A text that starts with a brace would be read as JSON.\n" + flow).root();
  }

  static Network network(String text) {
    return network(text, "{}");
  }

  static Network network(String text, String parameterValues) {
    List<Network> networks = networks(text, parameterValues);
    assertThat(networks).hasSize(1);
    return networks.getFirst();
  }

  static Id created(String name) {
    return new Id.Created(name);
  }

  static Vpc vpc(Network network) {
    return network.vpc(created("Vpc"));
  }

  static Subnet subnet(Network network, String name) {
    return network.subnet(created(name));
  }

  static SecurityGroup group(Network network, String name) {
    return network.securityGroup(created(name));
  }

  static Endpoint endpoint(Network network, String name) {
    return network.endpoints().stream()
        .filter(endpoint -> endpoint.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
