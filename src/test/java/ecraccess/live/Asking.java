package ecraccess.live;

import ecraccess.json.Json;
import ecraccess.json.JsonText;
import ecraccess.json.MalformedJson;
import java.util.List;
import java.util.Optional;

/** Requests as CloudFormation hands them over, in short. */
final class Asking {
  /** All that the macro writes for {@code EcrAccess}, less what CloudFormation keeps to itself. */
  static final String USUAL =
      """
      {"VpcId": "vpc-1", "SubnetIds": ["subnet-a", "subnet-b"],
       "Services": ["ecr.dkr", "ecr.api", "s3"], "PrivateDnsEnabled": "true", "Preflight": "true",
       "Adds": []}
      """;

  /** Tasks that nothing is known of. */
  static final Request.Tasks ANY =
      new Request.Tasks("vpc-1", Optional.empty(), List.of(), List.of());

  private Asking() {}

  static Look look(FakeAccount account, String... properties) {
    return look(FakeAccount.STACK, account, properties);
  }

  static Look look(String stack, FakeAccount account, String... properties) {
    return Look.at(usual(properties), stack, "EcrAccessNetwork", account);
  }

  static Request request(String... properties) {
    return new RequestReader(usual(properties), "EcrAccessNetwork").read(FakeAccount.STACK);
  }

  /** The usual properties and others, each a member of an object; {@code null} takes one away. */
  static Json.Obj usual(String... members) {
    Json.Obj all = json(USUAL);
    for (String member : members) {
      Json.Obj one = json("{" + member + "}");
      String name = one.onlyName().orElseThrow();
      Json value = one.get(name).orElseThrow();
      all = value instanceof Json.Null ? all.without(name) : all.with(name, value);
    }
    return all;
  }

  static Json.Obj json(String text) {
    try {
      return (Json.Obj) JsonText.read(text);
    } catch (MalformedJson e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  static String data(Look look, String attribute) {
    return look.data().get(attribute).map(JsonText::compact).orElse("nothing");
  }

  /** What would stop the stack, a line each. */
  static List<String> reasons(Look look) {
    return look.reasons().stream().map(Reason::toString).toList();
  }
}
