package ecraccess.reach.template;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.cli.source.SourceFile;
import ecraccess.cli.source.SourceReading;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.core.json.JsonText;
import ecraccess.reach.model.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Templates with something else in a random place, those of the corpus too where it is at hand.
 * {@code -Dmutation.seed} repeats a failure, whose name tells the seed.
 */
class AnythingTest {
  private static final int MUTANTS = 60;
  private static final long SEED = Long.getLong("mutation.seed", 20261122);

  static Stream<Arguments> templates() {
    return Stream.of("src/test/resources/survey", "examples", "../shared/corpus")
        .map(Path::of)
        .filter(Files::isDirectory)
        .flatMap(AnythingTest::files)
        .map(file -> Arguments.of(file.getFileName().toString(), SEED, file));
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Json.Obj read(Path file) {
    try {
      return switch (SourceFile.parse(file.getFileName().toString(), Files.readString(file))) {
        case SourceReading.Done(SourceFile source) -> source.json();
        case SourceReading.Failed failed -> throw new AssertionError(failed);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("templates")
  void whateverStandsInATemplateIsSurveyed(String name, long seed, Path file) {
    Json.Obj template = read(file);
    Random random = new Random(seed + name.hashCode());
    for (int i = 0; i < MUTANTS; i++) {
      Json.Obj mutant = mutant(template, random);
      assertThat(networks(mutant)).as(() -> JsonText.compact(mutant)).hasSizeBetween(1, 32);
    }
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("templates")
  void hiddenValuesAreNeverShown(String name, long seed, Path file) {
    Json.Obj template = read(file);
    Map<String, Json> values = new LinkedHashMap<>();
    if (template.get("Parameters").orElse(null) instanceof Json.Obj(Map<String, Json> declared)) {
      declared.keySet().forEach(parameter -> values.put(parameter, new Json.Str("****")));
    }

    assertThat(Survey.of(new Template(template), Surveys.context(new Json.Obj(values))))
        .allSatisfy(network -> assertThat(network.toString()).doesNotContain("****"));
  }

  private static List<Network> networks(Json.Obj template) {
    return Survey.of(new Template(template), Surveys.context(new Json.Obj(Map.of())));
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
    return switch (random.nextInt(15)) {
      case 0 -> new Json.Null();
      case 1 -> new Json.Num("1.10");
      case 2 -> new Json.Num("999999999999999999999");
      case 3 -> new Json.Bool(random.nextBoolean());
      case 4 -> new Json.Str("");
      case 5 -> new Json.Str("Vpc.VpcId");
      case 6 -> new Json.Arr(List.of());
      case 7 -> new Json.Arr(List.of(instead, instead));
      case 8 -> new Json.Obj(Map.of());
      case 9 -> Json.Obj.of("Ref", instead);
      case 10 -> Json.Obj.of("Fn::Sub", Json.Arr.of(instead, instead));
      case 11 -> Json.Obj.of("Fn::If", Json.Arr.of(new Json.Str("C"), instead, new Json.Null()));
      case 12 -> Json.Obj.of("Fn::GetAtt", Json.Arr.of(new Json.Str("Vpc"), instead));
      case 13 -> Json.Obj.of("Fn::Select", Json.Arr.of(new Json.Num("-1"), instead));
      default -> Json.Obj.of("Fn::Transform", instead);
    };
  }
}
