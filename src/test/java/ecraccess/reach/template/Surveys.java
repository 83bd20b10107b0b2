package ecraccess.reach.template;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.reach.model.Endpoint;
import ecraccess.reach.model.Id;
import ecraccess.reach.model.Network;
import ecraccess.reach.model.SecurityGroup;
import ecraccess.reach.model.Subnet;
import ecraccess.reach.model.Vpc;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Short ways to ask what a template tells. */
final class Surveys {
  static final String REGION = "eu-west-1";

  private Surveys() {}

  static Template template(String text) {
    return switch (SourceFile.parse("template.yaml", text)) {
      case SourceReading.Done(SourceFile file) -> new Template(file.json());
      case SourceReading.Failed failed -> throw new AssertionError(failed);
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
