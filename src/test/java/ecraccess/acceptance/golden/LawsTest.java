package ecraccess.acceptance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.cfn.Loops;
import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import ecraccess.macro.expand.Expander;
import ecraccess.macro.expand.Expansion;
import ecraccess.macro.expand.plan.DeploymentContext;
import ecraccess.macro.shorthand.Shorthand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every expansion, whatever the template. */
class LawsTest {

  static Stream<GoldenCase> expansions() {
    return GoldenCase.all().stream().filter(golden -> golden.has(GoldenCase.EXPECTED));
  }

  static Stream<GoldenCase> all() {
    return GoldenCase.all().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void sameInputSameOutput(GoldenCase golden) {
    assertThat(GoldenCase.result(golden.expansion()))
        .isEqualTo(GoldenCase.result(golden.expansion()));
  }

  @ParameterizedTest
  @MethodSource("expansions")
  void expandingTheResultChangesNothing(GoldenCase golden) {
    Json.Obj once = expanded(golden);
    assertThat(text(expanded(once, golden.deployment()))).isEqualTo(text(once));
  }

  @ParameterizedTest
  @MethodSource("expansions")
  void noShorthandSurvives(GoldenCase golden) {
    assertThat(shorthands(expanded(golden))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aTemplateWithoutShorthandsComesBackAsItIs(GoldenCase golden) {
    Json.Obj without = withoutShorthands(golden.template());
    if (without.get("Resources").orElse(null) instanceof Json.Obj) {
      assertThat(text(expanded(without, golden.deployment()))).isEqualTo(text(without));
    }
  }

  @ParameterizedTest
  @MethodSource("expansions")
  void whatIsNotOursKeepsItsPlace(GoldenCase golden) {
    Json.Obj before = golden.template();
    Json.Obj after = expanded(golden);
    assertThat(new ArrayList<>(after.members().keySet()))
        .isEqualTo(new ArrayList<>(before.members().keySet()));
    List<String> generated = generatedIds(before, after);
    assertThat(ids(after).stream().filter(id -> !generated.contains(id)))
        .isEqualTo(ids(before).stream().filter(id -> !shorthands(before).contains(id)).toList());
    assertThat(References.withoutReferences(withoutResources(after, generated)))
        .isEqualTo(References.withoutReferences(withoutShorthands(before)));
  }

  @ParameterizedTest
  @MethodSource("expansions")
  void everyReferenceNamesSomething(GoldenCase golden) {
    Json.Obj unrolled = Loops.unrolled(new Template(expanded(golden))).template().root();
    assertThat(References.dangling(unrolled)).isEmpty();
  }

  private static List<String> generatedIds(Json.Obj before, Json.Obj after) {
    List<String> old = ids(before);
    return ids(after).stream().filter(id -> !old.contains(id)).toList();
  }

  private static List<String> ids(Json.Obj template) {
    return new Template(template).resources().stream().map(Resource::logicalId).toList();
  }

  private static List<String> shorthands(Json.Obj template) {
    return new Template(template)
        .resources().stream()
            .filter(resource -> resource.isOfType(Shorthand.TYPE))
            .map(Resource::logicalId)
            .toList();
  }

  private static Json.Obj withoutShorthands(Json.Obj template) {
    return withoutResources(template, shorthands(template));
  }

  private static Json.Obj withoutResources(Json.Obj template, List<String> ids) {
    return new Template(template)
        .replaceResources(resource ->
            ids.contains(resource.logicalId())
                ? Map.of()
                : Map.of(resource.logicalId(), resource.value()))
        .root();
  }

  private static Json.Obj expanded(GoldenCase golden) {
    return expanded(golden.template(), golden.deployment());
  }

  private static Json.Obj expanded(Json.Obj template, DeploymentContext deployment) {
    return switch (Expander.expand(template, deployment)) {
      case Expansion.Expanded expanded -> expanded.template();
      case Expansion.Rejected rejected -> throw new AssertionError(rejected);
    };
  }

  private static String text(Json json) {
    return JsonText.compact(json);
  }
}
