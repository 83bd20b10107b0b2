package ecraccess.acceptance.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import ecraccess.core.cfn.Resource;
import ecraccess.core.cfn.Template;
import ecraccess.core.json.Json;
import ecraccess.core.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The endpoints that people wrote out come back from the shorthands that stand for them. */
@NeedsCorpus
class ReproductionTest {

  static List<Reproduction> reproductions() {
    return Reproduction.all();
  }

  @Test
  void everyTemplateIsLookedAt() {
    assertThat(Reproduction.names()).isEqualTo(Corpus.names());
  }

  @ParameterizedTest
  @MethodSource("reproductions")
  void everyEndpointIsReproducedOrThereIsAReason(Reproduction reproduction) {
    Set<String> accounted = new LinkedHashSet<>(generatedIds(reproduction));
    accounted.addAll(reproduction.outOfScope().keySet());

    assertThat(accounted).containsExactlyInAnyOrderElementsOf(reproduction.endpoints());
    assertThat(generatedIds(reproduction)).isNotEmpty();
    assertThat(reproduction.outOfScope().values()).allSatisfy(why -> assertThat(why).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("reproductions")
  void endpointsMeanTheSame(Reproduction reproduction) {
    Map<String, Json> before = meanings(reproduction.original(), reproduction);

    assertThat(before).hasSameSizeAs(reproduction.reproduced());
    assertThat(meanings(expanded(reproduction), reproduction))
        .containsExactlyInAnyOrderEntriesOf(before);
  }

  @ParameterizedTest
  @MethodSource("reproductions")
  void everythingElseIsUntouched(Reproduction reproduction) {
    assertThat(withoutReproduced(expanded(reproduction), reproduction))
        .isEqualTo(withoutReproduced(reproduction.original(), reproduction));
  }

  @ParameterizedTest
  @MethodSource("reproductions")
  void endpointsStandWhereTheFirstOneStood(Reproduction reproduction) {
    List<String> after = ids(expanded(reproduction));
    int first = ids(reproduction.original()).indexOf(reproduction.reproduced().getFirst());

    assertThat(after.subList(first, first + reproduction.reproduced().size()))
        .containsExactlyInAnyOrderElementsOf(reproduction.reproduced());
  }

  /** The old names are gone from the source then, and come back with the expansion. */
  @ParameterizedTest
  @MethodSource("reproductions")
  void referencesToPartsBecomeTheOldReferences(Reproduction reproduction) {
    Json.Obj written = reproduction.writtenInItsTerms();

    assertThat(text(reproduction.expanded(written))).isEqualTo(text(expanded(reproduction)));
  }

  @Test
  void referencesToPartsAreAmongTheTemplates() {
    assertThat(reproductions())
        .filteredOn(r -> !text(r.writtenInItsTerms()).equals(text(r.written())))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  /** For the reader of the test's output. */
  @Test
  void table() {
    System.out.println("file | lines | with shorthands | endpoints | reproduced | out of scope");
    reproductions().forEach(reproduction -> System.out.println(row(reproduction)));
  }

  private static String row(Reproduction reproduction) {
    List<String> outOfScope = new ArrayList<>();
    reproduction.outOfScope().forEach((id, why) -> outOfScope.add(id + ": " + why));
    return "%s | %d | %d | %d | %d | %s"
        .formatted(
            reproduction,
            reproduction.source().text().lines().count(),
            reproduction.shortened().lines().count(),
            reproduction.endpoints().size(),
            reproduction.reproduced().size(),
            String.join("; ", outOfScope));
  }

  private static Json.Obj expanded(Reproduction reproduction) {
    return reproduction.expanded(reproduction.written());
  }

  private static List<String> generatedIds(Reproduction reproduction) {
    List<String> generated = new ArrayList<>(ids(expanded(reproduction)));
    generated.removeAll(ids(reproduction.written()));
    return generated;
  }

  private static Map<String, Json> meanings(Json.Obj template, Reproduction reproduction) {
    Meaning meaning = new Meaning(template, reproduction.region());
    Map<String, Json> meanings = new LinkedHashMap<>();
    new Template(template)
        .resources().stream()
            .filter(resource -> reproduction.reproduced().contains(resource.logicalId()))
            .forEach(endpoint -> meanings.put(endpoint.logicalId(), meaning.of(endpoint.value())));
    return meanings;
  }

  private static String withoutReproduced(Json.Obj template, Reproduction reproduction) {
    return text(
        new Template(template)
            .replaceResources(resource ->
                reproduction.reproduced().contains(resource.logicalId())
                    ? Map.of()
                    : Map.of(resource.logicalId(), resource.value()))
            .root());
  }

  private static String text(Json json) {
    return JsonText.compact(json);
  }

  private static List<String> ids(Json.Obj template) {
    return new Template(template).resources().stream().map(Resource::logicalId).toList();
  }
}
