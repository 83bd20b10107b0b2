package ecraccess.acceptance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.cfn.Problem;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonText;
import ecraccess.macro.expand.Expander;
import ecraccess.macro.expand.Expansion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Templates with something else in a random place. {@code -Dmutation.seed} repeats a failure, whose
 * name tells the seed.
 */
class MutationTest {
  private static final int MUTANTS = 60;
  private static final long SEED = Long.getLong("mutation.seed", 20261122);

  static Stream<Arguments> mutations() {
    return GoldenCase.all().stream().map(golden -> Arguments.of(golden, SEED));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("mutations")
  void whateverStandsInATemplateIsExpandedOrExplained(GoldenCase golden, long seed) {
    Random random = new Random(seed + golden.name().hashCode());
    for (int i = 0; i < MUTANTS; i++) {
      Json.Obj mutant = mutant(golden.template(), random);
      switch (Expander.expand(mutant, golden.deployment())) {
        case Expansion.Expanded expanded ->
            assertThat(Expander.expand(expanded.template(), golden.deployment()))
                .as(() -> JsonText.compact(mutant))
                .isInstanceOfSatisfying(
                    Expansion.Expanded.class,
                    again ->
                        assertThat(JsonText.compact(again.template()))
                            .isEqualTo(JsonText.compact(expanded.template())));
        case Expansion.Rejected(List<Problem> problems) ->
            assertThat(problems)
                .allSatisfy(problem ->
                    assertThat(problem.toString())
                        .matches("(?s)\\S.*: .*[^.\\s]")
                        .doesNotContain("ecraccess.", "java.", "Optional["));
      }
    }
  }

  private static Json.Obj mutant(Json.Obj template, Random random) {
    List<JsonPath> places = new ArrayList<>();
    collect(template, JsonPath.ROOT, places);
    JsonPath place = places.get(random.nextInt(places.size()));
    return (Json.Obj) replaced(template, JsonPath.ROOT, place, random);
  }

  private static void collect(Json value, JsonPath path, List<JsonPath> places) {
    value.mapChildren((step, child) -> {
      places.add(path.then(step));
      collect(child, path.then(step), places);
      return child;
    });
  }

  private static Json replaced(Json value, JsonPath here, JsonPath place, Random random) {
    return here.equals(place)
        ? something(value, random)
        : value.mapChildren((step, child) -> replaced(child, here.then(step), place, random));
  }

  private static Json something(Json instead, Random random) {
    return switch (random.nextInt(14)) {
      case 0 -> new Json.Null();
      case 1 -> new Json.Num("1.10");
      case 2 -> new Json.Bool(random.nextBoolean());
      case 3 -> new Json.Str("");
      case 4 -> new Json.Str("EcrAccess");
      case 5 -> new Json.Str("EcrAccess.EcrApiEndpoint.Id");
      case 6 -> new Json.Arr(List.of());
      case 7 -> new Json.Arr(List.of(instead, instead));
      case 8 -> new Json.Obj(Map.of());
      case 9 -> Json.Obj.of("Ref", new Json.Str("EcrAccess.S3Endpoint"));
      case 10 -> Json.Obj.of("Fn::Sub", new Json.Str("${EcrAccess.Nope} ${Vpc}"));
      case 11 -> Json.Obj.of("Fn::If", Json.Arr.of(new Json.Str("C"), instead, noValue()));
      case 12 -> Json.Obj.of("Fn::GetAtt", Json.Arr.of(new Json.Str("EcrAccess"), instead));
      default -> object(instead);
    };
  }

  private static Json noValue() {
    return Json.Obj.of("Ref", new Json.Str("AWS::NoValue"));
  }

  private static Json object(Json value) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("Type", new Json.Str("PrivateEcrAccess"));
    members.put("Properties", value);
    return new Json.Obj(members);
  }
}
