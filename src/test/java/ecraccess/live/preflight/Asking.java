package ecraccess.live.preflight;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.core.json.MalformedJson;
import ecraccess.live.lookup.NetworkRequest;
import ecraccess.live.lookup.NetworkRequestReader;
import ecraccess.live.lookup.Obstacle;
import java.util.List;
import java.util.Optional;

/** Requests as CloudFormation hands them over, in short. */
public final class Asking {
  /** All that the macro writes for {@code EcrAccess}, less what CloudFormation keeps to itself. */
  public static final String USUAL =
      """
      {"VpcId": "vpc-1", "SubnetIds": ["subnet-a", "subnet-b"],
       "Services": ["ecr.dkr", "ecr.api", "s3"], "PrivateDnsEnabled": "true", "Preflight": "true",
       "Adds": []}
      """;

  /** Tasks that nothing is known of. */
  public static final NetworkRequest.Tasks ANY =
      new NetworkRequest.Tasks("vpc-1", Optional.empty(), List.of(), List.of());

  private Asking() {}

  public static PreflightReport look(FakeAccount account, String... properties) {
    return look(FakeAccount.STACK, account, properties);
  }

  public static PreflightReport look(String stack, FakeAccount account, String... properties) {
    return PreflightReport.at(usual(properties), stack, "EcrAccessNetwork", account);
  }

  public static NetworkRequest request(String... properties) {
    return new NetworkRequestReader(usual(properties), "EcrAccessNetwork").read(FakeAccount.STACK);
  }

  /** The usual properties and others, each a member of an object; {@code null} takes one away. */
  public static Json.Obj usual(String... members) {
    Json.Obj all = json(USUAL);
    for (String member : members) {
      Json.Obj one = json("{" + member + "}");
      String name = one.onlyName().orElseThrow();
      Json value = one.get(name).orElseThrow();
      all = value instanceof Json.Null ? all.without(name) : all.with(name, value);
    }
    return all;
  }

  public static Json.Obj json(String text) {
    try {
      return (Json.Obj) JsonText.read(text);
    } catch (MalformedJson e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  public static String data(PreflightReport look, String attribute) {
    return look.data().get(attribute).map(JsonText::compact).orElse("nothing");
  }

  /** What would stop the stack, a line each. */
  public static List<String> reasons(PreflightReport look) {
    return look.reasons().stream().map(Obstacle::toString).toList();
  }
}
