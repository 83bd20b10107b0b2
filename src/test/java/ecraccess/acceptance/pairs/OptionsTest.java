package ecraccess.acceptance.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.acceptance.golden.CreateOnly;
import ecraccess.core.json.Json;
import ecraccess.macro.expand.Expansion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Switching an option on or off never replaces an endpoint that a pull needs: its name and its
 * create-only properties follow from the service and the VPC alone.
 */
class OptionsTest {
  private static final List<String> PULL = List.of("ecr.dkr", "ecr.api", "s3");
  private static final List<String> PARTS =
      List.of("EcrDkrEndpoint", "EcrApiEndpoint", "S3Endpoint");

  /** Without these words an option has no effect, and is refused. */
  private static final Map<String, Value> COMPANIONS =
      Map.of(
          "Repositories", new Value("EcrPolicy", Optional.of(new Json.Str("PullOnly")), true),
          "AdditionalS3Resources",
              new Value("S3Policy", Optional.of(new Json.Str("LayersOnly")), true));

  static Stream<Value> options() {
    return Value.ofEachProperty(false).stream()
        .flatMap(List::stream)
        .filter(value -> value.json().isPresent() && !value.property().equals("VpcId"));
  }

  @ParameterizedTest
  @MethodSource("options")
  void oneOptionAlone(Value option) {
    Map<String, Value> values = new LinkedHashMap<>();
    Stream.of(ref("VpcId", "Vpc"), ref("SubnetIds", "Subnets"), option)
        .forEach(value -> values.put(value.property(), value));
    Optional.ofNullable(COMPANIONS.get(option.property()))
        .ifPresent(companion -> values.put(companion.property(), companion));
    for (String base : Combination.bases()) {
      assertEndpointsStay(new Combination(base, List.copyOf(values.values())));
    }
  }

  @Test
  void anyTwoOptionsTogether() {
    Combination.ofRightValues().forEach(OptionsTest::assertEndpointsStay);
  }

  private static void assertEndpointsStay(Combination combination) {
    Json.Obj actual =
        switch (combination.expansion()) {
          case Expansion.Expanded(Json.Obj output, var shorthands, var notes, var found) ->
              CreateOnly.of(combination.template(), output);
          case Expansion.Rejected rejected -> throw new AssertionError(rejected);
        };
    for (String service : PULL) {
      String id = logicalId(combination, service);
      if (combination.value("ExistingServices").filter(v -> v.names(service)).isPresent()) {
        assertThat(actual.get(id)).as("%s in %s", id, combination).isEmpty();
      } else {
        assertThat(actual.get(id))
            .as("%s in %s", id, combination)
            .hasValue(endpoint(combination, service));
      }
    }
  }

  private static Json endpoint(Combination combination, String service) {
    Map<String, Json> endpoint = new LinkedHashMap<>();
    endpoint.put("Type", new Json.Str("AWS::EC2::VPCEndpoint"));
    endpoint.put("VpcId", combination.value("VpcId").flatMap(Value::json).orElseThrow());
    endpoint.put(
        "ServiceName",
        Json.Obj.of("Fn::Sub", new Json.Str("com.amazonaws.${AWS::Region}." + service)));
    endpoint.put("VpcEndpointType", new Json.Str(service.equals("s3") ? "Gateway" : "Interface"));
    return new Json.Obj(endpoint);
  }

  /** As ever, unless the overrides say otherwise. */
  private static String logicalId(Combination combination, String service) {
    return combination
        .value("Overrides")
        .flatMap(Value::json)
        .flatMap(overrides -> ((Json.Obj) overrides).get(service))
        .flatMap(properties -> ((Json.Obj) properties).get("LogicalId"))
        .map(id -> ((Json.Str) id).value())
        .orElse(Combination.SHORTHAND + PARTS.get(PULL.indexOf(service)));
  }

  private static Value ref(String property, String name) {
    return new Value(property, Optional.of(Json.Obj.of("Ref", new Json.Str(name))), true);
  }
}
