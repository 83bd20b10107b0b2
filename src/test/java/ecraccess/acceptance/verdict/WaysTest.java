package ecraccess.acceptance.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.json.Json;
import ecraccess.core.json.JsonPath;
import ecraccess.reach.verdict.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ways through a network, one change of a small sound network each: routes, filters, gateways and
 * names.
 */
class WaysTest {
  private static final Path FOLDER = Path.of("src/test/resources/verdict/ways");

  /**
   * A change, and what has to come of it.
   *
   * @param says what the first fault, or one of the doubts, has to say
   * @param faults how many there have to be
   */
  private record Row(
      String name,
      Json.Obj template,
      Judged.Kind expected,
      Optional<String> says,
      Optional<String> faults) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() {
    Json.Obj base = Text.file(FOLDER.resolve("base.yaml"));
    Json.Obj services = Text.file(FOLDER.resolve("services.yaml"));
    return ((Json.Arr) Text.file(FOLDER.resolve("rows.yaml")).get("Rows").orElseThrow())
        .elements().stream().map(row -> row((Json.Obj) row, base, services));
  }

  private static Row row(Json.Obj row, Json.Obj base, Json.Obj services) {
    Map<String, Json> resources = new LinkedHashMap<>();
    resources.putAll(members(base, "Resources"));
    resources.putAll(members(services, text(row, "runs").orElseThrow()));
    resources.putAll(members(row, "set"));
    Tree.at(row, JsonPath.of("remove")).stream()
        .flatMap(names -> ((Json.Arr) names).elements().stream())
        .forEach(name -> resources.remove(((Json.Str) name).value()));
    Map<String, Json> template = new LinkedHashMap<>();
    template.put("Parameters", new Json.Obj(members(row, "parameters")));
    template.put("Conditions", new Json.Obj(members(row, "conditions")));
    template.put("Resources", new Json.Obj(resources));
    return new Row(
        text(row, "name").orElseThrow(),
        new Json.Obj(template),
        Judged.Kind.of(text(row, "expected").orElseThrow()),
        text(row, "says"),
        Tree.at(row, JsonPath.of("faults")).map(number -> ((Json.Num) number).literal()));
  }

  private static Map<String, Json> members(Json.Obj value, String name) {
    return value.get(name).map(member -> ((Json.Obj) member).members()).orElse(Map.of());
  }

  private static Optional<String> text(Json.Obj row, String name) {
    return row.get(name).map(value -> ((Json.Str) value).value());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theVerdictIsRight(Row row) {
    Judged judged = Judged.of(row.template(), "eu-west-1");

    assertThat(judged.kind()).as(judged.toString()).isEqualTo(row.expected());
    row.says()
        .ifPresent(pattern -> {
          if (row.expected() == Judged.Kind.CANNOT) {
            assertThat(judged.faults().getFirst().text()).containsPattern(pattern);
          } else {
            assertThat(judged.doubts().stream().map(Verdict.CannotTell::missing))
                .anySatisfy(missing -> assertThat(missing).containsPattern(pattern));
          }
        });
    row.faults().ifPresent(number -> assertThat(judged.faults()).hasSize(Integer.parseInt(number)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void thereAreRowsOfEveryKind(Judged.Kind kind) {
    List<Row> all = rows().toList();
    assertThat(all).filteredOn(row -> row.expected() == kind).hasSizeGreaterThanOrEqualTo(15);
    assertThat(all).extracting(Row::name).doesNotHaveDuplicates();
  }

  static Stream<Judged.Kind> kinds() {
    return Stream.of(Judged.Kind.CAN, Judged.Kind.CANNOT, Judged.Kind.CANNOT_TELL);
  }
}
